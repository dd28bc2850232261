<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Systems\Lab;

/** Connections to the simulated Salesforce. */
final class Doors {

	/** The contact field that the lab's portal takes as user name. */
	public const PORTAL_FIELD = 'Portal_Username__c';

	/**
	 * By client credentials; people log in to another portal.
	 *
	 * @param array<string, string> $fields  What differs.
	 * @param array<string, string> $secrets What differs.
	 */
	public static function portal( Lab $lab, bool $mayWrite = false, array $fields = [], array $secrets = [] ): Connection {
		return new Connection(
			'salesforce',
			'salesforce',
			array_merge(
				[
					'my_domain'    => $lab->text( 'base' ) . '/',
					'flow'         => 'client_credentials',
					'client_id'    => $lab->text( 'credentials', 'clientId' ),
					'logins'       => 'portal',
					'portal_field' => self::PORTAL_FIELD,
				],
				$fields
			),
			array_merge( [ 'client_secret' => $lab->text( 'credentials', 'clientSecret' ) ], $secrets ),
			$mayWrite,
		);
	}

	/** By client credentials; people log in to a site of the organisation. */
	public static function site( Lab $lab, bool $mayWrite = false ): Connection {
		return self::portal(
			$lab,
			$mayWrite,
			[
				'logins'       => 'salesforce',
				'portal_field' => '',
			]
		);
	}

	/** By an assertion that is signed here. */
	public static function assertion( Lab $lab, ?string $privateKey = null, ?string $username = null ): Connection {
		return self::portal(
			$lab,
			false,
			[
				'flow'     => 'jwt_bearer',
				'username' => $username ?? $lab->text( 'credentials', 'username' ),
			],
			[
				'client_secret' => '',
				'private_key'   => $privateKey ?? $lab->text( 'credentials', 'privateKey' ),
			]
		);
	}

	public static function refresh( Lab $lab, ?string $refreshToken = null ): Connection {
		return self::portal( $lab, false, [ 'flow' => 'refresh_token' ], [ 'refresh_token' => $refreshToken ?? $lab->text( 'credentials', 'refreshToken' ) ] );
	}
}
