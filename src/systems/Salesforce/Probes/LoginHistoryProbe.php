<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\LoginStatus;
use Causeway\Systems\Salesforce\Requests\ListLoginsOfUser;
use Causeway\Systems\Salesforce\SalesforceTime;

/**
 * What became of the person's last login at Salesforce. Only names that belong to a user are recorded there.
 *
 * @implements Probe<Examination>
 */
final class LoginHistoryProbe implements Probe {

	public const PRODUCES = [
		'last-login.wrong-password',
		'last-login.locked-out',
		'last-login.outside-network',
		'last-login.outside-hours',
		'last-login.device-unverified',
		'last-login.not-a-member',
		'last-login.site-offline',
	];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$user = $look->user;
		if ( null === $user ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noUser );
		}
		$last = $look->api->ask( new ListLoginsOfUser( $user->id ) )[0] ?? null;
		if ( null === $last ) {
			return $look->write->allUnknown( self::PRODUCES, 'not-visible', 'No login of this user is answered: there was none in six months, or the right “Manage Users” is missing.' );
		}
		$detail = SalesforceTime::sentence( $last->at ) . ': ' . $last->status . '.';
		if ( ! LoginStatus::isKnown( $last->status ) ) {
			return $look->write->allUnknown( self::PRODUCES, 'not-readable', $detail );
		}
		$finding  = LoginStatus::finding( $last->status );
		$findings = [];
		foreach ( self::PRODUCES as $key ) {
			$findings[] = $look->write->of( $key, $key === $finding, $detail );
		}
		return $findings;
	}
}
