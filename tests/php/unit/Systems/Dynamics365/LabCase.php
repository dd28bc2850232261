<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\ReadMemory;
use Causeway\Connector\Subject;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\Clock;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Systems\Dynamics365\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\TestCase;

/** A test against the simulated environment, put back to its start. */
abstract class LabCase extends TestCase {

	protected Lab $lab;

	protected MemoryTokens $tokens;

	protected MemoryConnections $connections;

	protected function setUp(): void {
		$this->lab         = Lab::of( 'dynamics-365' );
		$this->tokens      = new MemoryTokens();
		$this->connections = new MemoryConnections( Northwind::connection( $this->lab ) );
		$this->lab->reset();
	}

	protected function connector( ?Clock $clock = null, ?ReadMemory $memory = null ): Connector {
		$clock ??= new SystemClock();
		$pause   = new OptionalPause( false );
		$way     = new RetryingTransport( new CurlTransport( 2.0 ), $pause, new SystemRandomness(), $clock );
		return new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, $this->connections, new SeededPortal(), $pause, $clock, $memory ) );
	}

	/** The connection as it is kept, with what was learnt. */
	protected function kept(): Connection {
		return $this->connections->get( 'dynamics-365' ) ?? throw new \LogicException( 'It is there.' );
	}

	/** @return array<string, string> Finding → `true`, `false` or `unknown:reason`. */
	protected function examine( Subject $subject, ?Connection $connection = null, ?Connector $connector = null ): array {
		$answers = [];
		foreach ( ( $connector ?? $this->connector() )->examine( $subject, $connection ?? $this->kept() ) as $finding ) {
			$answers[ $finding->key ] = Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value;
		}
		return $answers;
	}

	/** @return list<string> `GET /path` of the calls, in order, without the query. */
	protected function paths(): array {
		return array_map( static fn ( array $call ): string => JsonPath::text( $call, 'method' ) . ' ' . JsonPath::text( $call, 'path' ), $this->lab->calls() );
	}

	/** @return int How many calls asked Microsoft Entra for a token. */
	protected function tokenCalls(): int {
		return count( array_filter( $this->paths(), static fn ( string $path ): bool => str_ends_with( $path, '/oauth2/v2.0/token' ) ) );
	}

	/** @return array<mixed>|null A contact as the environment holds it; null where it is not among the live ones. */
	protected function contact( string $id ): ?array {
		foreach ( JsonPath::rows( $this->lab->state(), 'contacts' ) as $row ) {
			if ( JsonPath::text( $row, 'contactid' ) === $id ) {
				return $row;
			}
		}
		return null;
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
