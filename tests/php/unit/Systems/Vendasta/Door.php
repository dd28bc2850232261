<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Systems\Lab;

/** Connections to the simulated Vendasta. */
final class Door {

	/**
	 * @param array<string, string> $fields  What differs from the lab's own.
	 * @param array<string, string> $secrets What differs from the lab's own.
	 */
	public static function to( Lab $lab, bool $mayWrite = false, array $fields = [], array $secrets = [] ): Connection {
		return new Connection(
			'vendasta',
			'vendasta',
			array_merge(
				[
					'environment' => 'custom',
					'partner_id'  => $lab->text( 'credentials', 'partnerId' ),
					'login_base'  => $lab->text( 'login' ),
					'api_base'    => $lab->text( 'base' ),
				],
				$fields
			),
			array_merge( [ 'key_file' => $lab->text( 'credentials', 'keyFile' ) ], $secrets ),
			$mayWrite,
		);
	}
}
