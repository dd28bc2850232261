<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\SuperOffice\Examination;
use Causeway\Systems\SuperOffice\Requests\GetUser;
use Causeway\Systems\SuperOffice\Requests\GetUserInfo;
use Causeway\Systems\SuperOffice\Requests\Licence;
use Causeway\Systems\SuperOffice\Requests\User;
use Causeway\Systems\SuperOffice\Requests\UserInfo;
use Causeway\Systems\SuperOffice\Requests\UserRow;

/**
 * Whether the user may log in, and has the licence for it. An own server tells all of it; Online, applications see the list of users only.
 *
 * @implements Probe<Examination>
 */
final class LoginProbe implements Probe {

	public const PRODUCES = [ 'user.active', 'user.can-log-in', 'user.licensed', 'user.approved', 'user.logged-in-before', 'licence.available' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$row = $look->user;
		if ( null === $row ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noUser );
		}
		if ( $look->isOnline() ) {
			return $this->fromRow( $look, $row );
		}
		$info = $look->api->ask( new GetUserInfo( $row->associateId ) );
		$user = $look->api->ask( new GetUser( $row->associateId ) );
		return null === $info || null === $user ? $look->write->allUnknown( self::PRODUCES, 'not-found' ) : $this->fromServer( $look, $info, $user );
	}

	/** @return list<Finding> */
	private function fromRow( Examination $look, UserRow $row ): array {
		$mayLogIn = Truth::Unknown === $row->canLogin ? $row->isActive : $row->canLogin;
		return [
			match ( true ) {
				Truth::True === $row->isActive => $look->write->true( 'user.active', 'The list of users shows the user as active.' ),
				Truth::False === $row->isActive && Truth::True === $row->canLogin => $look->write->false( 'user.active', 'The list of users shows the user as not active.' ),
				// Retired, or only switched off: the list shows both alike.
				default => $look->write->unknown( 'user.active', 'not-readable' ),
			},
			Truth::Unknown === $mayLogIn
				? $look->write->unknown( 'user.can-log-in', 'not-readable' )
				: $look->write->of( 'user.can-log-in', Truth::True === $mayLogIn, 'As the list of users shows.' ),
			null === $row->plan
				? $look->write->unknown( 'user.licensed', 'not-readable', 'The list of users has no column for the user plan here.' )
				: $look->write->of( 'user.licensed', '' !== $row->plan, '' === $row->plan ? 'No user plan is set.' : $row->plan ),
			...$look->write->allUnknown( [ 'user.approved', 'user.logged-in-before', 'licence.available' ], 'unsupported', 'SuperOffice CRM Online closes user administration to applications.' ),
		];
	}

	/** @return list<Finding> */
	private function fromServer( Examination $look, UserInfo $info, User $user ): array {
		$licences   = implode( ', ', array_map( static fn ( Licence $licence ): string => $licence->description, $user->assigned() ) );
		$free       = implode( ', ', array_map( static fn ( Licence $licence ): string => $licence->description, $user->freePlans() ) );
		$hasPlan    = $user->hasPlan();
		$waits      = $user->waitsForApproval();
		$lastLogin  = $user->lastLogin();
		$isRetired  = $info->isDeleted || $user->isDeleted();
		return [
			$look->write->of( 'user.active', ! $isRetired, $isRetired ? 'The user is retired.' : 'Role ' . $info->roleName . '.' ),
			match ( true ) {
				Truth::True === $info->canLogon => $look->write->true( 'user.can-log-in' ),
				// Some versions count a missing licence in, so a no means the switch only where there is one.
				Truth::False === $info->canLogon && $hasPlan && ! $isRetired => $look->write->false( 'user.can-log-in', '“Can log in” is off.' ),
				default => $look->write->unknown( 'user.can-log-in', Truth::Unknown === $info->canLogon ? 'not-said' : 'not-readable' ),
			},
			$look->write->of( 'user.licensed', $hasPlan, '' === $licences ? 'No licence is given.' : $licences ),
			null === $waits ? $look->write->unknown( 'user.approved', 'not-said' ) : $look->write->of( 'user.approved', ! $waits ),
			null === $lastLogin
				? $look->write->unknown( 'user.logged-in-before', 'not-said' )
				: $look->write->of( 'user.logged-in-before', $lastLogin > 0, 0 === $lastLogin ? 'No login is recorded.' : 'Last login ' . gmdate( 'Y-m-d H:i', $lastLogin ) . ' UTC.' ),
			$look->write->of( 'licence.available', '' !== $free, '' === $free ? 'No seat of any user licence is free.' : 'Free: ' . $free ),
		];
	}
}
