<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Block;

use Causeway\Block\LoginErrorBlock;
use Causeway\Block\LoginErrorSlot;
use Causeway\Block\SlotSettings;
use Causeway\Capture\Fuse;
use Causeway\Capture\Guard;
use Causeway\Capture\LoginHooks;
use Causeway\Capture\MessageTier;
use Causeway\Capture\ShownMessage;
use Causeway\Support\Reference;
use Causeway\Tests\Support\WordPressTestCase;
use RuntimeException;

/** The block's place in the page, empty and filled. */
final class LoginErrorSlotTest extends WordPressTestCase {

	private function message( string $html = 'Text' ): ShownMessage {
		$reference = Reference::parse( 'K7QM-3FXA' );
		self::assertNotNull( $reference );
		return new ShownMessage( $reference, MessageTier::Anonymous, $html );
	}

	public function testNothingShowsBeforeALoginIsRefused(): void {
		$slot = LoginErrorSlot::markup( 'class="a"', SlotSettings::fromAttributes( [ 'contactText' => 'Call us' ] ) );
		self::assertMatchesRegularExpression( '~^<div class="a" data-causeway-slot="[^"]*" hidden></div>$~', $slot );
	}

	public function testTheMessageCanBeFocusedNamedAndChangedPolitely(): void {
		$page      = ( new LoginErrorSlot() )->fill( '<main>' . LoginErrorSlot::markup( 'class="a"', SlotSettings::fromAttributes( [] ) ) . '</main>', $this->message() );
		$processor = new \WP_HTML_Tag_Processor( $page );
		self::assertTrue( $processor->next_tag( 'section' ) );
		$name = $processor->get_attribute( 'aria-labelledby' );
		self::assertTrue( $processor->next_tag( 'h2' ) );
		self::assertSame( [ $name, '-1' ], [ $processor->get_attribute( 'id' ), $processor->get_attribute( 'tabindex' ) ] );
		self::assertTrue( $processor->next_tag( [ 'class_name' => 'causeway-login-error__news' ] ) );
		self::assertSame( 'polite', $processor->get_attribute( 'aria-live' ) );
		self::assertStringContainsString( '<code translate="no">K7QM-3FXA</code>', $page );
		self::assertStringStartsWith( '<main><div class="a"><section', $page );
	}

	public function testWhatNeedsAScriptIsHiddenWithoutOne(): void {
		$page      = ( new LoginErrorSlot() )->fill( LoginErrorSlot::markup( '', SlotSettings::fromAttributes( [] ) ), $this->message() );
		$processor = new \WP_HTML_Tag_Processor( $page );
		self::assertTrue( $processor->next_tag( [ 'class_name' => 'causeway-login-error__copy' ] ) );
		self::assertTrue( $processor->get_attribute( 'hidden' ) );
	}

	public function testOnlyTheFirstSlotOfAPageIsFilled(): void {
		$slot = LoginErrorSlot::markup( 'class="a"', SlotSettings::fromAttributes( [] ) );
		$page = ( new LoginErrorSlot() )->fill( $slot . $slot, $this->message() );
		self::assertSame( 1, substr_count( $page, '<section' ) );
		self::assertStringEndsWith( $slot, $page );
	}

	public function testWhatTheEditorWroteIsShownAsText(): void {
		$hostile = [
			'title'       => '<script>alert(1)</script>',
			'contactText' => '"><img src=x onerror=alert(1)>',
			'helpUrl'     => 'javascript:alert(1)',
			'helpLabel'   => '</a><script>',
			'loginUrl'    => "https://portal.example/\" onclick='x'",
		];
		$page    = ( new LoginErrorSlot() )->fill( LoginErrorSlot::markup( 'class="a"', SlotSettings::fromAttributes( $hostile ) ), $this->message( '$1 \\1' ) );
		self::assertDoesNotMatchRegularExpression( '~<script|<img|javascript:|\sonclick=~i', $page );
		self::assertStringContainsString( '$1 \\1', $page, 'no reference into a pattern' );
	}

	public function testAttributesOfAnotherTypeAreTakenAsMissing(): void {
		self::assertEquals(
			SlotSettings::fromAttributes( [] ),
			SlotSettings::fromAttributes(
				[
					'title'   => [ 'a' ],
					'helpUrl' => 7,
				]
			)
		);
	}

	public function testTheShortcodePrintsTheSameSlot(): void {
		$never = static fn (): never => throw new RuntimeException( 'Not asked here.' );
		( new LoginErrorBlock( __DIR__, new LoginHooks( new Guard( static fn (): Fuse => $never() ), $never ) ) )->register();
		self::assertTrue( ( new LoginErrorSlot() )->isIn( do_shortcode( '<p>a</p>[causeway_login_error contacttext="Call us"]' ) ) );
	}

	public function testNothingIsRegisteredOnTheLoginPage(): void {
		$GLOBALS['pagenow'] = 'wp-login.php';
		remove_shortcode( LoginErrorBlock::SHORTCODE );
		$never = static fn (): never => throw new RuntimeException( 'Not asked here.' );
		( new LoginErrorBlock( __DIR__, new LoginHooks( new Guard( static fn (): Fuse => $never() ), $never ) ) )->register();
		self::assertFalse( shortcode_exists( LoginErrorBlock::SHORTCODE ) );
	}
}
