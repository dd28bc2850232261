<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Block;

use Causeway\Block\LoginErrorBlock;
use Causeway\Block\LoginErrorSlot;
use Causeway\Block\SlotSettings;
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
		$slot      = LoginErrorSlot::markup( 'class="a"', SlotSettings::fromAttributes( [ 'contactText' => 'Call us' ] ) );
		$processor = new \WP_HTML_Tag_Processor( $slot );
		self::assertTrue( $processor->next_tag( 'section' ) );
		self::assertTrue( $processor->get_attribute( 'hidden' ) );
		self::assertDoesNotMatchRegularExpression( '/[0-9A-Z]{4}-[0-9A-Z]{4}|autofocus/', $slot, 'nothing that belongs to one visitor: a cache may keep it' );
	}

	public function testEveryControlIsAFormOrALinkThatNeedsNoScript(): void {
		$page      = ( new LoginErrorSlot() )->fill( LoginErrorSlot::markup( '', SlotSettings::fromAttributes( [] ) ), $this->message() );
		$processor = new \WP_HTML_Tag_Processor( $page );
		$forms     = 0;
		while ( $processor->next_tag( 'form' ) ) {
			++$forms;
			self::assertSame( 'post', $processor->get_attribute( 'method' ) );
			self::assertStringContainsString( 'wp-login.php?action=causeway', (string) $processor->get_attribute( 'action' ) );
			self::assertTrue( $processor->next_tag( 'input' ) );
			self::assertSame( [ 'reference', 'K7QM-3FXA' ], [ $processor->get_attribute( 'name' ), $processor->get_attribute( 'value' ) ] );
		}
		self::assertSame( 2, $forms );
	}

	public function testTheEditorTakesControlsAwayAndReplacesOnlyTheTextForEverybody(): void {
		$settings = SlotSettings::fromAttributes(
			[
				'offersMail'    => false,
				'offersTell'    => false,
				'offersReset'   => false,
				'anonymousText' => 'Our own <b>words</b>',
			]
		);
		$slot = LoginErrorSlot::markup( '', $settings );
		$page = ( new LoginErrorSlot() )->fill( $slot, $this->message() );
		self::assertStringNotContainsString( '<form', $page );
		self::assertStringContainsString( 'Our own &lt;b&gt;words&lt;/b&gt;', $page );
		$reference = Reference::parse( 'K7QM-3FXA' );
		self::assertNotNull( $reference );
		$proven = ( new LoginErrorSlot() )->fill( $slot, new ShownMessage( $reference, MessageTier::Explained, 'The cause' ) );
		self::assertStringContainsString( 'The cause', $proven );
		self::assertStringNotContainsString( 'Our own', $proven );
	}

	public function testWhatIsKnownToEverybodyStandsAboveTheForm(): void {
		( new LoginErrorBlock( __DIR__, static fn (): string => 'A known <problem>' ) )->register();
		self::assertStringContainsString( 'A known &lt;problem&gt;', do_shortcode( '[causeway_login_error]' ) );
	}

	public function testTheFormForPortalsElsewhereEscapesWhatTheEditorWrote(): void {
		( new LoginErrorBlock( __DIR__, static fn (): string => '' ) )->register();
		$form = do_shortcode( '[causeway_login_error variant="report" portals="Customer portal, Partner <i>portal</i>" title="Stuck?"]' );
		self::assertStringContainsString( '<option>Partner &lt;i&gt;portal&lt;/i&gt;</option>', $form );
		self::assertStringContainsString( 'Stuck?', $form );
		self::assertStringNotContainsString( 'causeway-slot', $form );
		self::assertStringNotContainsString( '<select', do_shortcode( '[causeway_login_error variant="report" portals="One"]' ) );
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
		self::assertStringContainsString( '<code translate="no" dir="ltr" data-wp-text="context.reference">K7QM-3FXA</code>', $page );
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
		self::assertSame( 1, substr_count( $page, '>K7QM-3FXA<' ) );
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
		self::assertDoesNotMatchRegularExpression( '~<script|<img|href="javascript:|\sonclick=\'~i', $page );
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
		( new LoginErrorBlock( __DIR__, static fn (): string => '' ) )->register();
		self::assertTrue( ( new LoginErrorSlot() )->isIn( do_shortcode( '<p>a</p>[causeway_login_error contacttext="Call us"]' ) ) );
	}

	public function testNothingIsRegisteredOnTheLoginPage(): void {
		$GLOBALS['pagenow'] = 'wp-login.php';
		remove_shortcode( LoginErrorBlock::SHORTCODE );
		$never = static fn (): never => throw new RuntimeException( 'Not asked here.' );
		( new LoginErrorBlock( __DIR__, $never ) )->register();
		self::assertFalse( shortcode_exists( LoginErrorBlock::SHORTCODE ) );
	}
}
