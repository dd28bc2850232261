<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Confidence;
use Causeway\Diagnosis\Explainer;
use Causeway\Diagnosis\RankedCause;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ExplainerTest extends TestCase {

	public function testOffersEveryCauseOfTheOpaqueSentenceAndClaimsNone(): void {
		$causes = self::explain( 'Contact your Administrator' )->causes;
		$refs   = array_map( static fn ( RankedCause $cause ): string => $cause->ref(), $causes );
		foreach ( [ 'catalyst-connect/portal-subscription-calls-used-up', 'zoho-crm/crm-credits-exhausted', 'zoho-crm/contact-without-account', 'zoho-crm/username-field-deleted', 'zoho-crm/contact-in-recycle-bin' ] as $known ) {
			self::assertContains( $known, array_slice( $refs, 0, 5 ), 'the causes that the vendor names come early' );
		}
		self::assertNotContains( 'zoho-crm/connection-refused', $refs, 'this site’s own connection refuses no visitor' );
		self::assertNotContains( 'wordpress/wrong-password', $refs );
		foreach ( $causes as $cause ) {
			self::assertSame( Confidence::Possible, $cause->confidence );
		}
	}

	public function testSaysWhatNobodyLookedAt(): void {
		$explanation = self::explain( 'Please contact your administrator' );
		self::assertContains(
			[
				'what' => 'Whether the contact lies in Zoho CRM’s recycle bin',
				'why'  => 'No person was named, or nobody has looked yet.',
			],
			$explanation->unknown
		);
	}

	#[DataProvider( 'messages' )]
	public function testRecognisesTheSentenceInWhateverWasPasted( string $message, string $first, string $confidence ): void {
		$causes = self::explain( $message )->causes;
		self::assertNotSame( [], $causes );
		self::assertSame( $first, $causes[0]->ref() );
		self::assertSame( $confidence, $causes[0]->confidence->value );
	}

	/** @return iterable<string, array{string, string, string}> */
	public static function messages(): iterable {
		yield 'HTML of the login page' => [ '<div id="login_error"><strong>Error:</strong> The password you entered for the username <strong>jane</strong> is incorrect.</div>', 'wordpress/wrong-password', 'likely' ];
		yield 'a bare error code' => [ '  incorrect_password ', 'wordpress/wrong-password', 'possible' ];
		yield 'an e-mail around it' => [ "Hello,\nsince today I only get:\n> Your password reset link appears\n> to be invalid. Please request a new link below.\nThanks", 'wordpress/reset-key-invalid', 'likely' ];
		yield 'an unknown name' => [ 'Error: The username jane is not registered on this site.', 'wordpress/unknown-login-name', 'likely' ];
		yield 'a vendor’s error body' => [ '{"code":"OAUTH_SCOPE_MISMATCH","status":"error"}', 'catalyst-connect/portal-scope-missing', 'possible' ];
		yield 'a stale form' => [ 'Something went wrong', 'catalyst-connect/nonce-expired-page-cached', 'likely' ];
		yield 'capitals' => [ 'INVALID USER NAME / PASSWORD', 'catalyst-connect/wrong-portal-password', 'possible' ];
	}

	/** @param callable(): string $message */
	#[DataProvider( 'baits' )]
	public function testStaysCalmWhateverIsPasted( callable $message ): void {
		$text    = $message();
		$started = hrtime( true );
		$json    = json_encode( self::explain( $text )->toArray(), JSON_THROW_ON_ERROR );
		self::assertLessThan( 1.0, ( hrtime( true ) - $started ) / 1e9, 'seconds' );
		self::assertStringNotContainsString( '<script', $json );
	}

	/** @return iterable<string, array{callable(): string}> */
	public static function baits(): iterable {
		yield 'nothing' => [ static fn (): string => '' ];
		yield 'blanks' => [ static fn (): string => str_repeat( " \t\r\n", 50000 ) ];
		yield 'a megabyte' => [ static fn (): string => str_repeat( 'a', 1000000 ) ];
		yield 'bait for backtracking' => [ static fn (): string => str_repeat( 'the username ', 8000 ) . '!' ];
		yield 'more bait' => [ static fn (): string => str_repeat( 'the password you entered for the username x ', 2400 ) ];
		yield 'broken UTF-8' => [ static fn (): string => str_repeat( "\xC3\x28\xE2\x82\xF0\x9F", 15000 ) . ' contact your administrator' ];
		yield 'right-to-left marks' => [ static fn (): string => str_repeat( "\u{202E}\u{200F}", 15000 ) . 'contact your administrator' ];
		yield 'HTML' => [ static fn (): string => str_repeat( '<script>alert(1)</script><b', 4000 ) . '>contact your administrator' ];
		yield 'NUL bytes' => [ static fn (): string => str_repeat( "\0", 100000 ) ];
	}

	public function testHasNoCauseForATextThatItDoesNotKnow(): void {
		$array = self::explain( 'The printer is out of paper.' )->toArray();
		self::assertSame( [], $array['causes'] );
		self::assertCount( 1, $array['unknown'] );
	}

	public function testAnswersInThePublishedForm(): void {
		$array = self::explain( 'Please contact your administrator' )->toArray();
		self::assertSame( [ 'causes', 'unknown', 'questions', 'recognised' ], array_keys( $array ) );
		$cause = $array['causes'][0];
		self::assertSame( [ 'cause', 'system', 'title', 'confidence', 'why', 'fixPath' ], array_keys( $cause ) );
		self::assertSame( [ 'step', 'title', 'applicability', 'link', 'body' ], array_keys( $cause['fixPath'][0] ) );
		self::assertSame( [ 'what', 'why' ], array_keys( $array['unknown'][0] ) );
	}

	private static function explain( string $message ): \Causeway\Diagnosis\Explanation {
		return ( new Explainer( BuiltCatalog::load() ) )->explain( $message );
	}
}
