<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract, where people log in to a site of the organisation. */
#[CoversNothing]
final class SiteTest extends OrganisationContract {

	protected function connection(): Connection {
		return Doors::site( self::lab() );
	}

	protected function subjectIn( string $state ): Subject {
		return match ( $state ) {
			'inactive' => Cast::Inactive->known(),
			'frozen' => Cast::Frozen->known(),
			'locked' => Cast::Locked->byAddress(),
			'never logged in' => Cast::Pending->byAddress(),
			'no user', 'no user, no licence' => Cast::NoUser->known(),
			'another address' => Cast::OtherEmail->known(),
			'another name' => Cast::OtherName->byAddress(),
			'an employee' => Cast::Employee->byAddress(),
			'a login in another language', 'a login in another case' => Cast::WrongPassword->known(),
			default => parent::subjectIn( $state ),
		};
	}

	protected function arrange( string $state, Lab $lab ): void {
		match ( $state ) {
			'no user, no licence' => $lab->play(
				[
					'do' => 'take-licences',
					'id' => '1005g000000001AAAQ',
				],
				[ 'do' => 'take-licences' ]
			),
			'users closed' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'ManageUsers',
				]
			),
			'users closed, told by an empty list' => $lab->play(
				[
					'merge'    => true,
					'switches' => [ 'hiddenObject' => 'no-rows' ],
				],
				[
					'do'    => 'deny-right',
					'right' => 'ManageUsers',
				]
			),
			'a login in another language' => $lab->play(
				[
					'do'     => 'login',
					'id'     => Cast::WrongPassword->userId(),
					'status' => 'Ungültiges Kennwort',
				]
			),
			'a login in another case' => $lab->play(
				[
					'merge'    => true,
					'switches' => [ 'statusCase' => 'sentence' ],
				],
				[
					'do'     => 'login',
					'id'     => Cast::WrongPassword->userId(),
					'status' => 'Invalid Password',
				]
			),
			default => parent::arrange( $state, $lab ),
		};
	}

	protected static function expectations(): array {
		$user    = [
			'user.exists'                => 'true',
			'user.is-external'           => 'true',
			'user.active'                => 'true',
			'user.linked'                => 'true',
			'user.frozen'                => 'false',
			'user.locked'                => 'false',
			'user.logged-in-before'      => 'true',
			'user.login-name-matches'    => 'true',
			'user.email-matches'         => 'true',
			'licence.available'          => 'true',
			'last-login.wrong-password'  => 'false',
			'last-login.outside-network' => 'false',
		];
		$healthy = [
			'connection.reachable'        => 'true',
			'connection.authorised'       => 'true',
			'connection.scopes'           => 'true',
			'quota.available'             => 'true',
			'contact.linked'              => 'true',
			'contact.exists'              => 'true',
			'contact.in-recycle-bin'      => 'false',
			'contact.permanently-deleted' => 'false',
			'contact.merged'              => 'false',
			'contact.has-email'           => 'true',
			'contact.email-matches'       => 'true',
			'contact.has-account'         => 'true',
			...$user,
		];
		$without = [
			'user.exists'               => 'false',
			'user.active'               => 'unknown:user-absent',
			'user.frozen'               => 'unknown:user-absent',
			'last-login.wrong-password' => 'unknown:user-absent',
			'contact.exists'            => 'true',
		];
		// A user knows its contact by the id, so that others with the address do not come into it.
		$byUser = [ 'contact.single' => 'unknown:not-tried' ] + $healthy;
		return [
			...self::shared( $healthy ),
			'by address alone'                        => $byUser,
			'an id that is none'                      => $byUser,
			'an id whose case got lost'               => $byUser,
			'another case, compared letter by letter' => $byUser,
			'two contacts'                            => $byUser,
			'field gone'                              => [ 'portal-field.mapped' => 'false' ] + $healthy,
			'contacts closed'                         => [
				'user.exists'         => 'true',
				'user.frozen'         => 'false',
				'user.email-matches'  => 'unknown:forbidden',
				'contact.exists'      => 'unknown:forbidden',
				'contact.has-account' => 'unknown:forbidden',
			],
			'an address with a quote'                 => [
				'contact.exists' => 'true',
				'user.exists'    => 'true',
			],
			'inactive'                                => [ 'user.active' => 'false' ] + $user,
			'frozen'                                  => [ 'user.frozen' => 'true' ] + $user,
			'locked'                                  => [
				'user.locked'           => 'true',
				'last-login.locked-out' => 'true',
			] + $user,
			'never logged in'                         => [
				'user.logged-in-before'     => 'false',
				'last-login.wrong-password' => 'unknown:not-visible',
				'user.active'               => 'true',
			],
			'no user'                                 => [ 'licence.available' => 'true' ] + $without,
			'no user, no licence'                     => [ 'licence.available' => 'false' ] + $without,
			'another address'                         => [
				'user.email-matches' => 'false',
				'contact.has-email'  => 'true',
			],
			'another name'                            => [
				'user.exists'             => 'true',
				'user.login-name-matches' => 'false',
			],
			'an employee'                             => [
				'user.exists'      => 'true',
				'user.is-external' => 'false',
				'user.linked'      => 'false',
				'contact.linked'   => 'false',
			],
			'users closed'                            => [
				'user.exists'               => 'true',
				'user.active'               => 'true',
				'user.frozen'               => 'unknown:forbidden',
				'user.locked'               => 'unknown:forbidden',
				'user.email-matches'        => 'true',
				'last-login.wrong-password' => 'unknown:not-visible',
			],
			'users closed, told by an empty list'     => [
				'user.frozen'               => 'unknown:not-visible',
				'user.locked'               => 'unknown:not-visible',
				'last-login.wrong-password' => 'unknown:not-visible',
			],
			'a login in another language'             => [
				'user.exists'               => 'true',
				'last-login.wrong-password' => 'unknown:not-readable',
			],
			'a login in another case'                 => [
				'user.exists'               => 'true',
				'last-login.wrong-password' => 'true',
			],
		];
	}
}
