<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\ZohoDesk\ErrorWords;
use Causeway\Systems\ZohoDesk\Examination;
use Causeway\Systems\ZohoDesk\Requests\ListOrganisations;

/**
 * Whether the organisation has API credits left for today.
 *
 * Two words refuse a call: one for too many at once, one for credits, to go by their names. Where no figure says how many credits are left,
 * it is asked again after a pause: the first clears within seconds, the second does not.
 *
 * @implements Probe<Examination>
 */
final class QuotaProbe implements Probe {

	public const PRODUCES = [ 'quota.available' ];

	private const PAUSE_SECONDS = 5.0;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$throttle = $look->throttle;
		if ( null === $throttle ) {
			$remaining = $look->api->fact( 'quotaRemaining' );
			return [ $look->write->true( 'quota.available', '' === $remaining ? 'Calls are answered.' : $remaining . ' API credits are left.' ) ];
		}
		if ( FaultKind::QuotaExhausted === $throttle->kind ) {
			return $this->exhausted( $look, 'Zoho Desk says that no API credits are left for today.' );
		}
		if ( ! $look->pause->isAllowed() || $look->api->secondsLeft() < self::PAUSE_SECONDS + 2 ) {
			return $this->undecided( $look, $throttle );
		}
		$look->pause->for( self::PAUSE_SECONDS );
		try {
			$look->api->ask( new ListOrganisations() );
			$look->throttle = null;
			return [ $look->write->true( 'quota.available', 'Too many calls ran at once; the next one was answered.' ) ];
		} catch ( ConnectorFault $again ) {
			if ( FaultKind::QuotaExhausted === $again->kind || ErrorWords::CREDITS === $again->vendorCode ) {
				return $this->exhausted( $look, 'Zoho Desk refused every call for longer than a busy moment lasts.' );
			}
			return $look->mayBeQuota( $again ) ? $this->undecided( $look, $again ) : throw $again;
		}
	}

	/** @return list<Finding> */
	private function undecided( Examination $look, ConnectorFault $throttle ): array {
		$look->end( 'rate-limited', $throttle->getMessage() );
		return [ $look->write->unknown( 'quota.available', 'rate-limited', 'Zoho Desk refused the call, and whether for a moment or for today is not said.' ) ];
	}

	/** @return list<Finding> */
	private function exhausted( Examination $look, string $detail ): array {
		$look->end( FaultKind::QuotaExhausted->value, $detail );
		return [ $look->write->false( 'quota.available', $detail ) ];
	}
}
