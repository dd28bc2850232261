<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;
use Causeway\Support\Clock;

/** Stops calling a host that keeps not answering, and lets one trial call through a minute. Any answer, even a bad one, closes it. */
final class CircuitBreaker implements Transport {

	private const FAILURES_TO_OPEN  = 5;
	private const HALF_OPEN_SECONDS = 60;

	public function __construct( private readonly Transport $inner, private readonly BreakerStore $store, private readonly Clock $clock ) {}

	public function send( Request $request ): Response {
		$host  = self::host( $request->url );
		$state = $this->store->load( $host );
		$now   = $this->clock->now();
		if ( $state->failures >= self::FAILURES_TO_OPEN ) {
			if ( $now - $state->openedAt < self::HALF_OPEN_SECONDS ) {
				throw new ConnectorFault(
					FaultKind::Unreachable,
					'The last calls had no answer, so this one was not made.',
					max( 1, self::HALF_OPEN_SECONDS - ( $now - $state->openedAt ) ),
					'causeway-circuit-open'
				);
			}
			// Take the trial before making it, so that others wait for its outcome.
			$this->store->save( $host, new BreakerState( $state->failures, $now ) );
		}
		try {
			$response = $this->inner->send( $request );
		} catch ( ConnectorFault $fault ) {
			if ( in_array( $fault->kind, [ FaultKind::Unreachable, FaultKind::TimedOut ], true ) ) {
				$failures = $state->failures + 1;
				$this->store->save( $host, new BreakerState( $failures, $failures >= self::FAILURES_TO_OPEN ? $this->clock->now() : 0 ) );
			}
			throw $fault;
		}
		if ( $state->failures > 0 ) {
			$this->store->save( $host, new BreakerState() );
		}
		return $response;
	}

	private static function host( string $url ): string {
		$parts = parse_url( $url );
		if ( ! is_array( $parts ) ) {
			return '';
		}
		return strtolower( $parts['host'] ?? '' ) . ':' . ( $parts['port'] ?? ( 'http' === ( $parts['scheme'] ?? '' ) ? 80 : 443 ) );
	}
}
