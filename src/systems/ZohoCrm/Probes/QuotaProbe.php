<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Systems\ZohoCrm\Examination;
use Causeway\Systems\ZohoCrm\Requests\GetOrgNow;

/**
 * Whether the organisation has API credits left.
 *
 * Zoho answers "too many at once" and "no credits for today" with the same words and no waiting time. Seconds tell them apart: the first
 * clears, the second does not. So it is asked again after a pause, where somebody else does not wait for the answer.
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
			return [ $look->write->true( 'quota.available', '' === $remaining ? 'More than half of the day’s API credits are left.' : $remaining . ' API credits are left.' ) ];
		}
		if ( FaultKind::QuotaExhausted === $throttle->kind ) {
			return $this->exhausted( $look, 'Zoho CRM says that no API credits remain.' );
		}
		if ( ! $look->pause->isAllowed() || $look->api->secondsLeft() < self::PAUSE_SECONDS + 2 ) {
			$look->end( 'rate-limited', $throttle->getMessage() );
			return [ $look->write->unknown( 'quota.available', 'rate-limited', 'Zoho CRM refused the call; only a second try after some seconds tells a busy moment from a used-up quota.' ) ];
		}
		$look->pause->for( self::PAUSE_SECONDS );
		try {
			$look->api->ask( new GetOrgNow() );
			$look->throttle = null;
			return [ $look->write->true( 'quota.available', 'Too many calls ran at once; the next one was answered.' ) ];
		} catch ( ConnectorFault $again ) {
			if ( FaultKind::QuotaExhausted === $again->kind || $look->mayBeQuota( $again ) ) {
				return $this->exhausted( $look, 'Zoho CRM refused every call for longer than a busy moment lasts.' );
			}
			throw $again;
		}
	}

	/** @return list<\Causeway\Support\Finding> */
	private function exhausted( Examination $look, string $detail ): array {
		$look->end( FaultKind::QuotaExhausted->value, $detail );
		return [ $look->write->false( 'quota.available', $detail ) ];
	}
}
