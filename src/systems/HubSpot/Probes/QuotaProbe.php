<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\HubSpot\ErrorWords;
use Causeway\Systems\HubSpot\Examination;
use Causeway\Systems\HubSpot\HubSpotTime;
use Causeway\Systems\HubSpot\Requests\GetUsage;
use Causeway\Systems\HubSpot\Requests\Usage;

/**
 * Whether the account has calls left today.
 *
 * HubSpot names the limit that a call broke: the day's, or that of ten seconds or one. Where it does not, the usage of the day tells, and where
 * that is not told either, a second try after a pause, if nobody waits for the answer.
 *
 * @implements Probe<Examination>
 */
final class QuotaProbe implements Probe {

	public const PRODUCES = [ 'quota.available' ];

	/** The longest of the short limits. */
	private const PAUSE_SECONDS = 10.0;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$throttle = $look->throttle;
		if ( null === $throttle ) {
			return [ $this->fromHeaders( $look ) ];
		}
		if ( FaultKind::QuotaExhausted === $throttle->kind ) {
			return [ $this->usedUp( $look, $this->usage( $look ) ) ];
		}
		$usage = in_array( $throttle->vendorCode, ErrorWords::BURST, true ) ? null : $this->usage( $look );
		if ( 0 === $usage?->left ) {
			return [ $this->usedUp( $look, $usage ) ];
		}
		if ( ! $look->pause->isAllowed() || $look->api->secondsLeft() < self::PAUSE_SECONDS + 2 ) {
			return [ $this->busy( $look, $throttle, null !== $usage?->left ) ];
		}
		$look->pause->for( self::PAUSE_SECONDS );
		try {
			$look->people->account();
		} catch ( ConnectorFault $again ) {
			return match ( true ) {
				// A busy moment is over by now: what still refuses, and will not say why, is the day's limit.
				FaultKind::QuotaExhausted === $again->kind, ErrorWords::UNNAMED_LIMIT === $again->vendorCode && null === $usage?->left => [ $this->usedUp( $look, $usage ) ],
				$look->mayBeQuota( $again ) => [ $this->busy( $look, $again, null !== $usage?->left ) ],
				default => throw $again,
			};
		}
		$look->throttle = null;
		return [ $look->write->true( 'quota.available', 'Too many calls came within a few seconds; the next one was answered.' ) ];
	}

	private function fromHeaders( Examination $look ): Finding {
		$left = $look->api->fact( 'quotaRemaining' );
		return match ( $left ) {
			'' => $look->write->true( 'quota.available', 'HubSpot answers, and tells no limit of a day to this app.' ),
			'0' => $look->write->false( 'quota.available', 'HubSpot says that no call of today is left.' ),
			default => $look->write->true( 'quota.available', $left . ' calls are left today.' ),
		};
	}

	private function usage( Examination $look ): ?Usage {
		try {
			return $look->api->ask( new GetUsage() );
		} catch ( ConnectorFault ) {
			// The usage is a comfort: without it the refusal itself has to do.
			return null;
		}
	}

	private function busy( Examination $look, ConnectorFault $fault, bool $isLeft ): Finding {
		$look->end( 'rate-limited', $fault->getMessage() );
		return $isLeft || in_array( $fault->vendorCode, ErrorWords::BURST, true )
			? $look->write->true( 'quota.available', 'Too many calls came within a few seconds; the day’s calls are not used up.' )
			: $look->write->unknown( 'quota.available', 'rate-limited', 'HubSpot refused the call; only a second try after some seconds tells a busy moment from a used-up day.' );
	}

	private function usedUp( Examination $look, ?Usage $usage ): Finding {
		$detail = 'The account’s calls for today are used up.' . ( null === $usage || 0 === $usage->resetsAt ? '' : ' They start anew at ' . HubSpotTime::minute( $usage->resetsAt ) . '.' );
		$look->end( FaultKind::QuotaExhausted->value, $detail );
		return $look->write->false( 'quota.available', $detail );
	}
}
