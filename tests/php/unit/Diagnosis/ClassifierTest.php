<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Classifier;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ClassifierTest extends TestCase {

	#[DataProvider( 'codes' )]
	public function testRecognisesACodeWithItsText( string $entry, string $code, string $text, ?string $symptom, string $proves = 'nothing' ): void {
		$match = self::classifier()->byCode( $entry, $code, $text );
		self::assertSame( $symptom, $match?->symptom );
		self::assertSame( null === $symptom ? null : $proves, $match?->proves );
	}

	/** @return iterable<string, list<string|null>> */
	public static function codes(): iterable {
		yield 'core’s sentence with its HTML' => [ 'wp-login', 'incorrect_password', '<strong>Error:</strong> The password you entered for the username <strong>jane</strong> is incorrect. <a href="/x">Lost your password?</a>', 'wordpress:incorrect-password' ];
		yield 'core’s sentence in German' => [ 'wp-login', 'incorrect_password', '<strong>Fehler:</strong> Das Passwort, das du für den Benutzernamen <strong>jane</strong> eingegeben hast, ist nicht korrekt.', 'wordpress:incorrect-password' ];
		yield 'other words for a code that plugins use too' => [ 'wp-login', 'incorrect_password', 'Das Passwort stimmt nicht.', 'wordpress:incorrect-password-in-other-words' ];
		yield 'other words for a code of one meaning' => [ 'wp-login', 'no_password_reset', 'Passwort kann nicht zurückgesetzt werden.', 'wordpress:reset-not-allowed' ];
		yield 'one code for two links, by its sentence' => [ 'wp-login', 'invalid_key', 'Invalid activation key.', 'wordpress:activation-key-unknown' ];
		yield 'one code for two links, in other words' => [ 'wp-login', 'invalid_key', 'Clé non valide.', 'wordpress:mailed-link-refused' ];
		yield 'a plugin’s sentence under a code of WordPress' => [ 'wp-login', 'incorrect_password', 'Authentication failed.', 'wordpress:google-captcha-authentication-failed' ];
		yield 'one code of one plugin, told apart by its sentence' => [ 'portal-page', 'denied_access', '<strong>ERROR:</strong> Your subscription is not active. Please contact administrator.', 'wordpress:user-registration-subscription-ended' ];
		yield 'one code, first text' => [ 'wp-login', 'test_cookie', 'Cookies are blocked due to unexpected output.', 'wordpress:cookies-blocked-by-output' ];
		yield 'one code, second text' => [ 'wp-login', 'test_cookie', 'Cookies are blocked or not supported by your browser.', 'wordpress:cookies-blocked-by-browser' ];
		yield 'one code with two meanings, translated' => [ 'wp-login', 'test_cookie', 'Cookies sind gesperrt.', 'wordpress:cookies-blocked' ];
		yield 'a sentence after the password' => [ 'wp-login', 'spammer_account', '<strong>Error:</strong> Your account has been marked as a spammer.', 'wordpress:marked-as-spammer', 'password' ];
		yield 'the code alone proves nothing' => [ 'wp-login', 'spammer_account', 'Gesperrt.', 'wordpress:marked-as-spammer', 'nothing' ];
		yield 'the same code of a program' => [ 'rest', 'incorrect_password', 'The provided password is an invalid application password.', 'wordpress:application-password-refused' ];
		yield 'an unknown code' => [ 'wp-login', 'captcha_failed', 'Please prove that you are human.', null ];
		yield 'an unknown entry' => [ 'telepathy', 'incorrect_password', '', null ];
	}

	public function testKnowsAPluginsSentenceFromWordPressesOwn(): void {
		self::assertSame( 'Google Captcha', self::classifier()->byCode( 'wp-login', 'incorrect_password', 'Authentication failed.' )?->source );
		self::assertSame( '', self::classifier()->byCode( 'wp-login', 'incorrect_password', 'The password you entered for the username jane is incorrect.' )?->source );
		self::assertSame( 'Limit Login Attempts Reloaded', self::classifier()->byText( 'wp-login', 'Too many failed login attempts. Please try again in 20 minutes.' )?->source );
	}

	#[DataProvider( 'pages' )]
	public function testReadsThePortalPageAsAVisitorDoes( string $html, ?string $symptom ): void {
		self::assertSame( $symptom, self::classifier()->byPage( 'portal-page', $html )?->symptom );
	}

	/** @return iterable<string, array{string, string|null}> */
	public static function pages(): iterable {
		$refusal = 'catalyst-connect:contact-your-administrator';
		yield 'a sentence in its own element' => [ '<html><body><form><p class="error">Please contact your administrator</p></form>', $refusal ];
		yield 'signs and entities around it' => [ "<div>\n\t⚠&nbsp;<b>Please</b>&#32;contact&nbsp;your\n administrator.</div>", $refusal ];
		yield 'right-to-left marks within' => [ "<p>\u{200F}Please contact\u{202C} your administrator\u{200E}</p>", $refusal ];
		yield 'broken UTF-8 beside it' => [ "<p>\xC3\x28\xFF</p><p>Please contact your administrator</p>", $refusal ];
		yield 'a help paragraph' => [ '<p>If nothing helps, please contact your administrator by e-mail.</p>', null ];
		yield 'a script' => [ '<script>var t = "<p>Please contact your administrator</p>";</script>', null ];
		yield 'a text field' => [ '<textarea>Please contact your administrator</textarea>', null ];
		yield 'a comment' => [ '<!-- <p>Please contact your administrator</p> -->', null ];
		yield 'an attribute' => [ '<input value="Please contact your administrator">', null ];
		yield 'a script that never ends' => [ '<p>hello</p><script><p>Please contact your administrator</p>', null ];
		yield 'wrong name or password' => [ '<td>Invalid User Name / Password<br></td>', 'catalyst-connect:invalid-user-name-password' ];
		yield 'a stale form' => [ '<span>Something went wrong</span>', 'catalyst-connect:something-went-wrong' ];
		yield 'nothing' => [ '', null ];
	}

	public function testKeepsTheProofOfThePortalsSentenceConditional(): void {
		self::assertSame( 'password-if-vendor-call', self::classifier()->byPage( 'portal-page', '<p>Please contact your administrator</p>' )?->proves );
	}

	/** @param callable(): string $page */
	#[DataProvider( 'baits' )]
	public function testTakesLinearTimeForHostilePages( callable $page ): void {
		$html    = $page();
		$started = hrtime( true );
		self::classifier()->byPage( 'portal-page', $html );
		self::assertLessThan( 1.0, ( hrtime( true ) - $started ) / 1e9, 'seconds for ' . strlen( $html ) . ' bytes' );
	}

	/** @return iterable<string, array{callable(): string}> */
	public static function baits(): iterable {
		yield 'tags that never close' => [ static fn (): string => str_repeat( '<a ', 170000 ) ];
		yield 'scripts that never close' => [ static fn (): string => str_repeat( '<script>', 65000 ) ];
		yield 'scripts in a row' => [ static fn (): string => str_repeat( '<script></script>', 30000 ) ];
		yield 'comments that never close' => [ static fn (): string => str_repeat( '<!--', 130000 ) ];
		yield 'blanks' => [ static fn (): string => str_repeat( " \n\t", 170000 ) ];
		yield 'almost the sentence' => [ static fn (): string => str_repeat( 'please contact your ', 26000 ) ];
		yield 'many runs' => [ static fn (): string => str_repeat( '<p>x</p>', 65000 ) ];
		yield 'only signs' => [ static fn (): string => str_repeat( '⚠', 170000 ) ];
	}

	#[DataProvider( 'asciiPages' )]
	public function testReadsPlainAsciiAsItReadsAnyOtherText( string $html, string $visible ): void {
		self::assertSame( $visible, Classifier::visibleText( $html ) );
		// A mark that nobody sees sends the same text the long way.
		self::assertSame( $visible, Classifier::visibleText( $html . "\u{00AD}" ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function asciiPages(): iterable {
		yield 'blanks between and around elements' => [ " <p>One   <b>two</b>\n three </p>\n<ul> <li> &#32; four</li><li></li></ul>", "One two three\nfour" ];
		yield 'tabs and line breaks within a run' => [ "<p>\tfive\r\n six\f</p>seven", "five six\nseven" ];
		yield 'nothing but white space' => [ " <p> </p>\n<div>\t</div> ", '' ];
	}

	public function testLooksAtHalfAMegabyteAtMost(): void {
		self::assertNull( self::classifier()->byPage( 'portal-page', str_repeat( '<p>x</p>', 65536 ) . '<p>Please contact your administrator</p>' ) );
	}

	#[DataProvider( 'hosts' )]
	public function testKnowsAVendorByItsHost( string $host, string $system ): void {
		self::assertSame( $system, self::classifier()->systemOfHost( $host ) );
	}

	/** @return iterable<array{string, string}> */
	public static function hosts(): iterable {
		yield [ 'www.zohoapis.com', 'zoho-crm' ];
		yield [ 'WWW.ZohoApis.EU.', 'zoho-crm' ];
		yield [ 'accounts.zoho.com.au', 'zoho-crm' ];
		yield [ 'evilzohoapis.com', '' ];
		yield [ 'zohoapis.com.example.org', '' ];
		yield [ 'example.org', '' ];
		yield [ '', '' ];
	}

	public function testRecognisesNothingWithoutItsFile(): void {
		self::assertNull( ( new Classifier( __DIR__ . '/missing.php' ) )->byPage( 'portal-page', '<p>Please contact your administrator</p>' ) );
	}

	private static function classifier(): Classifier {
		return new Classifier( BuiltCatalog::BUILD . '/catalog/classifier.php' );
	}
}
