<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\ZohoDesk\Examination;

/**
 * Whether the edition takes more Help Center users.
 *
 * No call tells how many it allows. Known is only that an invitation was refused for that reason; an invitation that goes through ends it.
 *
 * @implements Probe<Examination>
 */
final class LicenceProbe implements Probe {

	public const PRODUCES = [ 'licence.available' ];

	/** Connection fact: Unix seconds of the last invitation that the edition refused. */
	public const REFUSED_AT = 'licenceRefusedAt';

	/** A refusal that is older says nothing about today. */
	private const MOST_SECONDS = 7 * 86_400;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$refusedAt = (int) $look->api->fact( self::REFUSED_AT );
		return [
			$look->api->now() - $refusedAt < self::MOST_SECONDS
				? $look->write->false( 'licence.available', 'Zoho Desk refused an invitation for this reason on ' . gmdate( 'Y-m-d H:i', $refusedAt ) . ' UTC.' )
				: $look->write->unknown( 'licence.available', 'unsupported', 'How many users the edition still takes cannot be asked.' ),
		];
	}
}
