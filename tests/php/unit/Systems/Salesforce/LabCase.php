<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Pause;
use Causeway\Connector\ReadMemory;
use Causeway\Connector\Subject;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\Clock;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Systems\Salesforce\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\TestCase;

/** A test against the simulated Salesforce, put back to its start. */
abstract class LabCase extends TestCase {

	protected Lab $lab;

	protected MemoryTokens $tokens;

	protected function setUp(): void {
		$this->lab    = Lab::of( 'salesforce' );
		$this->tokens = new MemoryTokens();
		$this->lab->reset();
	}

	protected function connector( ?MemoryConnections $connections = null, ?Clock $clock = null, ?Pause $pause = null, ?ReadMemory $memory = null ): Connector {
		$clock ??= new SystemClock();
		$pause ??= new OptionalPause( false );
		$way     = new RetryingTransport( new CurlTransport( 2.0 ), $pause, new SystemRandomness(), $clock );
		return new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, $connections ?? new MemoryConnections( Doors::portal( $this->lab ) ), new SeededPortal(), $pause, $clock, $memory ) );
	}

	/** @return array<string, string> Finding → `true`, `false` or `unknown:reason`. */
	protected function examine( Subject $subject, Connection $connection, ?Connector $connector = null ): array {
		$answers = [];
		foreach ( ( $connector ?? $this->connector() )->examine( $subject, $connection ) as $finding ) {
			$answers[ $finding->key ] = Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value;
		}
		return $answers;
	}

	/** @return list<string> `GET /path` of each call, in order, without the query. */
	protected function paths(): array {
		return array_map( static fn ( array $call ): string => JsonPath::text( $call, 'method' ) . ' ' . JsonPath::text( $call, 'path' ), $this->lab->calls() );
	}

	/** @return list<string> Calls that asked for an access token. */
	protected function tokenCalls(): array {
		return array_values( array_filter( $this->paths(), static fn ( string $path ): bool => str_ends_with( $path, '/services/oauth2/token' ) ) );
	}

	/** @param array<string, string|bool|int> $switches */
	protected function switch( array $switches ): void {
		$this->lab->play(
			[
				'merge'    => true,
				'switches' => $switches,
			]
		);
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
