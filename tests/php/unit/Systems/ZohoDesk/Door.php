<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Systems\Lab;

/** The connection to the simulated Zoho Desk, and the people of its scenario. */
final class Door {

	/** First digits of every id of the lab's organisation. */
	private const PREFIX = '184290000000';

	/** Numbers of the lab's people. */
	private const NUMBERS = [
		'fine'         => 11,
		'pending'      => 12,
		'inactive'     => 13,
		'deletedUser'  => 14,
		'neverInvited' => 15,
		'binned'       => 16,
		'purged'       => 17,
		'noAccount'    => 18,
		'noEmail'      => 19,
		'otherEmail'   => 20,
		'otherLogin'   => 21,
		'unlinked'     => 22,
		'signedUp'     => 23,
		'merged'       => 24,
		'mergedInto'   => 25,
		'twin'         => 26,
		'otherTwin'    => 27,
		'quoted'       => 28,
		'hostile'      => 29,
	];

	public const ALDER       = self::PREFIX . '091433';
	public const BRIGHTWATER = self::PREFIX . '091447';

	public const FIELD = 'cf_portal_access';

	public static function contact( string $person ): string {
		return self::PREFIX . ( 770_000 + self::NUMBERS[ $person ] );
	}

	public static function user( string $person ): string {
		return self::PREFIX . ( 230_000 + self::NUMBERS[ $person ] );
	}

	/**
	 * @param array<string, string> $fields  What differs from the lab's own.
	 * @param array<string, string> $secrets What differs from the lab's own.
	 */
	public static function to( Lab $lab, bool $mayWrite = false, array $fields = [], array $secrets = [] ): Connection {
		return new Connection(
			'zoho-desk',
			'zoho-desk',
			array_merge(
				[
					'data_centre'   => 'custom',
					'org_id'        => $lab->text( 'credentials', 'orgId' ),
					'api_base'      => $lab->text( 'base' ),
					'accounts_base' => $lab->text( 'accounts' ),
					'client_id'     => $lab->text( 'credentials', 'clientId' ),
					'portal_field'  => self::FIELD,
				],
				$fields
			),
			array_merge(
				[
					'client_secret' => $lab->text( 'credentials', 'clientSecret' ),
					'refresh_token' => $lab->text( 'credentials', 'refreshToken' ),
				],
				$secrets
			),
			$mayWrite,
		);
	}
}
