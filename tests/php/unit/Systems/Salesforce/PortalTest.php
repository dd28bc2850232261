<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Connection;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract, where another portal reads the contacts. */
#[CoversNothing]
final class PortalTest extends OrganisationContract {

	protected function connection(): Connection {
		return Doors::portal( self::lab() );
	}

	protected static function expectations(): array {
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
			'portal-field.mapped'         => 'true',
			'portal-field.visible'        => 'true',
			'portal-field.filled'         => 'true',
			'user.exists'                 => 'unknown:not-used-here',
			'user.active'                 => 'unknown:not-used-here',
			'user.frozen'                 => 'unknown:not-used-here',
			'licence.available'           => 'unknown:not-used-here',
			'last-login.wrong-password'   => 'unknown:not-used-here',
		];
		return [
			...self::shared( $healthy ),
			'field gone' => [
				'contact.exists'       => 'true',
				'contact.has-account'  => 'true',
				'portal-field.mapped'  => 'true',
				'portal-field.visible' => 'false',
				'portal-field.filled'  => 'unknown:field-absent',
			],
		];
	}
}
