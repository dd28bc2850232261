<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\Requests\Licence;
use Causeway\Systems\Salesforce\Requests\ListSiteLicences;

/**
 * Whether there is a free licence for a person who has none: without a user, or with one that is switched off.
 *
 * @implements Probe<Examination>
 */
final class LicenceProbe implements Probe {

	public const PRODUCES = [ 'licence.available' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$user = $look->user;
		if ( ! $look->hasUsers || ( null === $user && 'user-absent' !== $look->noUser ) ) {
			return [ $look->write->unknown( 'licence.available', $look->noUser ) ];
		}
		if ( null !== $user && $user->isActive() ) {
			return [ $look->write->true( 'licence.available', 'The user holds one: ' . $user->licence . '.' ) ];
		}
		$licences = $look->api->ask( new ListSiteLicences( null === $user ? '' : $user->licence ) );
		if ( [] === $licences ) {
			return [ $look->write->unknown( 'licence.available', 'not-visible', 'No licence of that kind is answered.' ) ];
		}
		$free = array_filter( $licences, static fn ( Licence $licence ): bool => $licence->isFree() );
		return [ $look->write->of( 'licence.available', [] !== $free, implode( '; ', array_map( static fn ( Licence $licence ): string => $licence->sentence(), $licences ) ) . '.' ) ];
	}
}
