<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Pause;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;
use Causeway\Support\Clock;
use Causeway\Support\Randomness;

/**
 * Repeats a request that says it may be repeated, at most twice, after a random wait (full jitter) or the wait that the vendor asked for.
 *
 * A time-out is not repeated: it already cost its whole time. Nor is a 429 that does not say when to come back.
 */
final class RetryingTransport implements Transport {

	private const RETRIES            = 2;
	private const FIRST_WAIT_SECONDS = 0.4;
	private const TRANSIENT_STATUSES = [ 500, 502, 503, 504, 522, 524 ];

	public function __construct(
		private readonly Transport $inner,
		private readonly Pause $pause,
		private readonly Randomness $randomness,
		private readonly Clock $clock,
	) {}

	public function send( Request $request ): Response {
		for ( $retry = 0;; ++$retry ) {
			$mayRepeat = $request->idempotent && $retry < self::RETRIES && $this->pause->isAllowed();
			try {
				$response = $this->inner->send( $request );
			} catch ( ConnectorFault $fault ) {
				if ( ! $mayRepeat || FaultKind::Unreachable !== $fault->kind || '' !== $fault->vendorCode ) {
					throw $fault;
				}
				$this->pause->for( $this->jitter( $retry ) );
				continue;
			}
			$asked = RetryAfter::seconds( $response->headers['retry-after'] ?? '', $this->clock->now() );
			$wait  = match ( true ) {
				! $mayRepeat => null,
				null !== $asked && in_array( $response->status, [ 429, 503 ], true ) => $asked <= RestingTransport::SLEPT_THROUGH_SECONDS ? (float) $asked : null,
				in_array( $response->status, self::TRANSIENT_STATUSES, true ) => $this->jitter( $retry ),
				default => null,
			};
			if ( null === $wait ) {
				return $response;
			}
			$this->pause->for( $wait );
		}
	}

	/** Anything between nothing and the doubled first wait, so that many sites do not come back at the same moment. */
	private function jitter( int $retry ): float {
		$fraction = hexdec( bin2hex( $this->randomness->bytes( 4 ) ) ) / 0xFFFFFFFF;
		return self::FIRST_WAIT_SECONDS * ( 2 ** $retry ) * $fraction;
	}
}
