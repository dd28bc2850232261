<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\ZohoDesk\Examination;

/**
 * Whether the Help Center that people log in to is switched on.
 *
 * @implements Probe<Examination>
 */
final class HelpCenterProbe implements Probe {

	public const PRODUCES = [ 'help-center.open' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$center = $look->people->helpCenter();
		if ( null === $center ) {
			return [ $look->write->unknown( 'help-center.open', 'not-found', 'The organisation has no Help Center by the ID of this connection, or several and none that is the default.' ) ];
		}
		$look->api->learn( [ 'helpCenterUrl' => $center->url ] );
		return [ $look->write->of( 'help-center.open', $center->isOpen, $center->label() . '.' ) ];
	}
}
