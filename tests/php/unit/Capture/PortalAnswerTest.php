<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\PageText;
use Causeway\Capture\PortalAnswer;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PortalAnswerTest extends TestCase {

	/** @return iterable<string, array{bool, bool, string, string, bool}> Portal at work, calls went well, form, target, let in. */
	public static function redirects(): iterable {
		yield 'portal: to its dashboard on the same page' => [ true, true, '/portal/?ppage=login', 'https://a.example/portal/?ppage=dashboard', true ];
		yield 'portal: to another page' => [ true, true, '/portal/', '/my-account/', true ];
		yield 'portal: back with an error' => [ true, true, '/portal/', '/portal/?login=failed', false ];
		yield 'portal: back with an error code' => [ true, true, '/portal/', '/portal/?login_error=2', false ];
		yield 'portal: to wp-login.php' => [ true, true, '/portal/', '/wp-login.php?redirect_to=x', false ];
		yield 'portal: reload after good calls' => [ true, true, '/portal/', '/portal/', true ];
		yield 'portal: reload after calls that failed' => [ true, false, '/portal/', '/portal/', false ];
		yield 'no portal: shop sends back to its form' => [ false, false, '/my-account/', '/my-account/', false ];
		yield 'no portal: membership plugin sends to its login page' => [ false, false, '/', '/login/?action=retry', false ];
	}

	#[DataProvider( 'redirects' )]
	public function testTellsARedirectIntoThePortalFromOneBackToTheForm( bool $isPortal, bool $wentWell, string $form, string $target, bool $isIn ): void {
		self::assertSame( $isIn, ( new PortalAnswer( $isPortal, $wentWell ) )->redirectLetsIn( $target, $form ) );
	}

	public function testAPageThatAsksForThePasswordAgainLetsNobodyIn(): void {
		$portal = new PortalAnswer( true, true );
		self::assertFalse( $portal->pageLetsIn( new PageText( '<input type="password">' ) ) );
		self::assertTrue( $portal->pageLetsIn( new PageText( '<p>Welcome</p>' ) ) );
		self::assertFalse( ( new PortalAnswer( false, false ) )->pageLetsIn( new PageText( '<p>Welcome</p>' ) ), 'no portal is at work' );
	}
}
