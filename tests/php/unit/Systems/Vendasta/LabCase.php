<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Subject;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Systems\Vendasta\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\TestCase;

/** A test against the simulated Vendasta, put back to its start. */
abstract class LabCase extends TestCase {

	protected Lab $lab;

	protected MemoryTokens $tokens;

	/** Facts that are learnt stay with it. */
	protected MemoryConnections $connections;

	protected function setUp(): void {
		$this->lab         = Lab::of( 'vendasta' );
		$this->tokens      = new MemoryTokens();
		$this->connections = new MemoryConnections( Door::to( $this->lab ) );
		$this->lab->reset();
	}

	/** Repeats what may be repeated, as in background work, so that a test sees what must not be. */
	protected function connector(): Connector {
		$clock = new SystemClock();
		$pause = new OptionalPause( true );
		$way   = new RetryingTransport( new CurlTransport( 2.0 ), $pause, new SystemRandomness(), $clock );
		return new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, $this->connections, new SeededPortal(), $pause, $clock ) );
	}

	/** The connection with what was learnt of it. */
	protected function door( bool $mayWrite = false ): Connection {
		$kept = $this->connections->get( 'vendasta' ) ?? throw new \LogicException( 'It is there.' );
		return new Connection( $kept->id, $kept->system, $kept->fields, $kept->secrets, $mayWrite, $kept->facts );
	}

	/** @return array<string, string> Finding → `true`, `false` or `unknown:reason`. */
	protected function examine( Subject $subject, ?Connection $connection = null ): array {
		$answers = [];
		foreach ( $this->connector()->examine( $subject, $connection ?? $this->door() ) as $finding ) {
			$answers[ $finding->key ] = Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value;
		}
		return $answers;
	}

	/** What stops somebody at the login page; `in` where nothing does. */
	protected function tryLogin( string $email ): string {
		$order  = [
			'do'    => 'try-login',
			'email' => $email,
		];
		$answer = ( new CurlTransport() )->send( new Request( 'POST', $this->lab->text( 'control' ) . '/state', [], [], (string) json_encode( $order ) ) );
		return JsonPath::text( $answer->json(), 'outcome' );
	}

	/** @param array<string, string|int|bool> $switches */
	protected function switchTo( array $switches ): void {
		$this->lab->play(
			[
				'merge'    => true,
				'switches' => $switches,
			]
		);
	}

	/** @return list<string> Addresses that a welcome mail went to. */
	protected function mails(): array {
		return array_map( static fn ( array $mail ): string => JsonPath::text( $mail, 'to' ), JsonPath::rows( $this->lab->state(), 'mails' ) );
	}

	/** @return list<array<mixed>> Users of an address, as the lab holds them. */
	protected function usersOf( string $email ): array {
		return array_values( array_filter( JsonPath::rows( $this->lab->state(), 'users' ), static fn ( array $user ): bool => strtolower( JsonPath::text( $user, 'email' ) ) === $email ) );
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
