<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Subject;
use Causeway\Http\RetryingTransport;
use Causeway\Support\Clock;
use Causeway\Support\Finding;
use Causeway\Support\FrozenClock;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoDesk\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\TestCase;

/** A test against the simulated Zoho Desk, put back to its start. What the connector learns is kept, as a site keeps it. */
abstract class LabCase extends TestCase {

	protected Lab $lab;

	protected MemoryTokens $tokens;

	protected MemoryConnections $connections;

	protected RecordingPause $pause;

	protected function setUp(): void {
		$this->lab         = Lab::of( 'zoho-desk' );
		$this->tokens      = new MemoryTokens();
		$this->pause       = new RecordingPause( new FrozenClock() );
		$this->lab->reset();
		$this->use();
	}

	/**
	 * From here on the site's connection is this one.
	 *
	 * @param array<string, string> $fields
	 * @param array<string, string> $secrets
	 */
	protected function use( bool $mayWrite = true, array $fields = [], array $secrets = [] ): void {
		$this->connections = new MemoryConnections( Door::to( $this->lab, $mayWrite, $fields, $secrets ) );
	}

	/** As the site has it now, with what was learnt. */
	protected function connection(): Connection {
		return $this->connections->get( 'zoho-desk' ) ?? throw new \LogicException( 'It is there.' );
	}

	protected function connector( ?Clock $clock = null ): Connector {
		$clock ??= new SystemClock();
		$way     = new RetryingTransport( new CurlTransport( 2.0 ), $this->pause, new SystemRandomness(), $clock );
		return new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, $this->connections, new SeededPortal(), $this->pause, $clock ) );
	}

	/** @return list<Finding> */
	protected function look( Subject $subject ): array {
		return $this->connector()->examine( $subject, $this->connection() );
	}

	/** @return array<string, string> Finding → `true`, `false` or `unknown:reason`. */
	protected function examine( Subject $subject ): array {
		$answers = [];
		foreach ( $this->look( $subject ) as $finding ) {
			$answers[ $finding->key ] = Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value;
		}
		return $answers;
	}

	/** Somebody of the scenario, by its id. */
	protected function person( string $person, string $name = '', string $accountId = '' ): Subject {
		return new Subject( 'user:1', 1, '' === $name ? '' : $name . '@northwind.example', contactId: Door::contact( $person ), accountId: $accountId );
	}

	/** @param non-empty-array<string, mixed> $switches */
	protected function switch( array $switches ): void {
		$this->lab->play(
			[
				'merge'    => true,
				'switches' => $switches,
			]
		);
	}

	/** What stops somebody at the Help Center's login page; `in` where nothing does. */
	protected function tryLogin( string $email ): string {
		$order  = [
			'do'    => 'try-login',
			'email' => $email,
		];
		$answer = ( new CurlTransport() )->send( new Request( 'POST', $this->lab->text( 'control' ) . '/state', [], [], (string) json_encode( $order ) ) );
		return JsonPath::text( $answer->json(), 'outcome' );
	}

	/** @return array<mixed> One user as the lab holds it. */
	protected function userOf( string $contactId ): array {
		foreach ( JsonPath::rows( $this->lab->state(), 'users' ) as $user ) {
			if ( JsonPath::text( $user, 'contactId' ) === $contactId ) {
				return $user;
			}
		}
		return [];
	}

	/** @return list<string> Paths of the calls, in order, without the query. */
	protected function paths(): array {
		return array_map( static fn ( array $call ): string => JsonPath::text( $call, 'method' ) . ' ' . JsonPath::text( $call, 'path' ), $this->lab->calls() );
	}

	protected function refusal( callable $attempt ): ConnectorFault {
		try {
			$attempt();
		} catch ( ConnectorFault $fault ) {
			return $fault;
		}
		self::fail( 'It was not refused.' );
	}
}
