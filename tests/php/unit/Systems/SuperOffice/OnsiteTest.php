<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract, on a server of one's own. The password is a canary that must come out nowhere. */
#[CoversNothing]
final class OnsiteTest extends EditionContract {

	protected function connection(): Connection {
		return Doors::onsite( self::lab(), secrets: [ 'password' => self::CANARY ] );
	}

	protected function arrange( string $state, Lab $lab ): void {
		$lab->play(
			[
				'do'       => 'change-password',
				'password' => 'bad credential' === $state ? 'another' : self::CANARY,
			]
		);
		match ( $state ) {
			'version 8' => $lab->play(
				[
					'do'      => 'set-version',
					'version' => '8.5.7050.1421',
				]
			),
			'licence over' => $lab->play( [ 'do' => 'expire-licence' ] ),
			'licence in its grace' => $lab->play(
				[
					'do'      => 'expire-licence',
					'inGrace' => true,
				]
			),
			'licences closed' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'licences',
				]
			),
			'retired' => $lab->play(
				[
					'do' => 'retire-user',
					'id' => 41,
				]
			),
			'switched off' => $lab->play(
				[
					'do' => 'switch-login-off',
					'id' => 41,
				]
			),
			'no licence, counted in' => $lab->play(
				[
					'merge'    => true,
					'switches' => [ 'canLogon' => 'effective' ],
				],
				[
					'do' => 'remove-licences',
					'id' => 41,
				]
			),
			'no seat' => $lab->play(
				[
					'do'    => 'set-seats',
					'total' => 0,
				]
			),
			'a page instead of a version' => $lab->fault(
				[
					'path'   => '/SuperOffice/api',
					'method' => 'GET',
					'times'  => 1,
					'then'   => 'html',
				]
			),
			default => parent::arrange( $state, $lab ),
		};
	}

	protected static function expectations(): array {
		$healthy = [
			'connection.reachable'     => 'true',
			'connection.authorised'    => 'true',
			'installation.online'      => 'false',
			'installation.before-nine' => 'false',
			'installation.running'     => 'true',
			'installation.passing'     => 'false',
			'installation.moved'       => 'false',
			'user.exists'              => 'true',
			'user.single'              => 'true',
			'user.linked'              => 'true',
			'user.name-is-email'       => 'true',
			'contact.exists'           => 'true',
			'contact.merged'           => 'false',
			'contact.retired'          => 'false',
			'user.has-email'           => 'true',
			'user.email-reachable'     => 'true',
			'user.email-matches'       => 'true',
			'user.active'              => 'true',
			'user.can-log-in'          => 'true',
			'user.licensed'            => 'true',
			'user.approved'            => 'true',
			'user.logged-in-before'    => 'true',
			'licence.available'        => 'true',
			'licence.in-force'         => 'true',
		];
		return [
			...self::shared( $healthy ),
			'field gone'                  => $healthy,
			'field left out'              => $healthy,
			'version 8'                   => [
				...$healthy,
				'installation.before-nine' => 'true',
			],
			'a page instead of a version' => [
				...$healthy,
				'installation.before-nine' => 'unknown:not-said',
			],
			'licence over'                => [
				...$healthy,
				'licence.in-force' => 'false',
			],
			'licence in its grace'        => $healthy,
			'licences closed'             => [
				...$healthy,
				'licence.in-force' => 'unknown:forbidden',
			],
			'retired'                     => [
				'user.active'     => 'false',
				'contact.retired' => 'true',
				'user.licensed'   => 'false',
				'user.can-log-in' => 'unknown:not-readable',
			],
			'switched off'                => [
				'user.active'     => 'true',
				'user.can-log-in' => 'false',
				'user.licensed'   => 'true',
			],
			'no licence, counted in'      => [
				'user.active'     => 'true',
				'user.can-log-in' => 'unknown:not-readable',
				'user.licensed'   => 'false',
			],
			'no seat'                     => [ 'licence.available' => 'false' ],
		];
	}
}
