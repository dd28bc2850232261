<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Subject;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\Clock;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\TestCase;

/** A test against the simulated portal, put back to its start. */
abstract class LabCase extends TestCase {

	protected Lab $lab;

	protected MemoryTokens $tokens;

	protected function setUp(): void {
		$this->lab    = Lab::of( 'magentrix' );
		$this->tokens = new MemoryTokens();
		$this->lab->reset();
	}

	protected function connection( bool $mayWrite = false ): Connection {
		return People::connection( $this->lab, $mayWrite );
	}

	protected function connector( ?MemoryConnections $connections = null, ?Clock $clock = null ): Connector {
		$clock ??= new SystemClock();
		$pause   = new OptionalPause( false );
		$way     = new RetryingTransport( new CurlTransport( 2.0 ), $pause, new SystemRandomness(), $clock );
		return new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, $connections ?? new MemoryConnections( $this->connection() ), new SeededPortal(), $pause, $clock ) );
	}

	/** @return array<string, string> Finding → `true`, `false` or `unknown:reason`. */
	protected function examine( Subject $subject, ?Connection $connection = null, ?Connector $connector = null ): array {
		$answers = [];
		foreach ( ( $connector ?? $this->connector() )->examine( $subject, $connection ?? $this->connection() ) as $finding ) {
			$answers[ $finding->key ] = Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value;
		}
		return $answers;
	}

	/** What stops that user at the portal's login page; `in` where nothing does. */
	protected function tryLogin( string $userId ): string {
		return JsonPath::text( $this->order( 'try-login', [ 'id' => $userId ] ), 'outcome' );
	}

	/**
	 * Plays something and reads what the lab says of it.
	 *
	 * @param array<string, mixed> $with
	 * @return array<mixed>
	 */
	protected function order( string $verb, array $with ): array {
		return ( new CurlTransport() )->send( new Request( 'POST', $this->lab->text( 'control' ) . '/state', [], [], (string) json_encode( [ 'do' => $verb ] + $with ) ) )->json();
	}

	/** @param array<string, mixed> $switches */
	protected function switchTo( array $switches ): void {
		$this->lab->play(
			[
				'merge'    => true,
				'switches' => $switches,
			]
		);
	}

	/** @return list<string> Method and path of the calls, in order. */
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
