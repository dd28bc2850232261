<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Systems\Dynamics365\ErrorWords;
use Causeway\Systems\Dynamics365\Examination;

/**
 * Whether this connection may ask more in these five minutes. Dataverse counts each user by itself, so this says nothing of the portal's own.
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
			$left = $look->api->fact( 'quotaRemaining' );
			return [ $look->write->true( 'quota.available', '' === $left ? '' : $left . ' calls are left in these five minutes.' ) ];
		}
		if ( FaultKind::QuotaExhausted === $throttle->kind ) {
			return $this->usedUp( $look, $throttle );
		}
		if ( ! $look->pause->isAllowed() || $look->api->secondsLeft() < self::PAUSE_SECONDS + 2 ) {
			return $this->busy( $look, $throttle );
		}
		$look->pause->for( self::PAUSE_SECONDS );
		try {
			$look->people->caller();
		} catch ( ConnectorFault $again ) {
			return match ( true ) {
				FaultKind::QuotaExhausted === $again->kind, ErrorWords::LIMIT === $again->vendorCode => $this->usedUp( $look, $again ),
				$look->mayBeQuota( $again ) => $this->busy( $look, $again ),
				default => throw $again,
			};
		}
		$look->throttle = null;
		return [ $look->write->true( 'quota.available', 'Too many calls ran at once; the next one was answered.' ) ];
	}

	/** @return list<\Causeway\Support\Finding> */
	private function busy( Examination $look, ConnectorFault $fault ): array {
		$look->end( 'rate-limited', $fault->getMessage() );
		return [
			ErrorWords::BUSY === $fault->vendorCode
				? $look->write->true( 'quota.available', 'Too many calls of this connection run at once.' )
				: $look->write->unknown( 'quota.available', 'rate-limited', 'Dataverse refused the call; only a second try after some seconds tells a busy moment from a used-up window.' ),
		];
	}

	/** @return list<\Causeway\Support\Finding> */
	private function usedUp( Examination $look, ConnectorFault $fault ): array {
		$detail = 'This connection has used what one user may ask in five minutes.' . ( null === $fault->retryAfterSeconds ? '' : ' Dataverse answers again in ' . $fault->retryAfterSeconds . ' seconds.' );
		$look->end( FaultKind::QuotaExhausted->value, $detail );
		return [ $look->write->false( 'quota.available', $detail ) ];
	}
}
