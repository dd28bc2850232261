<?php

declare(strict_types=1);

namespace Causeway\Systems\CatalystConnect\Probes;

use Causeway\Connector\FindingWriter;
use Causeway\Connector\PortalDirectory;
use Causeway\Support\Clock;
use Causeway\Support\Finding;

/** Whether the portal is here, and whether it was ever connected to the CRM. */
final class PortalProbe {

	public const PRODUCES = [ 'portal.present', 'portal.connected', 'portal-data-centre.matches' ];

	/** The free plugin calls `www.zohoapis.com`, whatever the organisation's data centre. Source: its published code, version 2.2.0. */
	private const DATA_CENTRE = 'us';

	public function __construct( private readonly PortalDirectory $portal, private readonly Clock $clock ) {}

	/**
	 * @param string $dataCentre Where the organisation lives, as our own connection to its CRM says; '' where there is none.
	 * @return list<Finding>
	 */
	public function answer( FindingWriter $write, string $dataCentre ): array {
		if ( ! $this->portal->isPresent() ) {
			return [
				$write->false( 'portal.present', 'This site has no user table of the portal.' ),
				...$write->allUnknown( [ 'portal.connected', 'portal-data-centre.matches' ], 'portal-absent' ),
			];
		}
		$tokenAt = $this->portal->newestTokenAt();
		$minutes = intdiv( max( 0, $this->clock->now() - $tokenAt ), 60 );
		return [
			$write->true( 'portal.present' ),
			$write->of( 'portal.connected', $tokenAt > 0, $tokenAt > 0 ? 'The portal last got an access token ' . $minutes . ' minutes ago.' : 'The portal never got an access token.' ),
			'' === $dataCentre
				? $write->unknown( 'portal-data-centre.matches', 'no-connection', 'Only a connection to the CRM tells in which data centre the organisation lives.' )
				: $write->of( 'portal-data-centre.matches', self::DATA_CENTRE === $dataCentre, 'The portal calls the data centre “us”; the organisation is in “' . $dataCentre . '”.' ),
		];
	}
}
