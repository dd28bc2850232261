<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\Connection;
use Causeway\Connector\Pause;
use Causeway\Connector\Transport;
use Causeway\Connector\Transports;
use Causeway\Support\Clock;
use Causeway\Support\Randomness;

/**
 * Puts the decorators in their one right order.
 *
 * From the outside in: retry, then budget and breaker (so that each try counts and a dead host ends the tries), then redirects, and
 * innermost the guard, so that no hop escapes it.
 */
final class TransportStack implements Transports {

	/** Seconds for which the vendor's word on what is left of the quota still counts. */
	private const REMAINING_VALID_SECONDS = 3_600;

	public function __construct(
		private readonly PinningTransport $transport,
		private readonly Resolver $resolver,
		private readonly BreakerStore $breakers,
		private readonly CallMeter $meter,
		private readonly Pause $pause,
		private readonly Randomness $randomness,
		private readonly Clock $clock,
		private readonly bool $allowsLocal,
	) {}

	public function forConnection( Connection $connection, array $vendorHosts ): Transport {
		$guard   = new PrivateNetworkGuard( $this->transport, $this->resolver, $vendorHosts, $this->allowsLocal );
		$breaker = new CircuitBreaker( new RedirectFollower( $guard ), $this->breakers, $this->clock );
		$budget  = new BudgetedTransport( $breaker, $this->meter, $connection->id, $this->remaining( $connection ) );
		return new RetryingTransport( $budget, $this->pause, $this->randomness, $this->clock );
	}

	private function remaining( Connection $connection ): ?int {
		$remaining = $connection->facts['quotaRemaining'] ?? '';
		$seenAt    = (int) ( $connection->facts['quotaSeenAt'] ?? 0 );
		return 1 === preg_match( '/^\d{1,12}$/', $remaining ) && $this->clock->now() - $seenAt <= self::REMAINING_VALID_SECONDS ? (int) $remaining : null;
	}
}
