<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\Dynamics365\ErrorWords;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\Portal;
use Causeway\Systems\Dynamics365\Requests\ListSiteSettings;
use Causeway\Systems\Dynamics365\SiteSettings;

/**
 * Whether people log in with Power Pages here, and which ways in the site offers.
 *
 * @implements Probe<Examination>
 */
final class SiteProbe implements Probe {

	public const PRODUCES = [ 'portal.used', 'site.password-login', 'site.external-login', 'site.login-by-email', 'site.password-reset', 'site.reset-wants-confirmation', 'site.invitations' ];

	/** What has to be on for each. Invitations are redeemed by registering. */
	private const SETTINGS = [
		'site.password-login'           => [ 'LocalLoginEnabled' ],
		'site.external-login'           => [ 'ExternalLoginEnabled' ],
		'site.login-by-email'           => [ 'LocalLoginByEmail' ],
		'site.password-reset'           => [ 'ResetPasswordEnabled' ],
		'site.reset-wants-confirmation' => [ 'ResetPasswordRequiresConfirmedEmail' ],
		'site.invitations'              => [ 'Enabled', 'InvitationEnabled' ],
	];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( Portal::Elsewhere === $look->portal ) {
			return $this->notUsed( $look, 'This connection says that people log in elsewhere.' );
		}
		$site = $this->settings( $look );
		if ( null === $site || ( ! $site->isThere() && Portal::FindOut === $look->portal ) ) {
			return Portal::FindOut === $look->portal
				? $this->notUsed( $look, 'No Power Pages site keeps its settings in this environment.' )
				: [ $look->write->true( 'portal.used' ), ...$look->write->allUnknown( array_keys( self::SETTINGS ), 'not-said', 'The environment holds no settings of a Power Pages site.' ) ];
		}
		$look->site    = $site;
		$look->noLogin = '';
		$findings      = [ $look->write->true( 'portal.used' ) ];
		foreach ( self::SETTINGS as $key => $settings ) {
			$says       = $site->says( ...$settings );
			$findings[] = null === $says
				? $look->write->unknown( $key, 'not-readable', 'The sites of this environment differ in it.' )
				: $look->write->of( $key, $says, implode( ' and ', $settings ) . ( $says ? ': on.' : ': off.' ) );
		}
		return $findings;
	}

	/**
	 * What the sites say, from whichever data model is installed; null where none is.
	 *
	 * @throws ConnectorFault
	 */
	private function settings( Examination $look ): ?SiteSettings {
		foreach ( [ 'mspp', 'adx' ] as $model ) {
			try {
				$site = new SiteSettings( $model, $look->api->ask( new ListSiteSettings( $model ) ) );
				if ( $site->isThere() || 'adx' === $model ) {
					return $site;
				}
			} catch ( ConnectorFault $fault ) {
				if ( ErrorWords::NO_TABLE !== $fault->vendorCode ) {
					throw $fault;
				}
			}
		}
		return null;
	}

	/** @return list<\Causeway\Support\Finding> */
	private function notUsed( Examination $look, string $detail ): array {
		return [ $look->write->false( 'portal.used', $detail ), ...$look->write->allUnknown( array_keys( self::SETTINGS ), 'not-tried' ) ];
	}
}
