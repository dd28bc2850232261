<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;

/**
 * Keeps one connection within its share of the vendor's calls a day: Causeway must not be the one who uses up the portal's quota.
 *
 * Of what would be left without Causeway it takes at most a fifth; where the vendor does not say what is left, 5,000 calls a day. A few
 * calls are always possible, because otherwise nobody could see that the quota is back.
 */
final class BudgetedTransport implements Transport {

	private const SHARE              = 0.2;
	private const CALLS_WHERE_UNSAID = 5_000;
	private const CALLS_ALWAYS       = 25;

	/** @param int|null $remaining What the vendor last said is left for everybody; null where it did not say. */
	public function __construct(
		private readonly Transport $inner,
		private readonly CallMeter $meter,
		private readonly string $connection,
		private readonly ?int $remaining,
	) {}

	public function send( Request $request ): Response {
		$used  = $this->meter->callsToday( $this->connection );
		$share = null === $this->remaining ? self::CALLS_WHERE_UNSAID : max( self::CALLS_ALWAYS, (int) floor( self::SHARE * ( $this->remaining + $used ) ) );
		if ( $used >= $share ) {
			throw new ConnectorFault(
				FaultKind::RateLimited,
				'Causeway has used its own share of the calls for today and leaves the rest to the portal.',
				vendorCode: 'causeway-budget-spent'
			);
		}
		$this->meter->count( $this->connection );
		return $this->inner->send( $request );
	}
}
