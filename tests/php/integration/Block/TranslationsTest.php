<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Block;

use Causeway\Block\LoginErrorSlot;
use Causeway\Block\ReportForm;
use Causeway\Block\SlotSettings;
use Causeway\Capture\MessageTier;
use Causeway\Capture\Refusal;
use Causeway\Capture\VisitorMessage;
use Causeway\Cases\HelpTexts;
use Causeway\Support\Reference;
use Causeway\Tests\Integration\Capture\LoginPathTestCase;
use Causeway\Tests\Support\SwitchesLocale;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Error;

/** What a visitor reads in other languages, from the built translations as the running plugin loads them. */
final class TranslationsTest extends LoginPathTestCase {

	use SwitchesLocale;

	private const LANGUAGES = __DIR__ . '/../../../../build/languages';

	protected function tearDown(): void {
		$this->speakEnglishAgain();
		parent::tearDown();
	}

	/** What wp-login.php shows for this name with a wrong password, and the reference in it. */
	private function refusalOf( string $name ): string {
		$error = $this->logIn( $name, 'wrong' );
		self::assertInstanceOf( WP_Error::class, $error );
		$message = $this->shown( $error )->get_error_message();
		$this->endRequest();
		$reference = (string) $this->attempts[ count( $this->attempts ) - 1 ]->reference;
		self::assertStringContainsString( ">{$reference}</code>", $message );
		return str_replace( $reference, 'REFERENCE', $message );
	}

	private function refusal( bool $isProven = false ): Refusal {
		$reference = Reference::parse( 'K7QM-3FXA' );
		self::assertNotNull( $reference );
		return new Refusal( $reference, 0, 'portal-page', '', '', '', 0, $isProven );
	}

	private function message(): VisitorMessage {
		return new VisitorMessage( $this, static fn (): string => '', static fn (): string => '' );
	}

	public function testARefusalOnTheLoginPageComesInTheLanguageOfThePageWithAllItsParts(): void {
		self::user( [ 'user_login' => 'anna' ] );
		$this->speak( 'de_DE' );
		$this->wire();
		$message   = $this->refusalOf( 'anna' );
		$processor = new \WP_HTML_Tag_Processor( $message );
		$addresses = [];
		while ( $processor->next_tag( 'a' ) ) {
			$addresses[] = $processor->get_attribute( 'href' );
		}
		self::assertStringContainsString( 'konnten wir Sie nicht anmelden', $message );
		self::assertSame( wp_lostpassword_url(), $addresses[0] ?? null );
		self::assertStringContainsString( 'action=causeway', (string) ( $addresses[1] ?? '' ) );
		self::assertDoesNotMatchRegularExpression( '/%\d\$s/', $message );
	}

	public function testAReferenceRunsFromLeftToRightAmongWordsThatDoNot(): void {
		$this->wire();
		self::assertStringContainsString( '<code style="white-space:nowrap">REFERENCE</code>', $this->refusalOf( 'anna' ) );
		$before = $GLOBALS['wp_locale']->text_direction;
		try {
			$GLOBALS['wp_locale']->text_direction = 'rtl';
			self::assertStringContainsString( '<code dir="ltr" style="white-space:nowrap">REFERENCE</code>', $this->refusalOf( 'anna' ) );
		} finally {
			$GLOBALS['wp_locale']->text_direction = $before;
		}
	}

	/** @return iterable<string, array{string}> */
	public static function locales(): iterable {
		foreach ( [ 'de_DE', 'es_ES', 'fr_FR', 'nb_NO', 'nl_NL' ] as $locale ) {
			yield $locale => [ $locale ];
		}
	}

	#[DataProvider( 'locales' )]
	public function testKnownAndUnknownNamesReadAlikeInEveryLanguage( string $locale ): void {
		self::user( [ 'user_login' => 'anna' ] );
		$this->wire();
		$english = $this->refusalOf( 'anna' );
		$this->speak( $locale );
		$known = $this->refusalOf( 'anna' );
		self::assertNotSame( $english, $known );
		foreach ( [ 'nobody-here', 'nobody@here.example', 'anna@people.example' ] as $name ) {
			self::assertSame( $known, $this->refusalOf( $name ) );
		}
	}

	public function testTheMessageInThePageIsWholeInTheLanguageOfThePage(): void {
		$this->speak( 'de_DE' );
		$slot = LoginErrorSlot::markup( '', SlotSettings::fromAttributes( [] ) );
		foreach ( [ false, true ] as $isProven ) {
			$shown = $this->message()->inPage( $this->refusal( $isProven ) );
			self::assertSame( $isProven ? MessageTier::Looking : MessageTier::Anonymous, $shown->tier );
			$page = ( new LoginErrorSlot() )->fill( $slot, $shown );
			self::assertStringContainsString( $isProven ? 'Ihr Passwort stimmt' : 'Prüfen Sie zuerst', $page );
			self::assertStringContainsString( 'Sie sind nicht angemeldet', $page );
			self::assertStringContainsString( '>K7QM-3FXA<', $page );
			self::assertDoesNotMatchRegularExpression( '/>[^<]*\b(?:You|Your|the|this)\b[^<]*</', $page, 'nothing is left in English' );
		}
	}

	public function testWhatEveryPortalsFormSaysIsInTheLanguageOfThePage(): void {
		$this->speak( 'nl_NL' );
		$form = ( new ReportForm( [ 'portals' => [ 'A', 'B' ] ] ) )->html( '' );
		self::assertStringContainsString( 'Welk portaal?', $form );
		self::assertDoesNotMatchRegularExpression( '/>[^<]*\b(?:You|Your|the|this)\b[^<]*</', $form );
	}

	/** @return iterable<string, array{string, int, string}> */
	public static function waits(): iterable {
		yield 'one, German' => [ 'de_DE', 60, '1 Minute wieder' ];
		yield 'several, German' => [ 'de_DE', 240, '4 Minuten wieder' ];
		yield 'none, German' => [ 'de_DE', 0, '0 Minuten wieder' ];
		yield 'none, French, which counts it as one' => [ 'fr_FR', 0, '0 minute.' ];
		yield 'several, French' => [ 'fr_FR', 120, '2 minutes.' ];
	}

	#[DataProvider( 'waits' )]
	public function testANumberTakesTheFormOfTheLanguage( string $locale, int $seconds, string $end ): void {
		$this->speak( $locale );
		self::assertStringContainsString( $end, HelpTexts::tooMany( $seconds ) );
	}

	/** @return iterable<string, array{string}> */
	public static function built(): iterable {
		$files = glob( self::LANGUAGES . '/causeway-*.l10n.php' );
		foreach ( false === $files ? [] : $files as $file ) {
			$locale = substr( basename( $file, '.l10n.php' ), strlen( 'causeway-' ) );
			yield $locale => [ $locale ];
		}
	}

	#[DataProvider( 'built' )]
	public function testWordPressLoadsEveryBuiltLanguage( string $locale ): void {
		$this->speak( $locale );
		self::assertNotSame( 'You are not logged in', __( 'You are not logged in', 'causeway' ) );
		$this->speakEnglishAgain();
		self::assertSame( 'You are not logged in', __( 'You are not logged in', 'causeway' ) );
	}

	public function testALanguageThatWeDoNotHaveIsReadInEnglish(): void {
		$this->speak( 'pl_PL' );
		self::assertSame( 'You are not logged in', __( 'You are not logged in', 'causeway' ) );
	}

	public function testThePluginsOwnWayRoundTheSearchInEnglishDoesNotStopAnotherLanguage(): void {
		$this->message()->leaveEnglishAsItIs();
		self::assertSame( 'Send', __( 'Send', 'causeway' ) );
		$this->speak( 'de_DE' );
		self::assertSame( 'Senden', __( 'Send', 'causeway' ) );
	}
}
