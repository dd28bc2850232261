<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

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
use Causeway\Systems\SuperOffice\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\TestCase;

/** A test against the simulated SuperOffice, put back to its start. */
abstract class LabCase extends TestCase {

	protected const EMAIL = 'astrid.solberg@northwind.example';
	protected const FINE  = 41;
	protected const STUCK = 50;

	protected Lab $lab;

	protected MemoryTokens $tokens;

	protected function setUp(): void {
		$this->lab    = Lab::of( 'superoffice' );
		$this->tokens = new MemoryTokens();
		$this->lab->reset();
	}

	protected function connector( ?MemoryConnections $connections = null, ?Clock $clock = null ): Connector {
		$clock ??= new SystemClock();
		$pause   = new OptionalPause( false );
		$way     = new RetryingTransport( new CurlTransport( 2.0 ), $pause, new SystemRandomness(), $clock );
		return new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, $connections ?? new MemoryConnections( Doors::online( $this->lab ) ), new SeededPortal(), $pause, $clock ) );
	}

	/** @return array<string, string> Finding → `true`, `false` or `unknown:reason`. */
	protected function examine( Subject $subject, Connection $connection, ?Connector $connector = null ): array {
		$answers = [];
		foreach ( ( $connector ?? $this->connector() )->examine( $subject, $connection ) as $finding ) {
			$answers[ $finding->key ] = Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value;
		}
		return $answers;
	}

	protected function fine(): Subject {
		return new Subject( 'user:1', 1, self::EMAIL );
	}

	/** What stops that user at the login page; `in` where nothing does. */
	protected function tryLogin( int $associateId, string $edition = 'onsite' ): string {
		$order  = [
			'do'      => 'try-login',
			'id'      => $associateId,
			'edition' => $edition,
		];
		$answer = ( new CurlTransport() )->send( new Request( 'POST', $this->lab->text( 'control' ) . '/state', [], [], (string) json_encode( $order ) ) );
		return JsonPath::text( $answer->json(), 'outcome' );
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
