<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\CallMeter;
use Causeway\Connector\Connection;
use Causeway\Connector\Effort;
use Causeway\Connector\Pause;
use Causeway\Connector\Quota;
use Causeway\Connector\Transport;
use Causeway\Connector\Transports;
use Causeway\Support\Clock;
use Causeway\Support\Randomness;

/**
 * Puts the decorators in their one right order.
 *
 * From the outside in: retry, then the pause that the vendor asked for, budget, crowd and breaker (so that each try counts and a dead host ends the tries), then redirects, and
 * innermost the guard, so that no hop escapes it.
 */
final class TransportStack implements Transports {

	public function __construct(
		private readonly PinningTransport $transport,
		private readonly Resolver $resolver,
		private readonly BreakerStore $breakers,
		private readonly CallMeter $meter,
		private readonly CallSlots $slots,
		private readonly Pause $pause,
		private readonly Randomness $randomness,
		private readonly Clock $clock,
		private readonly bool $allowsLocal,
	) {}

	public function forConnection( Connection $connection, array $vendorHosts, Effort $effort = Effort::Urgent ): Transport {
		$guard   = new PrivateNetworkGuard( $this->transport, $this->resolver, $vendorHosts, $this->allowsLocal );
		$breaker = new CircuitBreaker( new RedirectFollower( $guard ), $this->breakers, $this->clock );
		$crowd   = new CrowdLimit( $breaker, $this->slots, $connection->id, $this->pause );
		$budget  = new BudgetedTransport( $crowd, $this->meter, $connection->id, Quota::of( $connection, $this->clock->now() ), $effort );
		return new RetryingTransport( new RestingTransport( $budget, $this->breakers, $connection->id, $this->clock ), $this->pause, $this->randomness, $this->clock );
	}
}
