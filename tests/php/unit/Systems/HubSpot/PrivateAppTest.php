<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract, with the token of a private app. */
#[CoversNothing]
final class PrivateAppTest extends AppContract {

	protected function connection(): Connection {
		return Northwind::privateApp( self::lab() );
	}

	protected function arrange( string $state, Lab $lab ): void {
		match ( $state ) {
			'bad credential' => $lab->play( Order::of( 'rotate-token', client: 'causeway' ) ),
			'quota gone' => $lab->play( Order::of( 'spend-calls', leave: 0 ) ),
			'quota gone, and not said' => $lab->play( Order::switches( dailyPolicy: 'none' ), Order::of( 'spend-calls', leave: 0 ) ),
			default => parent::arrange( $state, $lab ),
		};
	}

	protected static function expectations(): array {
		$all = parent::expectations();
		return [
			...$all,
			'quota gone, and not said' => $all['quota gone'],
		];
	}
}
