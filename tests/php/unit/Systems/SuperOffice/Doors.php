<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Systems\Lab;

/** Connections to the simulated SuperOffice, by each way in. */
final class Doors {

	/** @param array<string, string> $secrets What differs from the lab's own. */
	public static function online( Lab $lab, bool $mayWrite = false, array $secrets = [] ): Connection {
		return new Connection(
			'superoffice',
			'superoffice',
			[
				'edition'     => 'online',
				'environment' => 'custom',
				'login_base'  => $lab->text( 'login' ),
				'tenant'      => $lab->text( 'credentials', 'tenant' ),
				'client_id'   => $lab->text( 'credentials', 'clientId' ),
			],
			array_merge(
				[
					'client_secret' => $lab->text( 'credentials', 'clientSecret' ),
					'system_token'  => $lab->text( 'credentials', 'systemToken' ),
					'private_key'   => $lab->text( 'credentials', 'privateKey' ),
				],
				$secrets
			),
			$mayWrite,
		);
	}

	/** @param array<string, string> $secrets What differs from the lab's own. */
	public static function onsite( Lab $lab, bool $mayWrite = false, array $secrets = [] ): Connection {
		return new Connection(
			'superoffice',
			'superoffice',
			[
				'edition'   => 'onsite',
				'api_base'  => $lab->text( 'onsite' ),
				'user_name' => $lab->text( 'onsiteCredentials', 'userName' ),
			],
			array_merge( [ 'password' => $lab->text( 'onsiteCredentials', 'password' ) ], $secrets ),
			$mayWrite,
		);
	}
}
