<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract, on a tenant of SuperOffice CRM Online. */
#[CoversNothing]
final class OnlineTest extends EditionContract {

	protected function connection(): Connection {
		return Doors::online( self::lab() );
	}

	protected function arrange( string $state, Lab $lab ): void {
		match ( $state ) {
			'bad credential' => $lab->play(
				[
					'do'       => 'set-approval',
					'approval' => 'Revoked',
				]
			),
			'in maintenance' => $lab->play(
				[
					'do'    => 'set-tenant-state',
					'state' => 'OfflineMaintenance',
				]
			),
			'suspended' => $lab->play(
				[
					'do'    => 'set-tenant-state',
					'state' => 'Suspended',
				]
			),
			'unknown tenant' => $lab->play(
				[
					'merge'  => true,
					'tenant' => [ 'id' => 'Cust1' ],
				]
			),
			'user list empty' => $lab->play(
				[
					'merge'    => true,
					'switches' => [ 'onlineUserList' => 'empty' ],
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
			default => parent::arrange( $state, $lab ),
		};
	}

	protected static function expectations(): array {
		$healthy = [
			'connection.reachable'     => 'true',
			'connection.authorised'    => 'true',
			'installation.online'      => 'true',
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
			'user.approved'            => 'unknown:unsupported',
			'user.logged-in-before'    => 'unknown:unsupported',
			'licence.available'        => 'unknown:unsupported',
			'licence.in-force'         => 'unknown:unsupported',
		];
		$asleep  = [
			'connection.reachable'  => 'true',
			'connection.authorised' => 'unknown:unreachable',
			'installation.online'   => 'true',
			'installation.running'  => 'false',
			'user.exists'           => 'unknown:unreachable',
			'contact.exists'        => 'unknown:unreachable',
		];
		return [
			...self::shared( $healthy ),
			'field gone'      => [
				'user.exists'     => 'true',
				'user.can-log-in' => 'true',
				'user.licensed'   => 'unknown:not-readable',
			],
			'field left out'  => [
				'user.can-log-in' => 'true',
				'user.licensed'   => 'unknown:not-readable',
			],
			'in maintenance'  => [
				...$asleep,
				'installation.passing' => 'true',
			],
			'suspended'       => [
				...$asleep,
				'installation.passing' => 'false',
			],
			'unknown tenant'  => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'false',
				'installation.running'  => 'unknown:unauthorised',
			],
			'user list empty' => [
				'connection.authorised' => 'true',
				'user.exists'           => 'unknown:not-visible',
				'contact.exists'        => 'true',
			],
			'retired'         => [
				'user.active'     => 'unknown:not-readable',
				'contact.retired' => 'true',
				'user.licensed'   => 'false',
			],
			'switched off'    => [
				'user.active'     => 'unknown:not-readable',
				'user.can-log-in' => 'false',
				'contact.retired' => 'false',
				'user.licensed'   => 'true',
			],
		];
	}
}
