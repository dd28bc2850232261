<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\Clock;
use Causeway\Support\Finding;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Systems\HubSpot\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\TestCase;

/** A test against the simulated HubSpot, put back to its start. */
abstract class LabCase extends TestCase {

	protected Lab $lab;

	protected MemoryTokens $tokens;

	protected function setUp(): void {
		$this->lab    = Lab::of( 'hubspot' );
		$this->tokens = new MemoryTokens();
		$this->lab->reset();
	}

	protected function connector( ?MemoryConnections $connections = null, ?Clock $clock = null, ?Pause $pause = null ): Connector {
		$clock ??= new SystemClock();
		$pause ??= new OptionalPause( false );
		$way     = new RetryingTransport( new CurlTransport( 2.0 ), new OptionalPause( false ), new SystemRandomness(), $clock );
		return new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, $connections ?? new MemoryConnections( $this->door() ), new SeededPortal(), $pause, $clock ) );
	}

	protected function door( bool $mayWrite = false ): Connection {
		return Northwind::privateApp( $this->lab, $mayWrite );
	}

	/** The connection of an account whose people log in to HubSpot's own portal. */
	protected function members(): Connection {
		return Northwind::privateApp( $this->lab, fields: [ 'logins' => 'memberships' ] );
	}

	/** @return array<string, string> Finding → `true`, `false` or `unknown:reason`. */
	protected function examine( Subject $subject, ?Connection $connection = null, ?Connector $connector = null ): array {
		return array_map( static fn ( Finding $finding ): string => Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value, $this->findings( $subject, $connection, $connector ) );
	}

	/** @return array<string, Finding> */
	protected function findings( Subject $subject, ?Connection $connection = null, ?Connector $connector = null ): array {
		return array_column( ( $connector ?? $this->connector() )->examine( $subject, $connection ?? $this->door() ), null, 'key' );
	}

	/** @return list<string> `GET /path` of the calls, in order, without the query. */
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
