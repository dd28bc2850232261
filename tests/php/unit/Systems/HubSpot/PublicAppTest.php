<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract, with a public app's short-lived tokens. */
#[CoversNothing]
final class PublicAppTest extends AppContract {

	protected function connection(): Connection {
		return Northwind::publicApp( self::lab() );
	}

	protected function arrange( string $state, Lab $lab ): void {
		'bad credential' === $state ? $lab->play( Order::of( 'revoke-refresh-tokens' ) ) : parent::arrange( $state, $lab );
	}
}
