<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\Requests\FindContacts;
use Causeway\Systems\Salesforce\Requests\GetLimits;

/**
 * Whether the organisation has API calls left.
 *
 * Salesforce has one word for "nothing left in these 24 hours" and "too many at once". Where the answer itself does not say which, the limits
 * do, if they may be read; else a second try after some seconds, where somebody else does not wait for it.
 *
 * @implements Probe<Examination>
 */
final class QuotaProbe implements Probe {

	public const PRODUCES = [ 'quota.available' ];

	private const PAUSE_SECONDS = 5.0;

	/** An id that no contact has. */
	private const NOBODY = '003000000000000AAA';

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$throttle = $look->throttle;
		if ( null === $throttle ) {
			return [ $look->write->true( 'quota.available', $this->left( $look->api->fact( 'quotaRemaining' ), $look->api->fact( 'quotaLimit' ) ) ) ];
		}
		if ( FaultKind::QuotaExhausted === $throttle->kind ) {
			return $this->exhausted( $look, $throttle->getMessage() );
		}
		$remaining = $this->remaining( $look );
		if ( null !== $remaining && $remaining <= 0 ) {
			return $this->exhausted( $look, 'Salesforce’s limits say that no API calls remain.' );
		}
		return $this->again( $look, $throttle, $remaining );
	}

	/**
	 * Too many calls ran at once, or nobody said: a moment later it shows.
	 *
	 * @return list<Finding>
	 */
	private function again( Examination $look, ConnectorFault $throttle, ?int $remaining ): array {
		if ( ! $look->pause->isAllowed() || $look->api->secondsLeft() < self::PAUSE_SECONDS + 2 ) {
			$look->end( 'rate-limited', $throttle->getMessage() );
			return [
				null === $remaining
					? $look->write->unknown( 'quota.available', 'rate-limited', 'Salesforce refused the call; only a second try after some seconds tells a busy moment from a used-up allowance.' )
					: $look->write->true( 'quota.available', 'Too many calls run at once; ' . $remaining . ' API calls are left.' ),
			];
		}
		$look->pause->for( self::PAUSE_SECONDS );
		try {
			// Something that no earlier look has asked, so that the answer is of this moment.
			$look->api->ask( FindContacts::byId( self::NOBODY, [ 'Id' ] ) );
		} catch ( ConnectorFault $again ) {
			if ( FaultKind::QuotaExhausted === $again->kind || ( $look->mayBeQuota( $again ) && null === $remaining ) ) {
				return $this->exhausted( $look, 'Salesforce refused every call for longer than a busy moment lasts.' );
			}
			// Contacts may be closed to the connection's user; the call was answered all the same.
			if ( FaultKind::Forbidden !== $again->kind ) {
				throw $again;
			}
		}
		$look->throttle = null;
		return [ $look->write->true( 'quota.available', 'Too many calls ran at once; the next one was answered.' ) ];
	}

	/** Calls left as the limits say; null where they may not be read. */
	private function remaining( Examination $look ): ?int {
		try {
			return $look->api->ask( new GetLimits() );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::QuotaExhausted === $fault->kind ) {
				return 0;
			}
			return null;
		}
	}

	/** @return list<Finding> */
	private function exhausted( Examination $look, string $detail ): array {
		$look->end( FaultKind::QuotaExhausted->value, $detail );
		return [ $look->write->false( 'quota.available', $detail ) ];
	}

	private function left( string $remaining, string $limit ): string {
		return '' === $remaining ? '' : $remaining . ' of ' . $limit . ' API calls are left in these 24 hours.';
	}
}
