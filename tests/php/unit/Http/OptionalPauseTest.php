<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Http;

use Causeway\Http\OptionalPause;
use PHPUnit\Framework\TestCase;

final class OptionalPauseTest extends TestCase {

	public function test_nobody_who_waits_for_a_page_waits_for_us(): void {
		$started = hrtime( true );
		$pause   = new OptionalPause( false );
		$pause->for( 30.0 );

		self::assertFalse( $pause->isAllowed() );
		self::assertLessThan( 1e9, hrtime( true ) - $started );
	}

	public function test_sleeps_once_the_request_is_known_to_be_background_work(): void {
		$pause = new OptionalPause( false );
		$pause->allow();
		$started = hrtime( true );
		$pause->for( 0.02 );

		self::assertTrue( $pause->isAllowed() );
		self::assertGreaterThanOrEqual( 15e6, hrtime( true ) - $started );
	}
}
