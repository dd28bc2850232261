<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\SuperOffice\Examination;
use Causeway\Systems\SuperOffice\Requests\GetLicenceStatus;

/**
 * Whether an own server's licence still holds. After its grace nobody gets in.
 *
 * @implements Probe<Examination>
 */
final class LicenceProbe implements Probe {

	public const PRODUCES = [ 'licence.in-force' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( $look->isOnline() ) {
			return [ $look->write->unknown( 'licence.in-force', 'unsupported', 'Online, SuperOffice itself keeps the licence.' ) ];
		}
		$userId = $look->user->associateId ?? $look->anyUserId;
		if ( '' === $userId ) {
			return [ $look->write->unknown( 'licence.in-force', 'not-visible', 'The question wants a user, and the list of users shows none.' ) ];
		}
		$endsAt = $look->api->ask( new GetLicenceStatus( $userId ) )->endsAt();
		return [
			0 === $endsAt
				? $look->write->unknown( 'licence.in-force', 'not-said', 'The server does not tell until when its licence holds.' )
				: $look->write->of( 'licence.in-force', $look->api->now() <= $endsAt, 'Holds until ' . gmdate( 'Y-m-d', $endsAt ) . ', grace included.' ),
		];
	}
}
