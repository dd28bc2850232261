<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\CallMeter;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Effort;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Quota;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;

/**
 * Keeps one connection within its share of the vendor's calls a day: Causeway must not be the one who uses up the portal's quota.
 *
 * Whoever waits may ask while an audit no longer may, but not beyond the share, and not where nothing is left. A few calls are always
 * possible, because otherwise nobody could see that the quota is back.
 */
final class BudgetedTransport implements Transport {

	private const CALLS_ALWAYS = 25;

	public function __construct(
		private readonly Transport $inner,
		private readonly CallMeter $meter,
		private readonly string $connection,
		private readonly Quota $quota,
		private readonly Effort $effort,
	) {}

	public function send( Request $request ): Response {
		$used    = $this->meter->callsToday( $this->connection );
		$refusal = $used < self::CALLS_ALWAYS && Effort::Urgent === $this->effort ? '' : $this->refusal( $used );
		if ( '' !== $refusal ) {
			throw new ConnectorFault( FaultKind::RateLimited, $refusal, vendorCode: 'causeway-budget-spent' );
		}
		$this->meter->count( $this->connection );
		return $this->inner->send( $request );
	}

	/** One sentence for the site admin; '' where the call may be made. */
	private function refusal( int $used ): string {
		return match ( true ) {
			$used >= $this->quota->own => 'Causeway has used its own share of the calls for today and leaves the rest to the portal.',
			0 === $this->quota->remaining => 'The system’s calls for today are used up; Causeway makes none until it says otherwise.',
			Effort::Patient === $this->effort && $this->quota->isNearlyUsedUp() => 'Four fifths of the system’s calls for today are used; what nobody waits for goes on tomorrow.',
			default => '',
		};
	}
}
