<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems;

use Causeway\Connector\Connector;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\RemoteConnector;
use Causeway\Connector\TokenCache;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\Clock;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;

/**
 * The contract of every connector, run over HTTP against its simulated system.
 *
 * A system's test says how each state is brought about in the lab, and how its connection looks. A probe that writes fails.
 */
abstract class LabContract extends ConnectorContract {

	/** Longest wait for an answer here, so that a silent vendor does not cost the connector's own eight seconds. */
	private const MOST_SECONDS = 1.5;

	/** System id, as in the lab's line (`zoho-crm`). */
	abstract protected static function system(): string;

	/** Brings a state about: `$lab->play( [ 'do' => 'delete-contact', … ] )`, `$lab->fault( [ 'then' => 'reset' ] )`. */
	abstract protected function arrange( string $state, Lab $lab ): void;

	final protected static function isRemote(): bool {
		return true;
	}

	final protected static function lab(): Lab {
		return Lab::of( static::system() );
	}

	final protected function connectorIn( string $state ): Connector {
		$lab = self::lab();
		$lab->reset();
		$this->arrange( $state, $lab );
		return $this->connector();
	}

	/** A connector over the network, with tokens and connections in memory. */
	final protected function connector( bool $mayPause = false, ?TokenCache $tokens = null, ?MemoryConnections $connections = null, ?Clock $clock = null, float $mostSeconds = self::MOST_SECONDS ): RemoteConnector {
		$clock ??= new SystemClock();
		$pause   = new OptionalPause( $mayPause );
		$way     = new RetryingTransport( new CurlTransport( $mostSeconds ), $pause, new SystemRandomness(), $clock );
		$class   = 'Causeway\\Systems\\' . static::folder() . '\\Connector';
		self::assertTrue( is_subclass_of( $class, RemoteConnector::class ), $class );
		return new $class( new ConnectorTools( new OneTransport( $way ), $tokens ?? new MemoryTokens(), $connections ?? new MemoryConnections( $this->connection() ), new SeededPortal(), $pause, $clock ) );
	}

	final protected function afterLook( string $state ): void {
		self::assertSame( [], self::lab()->writes(), 'a probe never writes' );
	}

	final public function testAHealthyConnectionSeesEverythingThatItIsTestedFor(): void {
		foreach ( $this->connectorIn( 'found' )->test( $this->connection() ) as $condition ) {
			self::assertSame( [ $condition->type, Truth::True, '' ], [ $condition->type, $condition->status, Truth::True === $condition->status ? '' : $condition->message ] );
		}
		self::assertSame( [], self::lab()->writes(), 'a test never writes' );
	}
}
