<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;
use Causeway\Support\Clock;

/** Obeys `Retry-After`: makes no call of this connection before the moment that the vendor named, in whichever process. */
final class RestingTransport implements Transport {

	/** Waits up to here are slept through by {@see RetryingTransport}. */
	public const SLEPT_THROUGH_SECONDS = 6;

	public function __construct(
		private readonly Transport $inner,
		private readonly BreakerStore $store,
		private readonly string $connection,
		private readonly Clock $clock,
	) {}

	public function send( Request $request ): Response {
		$key  = 'rest:' . $this->connection;
		$wait = $this->store->load( $key )->openedAt - $this->clock->now();
		if ( $wait > 0 ) {
			throw new ConnectorFault( FaultKind::RateLimited, 'The system asked for a pause, so this call was not made.', $wait, 'causeway-asked-to-wait' );
		}
		$response = $this->inner->send( $request );
		$asked    = in_array( $response->status, [ 429, 503 ], true ) ? RetryAfter::seconds( $response->headers['retry-after'] ?? '', $this->clock->now() ) : null;
		if ( null !== $asked && $asked > self::SLEPT_THROUGH_SECONDS ) {
			$this->store->save( $key, new BreakerState( 1, $this->clock->now() + $asked ) );
		}
		return $response;
	}
}
