<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\CauseRule;
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

	#[DataProvider( 'seeds' )]
	public function testFindsWhatTheVendorsArticlesSpeakOf( string $message, array $causes ): void {
		$first = array_map( static fn ( RankedCause $cause ): string => $cause->ref(), array_slice( self::explain( $message )->causes, 0, 3 ) );
		$fits  = array_filter( $first, static fn ( string $ref ): bool => in_array( $ref, $causes, true ) || in_array( strtok( $ref, '/' ) . '/*', $causes, true ) );
		self::assertNotSame( [], $fits, implode( ', ', $first ) );
	}

	/** @return iterable<string, array{string, list<string>}> Those whose system has causes in the catalog. */
	public static function seeds(): iterable {
		/** @var list<array{message: string, causes: list<string>}> $rows */
		$rows    = json_decode( (string) file_get_contents( __DIR__ . '/../../../catalog/corpus/seeds.json' ), true, 512, JSON_THROW_ON_ERROR );
		$systems = array_unique( array_map( static fn ( CauseRule $cause ): string => $cause->system, BuiltCatalog::load()->causes() ) );
		foreach ( $rows as $row ) {
			if ( [] !== array_filter( $row['causes'], static fn ( string $ref ): bool => in_array( strtok( $ref, '/' ), $systems, true ) ) ) {
				yield $row['message'] => [ $row['message'], $row['causes'] ];
			}
		}
	}

	public function testClaimsNothingAboutATextThatIsNoRefusal(): void {
		/** @var list<array{message: string}> $rows */
		$rows = json_decode( (string) file_get_contents( __DIR__ . '/../../../catalog/corpus/no-login-error.json' ), true, 512, JSON_THROW_ON_ERROR );
		foreach ( $rows as $row ) {
			foreach ( self::explain( $row['message'] )->causes as $cause ) {
				self::assertSame( Confidence::Possible, $cause->confidence, $row['message'] );
			}
		}
	}

	public function testWordsNeverMakeMoreThanAPossibility(): void {
		$explanation = self::explain( 'her licence was taken away and now SuperOffice does not let her in' );
		self::assertFalse( $explanation->isRecognised );
		self::assertNotSame( [], $explanation->causes );
		foreach ( $explanation->causes as $cause ) {
			self::assertSame( Confidence::Possible, $cause->confidence );
		}
	}

	public function testWordsBesideAnOpaqueSentenceTellWhichOfItsCausesComesFirst(): void {
		$alone  = self::explain( 'Please contact your administrator' )->causes[0]->ref();
		$beside = self::explain( "Please contact your administrator
I think somebody deleted the Username field in Zoho CRM" )->causes[0]->ref();
		self::assertNotSame( $alone, $beside );
		self::assertSame( 'zoho-crm/username-field-deleted', $beside );
	}

	public function testReadsWhatAScreenshotsReaderGotWrong(): void {
		$causes = self::explain( "PIease c0ntact y0ur adminlstrator" )->causes;
		self::assertSame( self::explain( 'Please contact your administrator' )->causes[0]->ref(), $causes[0]->ref() );
	}

	public function testAsksAtMostThreeQuestionsAndTakesTheirAnswers(): void {
		$before = self::explain( 'Please contact your administrator' );
		self::assertNotSame( [], $before->questions );
		self::assertLessThanOrEqual( 3, count( $before->questions ) );
		$answers = [ 'zoho-crm:contact.exists' => true, 'zoho-crm:contact.has-account' => false ];
		$after   = ( new Explainer( BuiltCatalog::load() ) )->explain( 'Please contact your administrator', $answers );
		self::assertSame( 'zoho-crm/contact-without-account', $after->causes[0]->ref() );
		self::assertNotSame( Confidence::Certain, $after->causes[0]->confidence, 'what somebody says proves nothing' );
		self::assertSame( [], array_intersect( array_keys( $answers ), array_column( $after->toArray()['questions'], 'ref' ) ), 'nothing is asked twice' );
		self::assertLessThan( count( $before->causes ), count( $after->causes ) );
	}

	public function testPassesOverAnswersToQuestionsThatThereAreNot(): void {
		$answers = Explainer::answers( [ 'nowhere:nothing.at-all' => true, 'zoho-crm:contact.exists' => 'yes', 7 => true ] );
		self::assertSame( [ 'nowhere:nothing.at-all' => true ], $answers );
		self::assertEquals( self::explain( 'Please contact your administrator' )->toArray(), ( new Explainer( BuiltCatalog::load() ) )->explain( 'Please contact your administrator', $answers )->toArray() );
	}

	public function testTakesNoHintFromWhereThePageLies(): void {
		self::assertSame( [], self::explain( 'The site is https://sso.northwind.example/wp-login.php' )->causes );
		$refs = static fn ( string $message ): array => array_map( static fn ( RankedCause $cause ): string => $cause->ref(), self::explain( $message )->causes );
		self::assertSame( $refs( 'registration disabled' ), $refs( 'https://sso.northwind.example/wp-login.php?registration=disabled' ), 'only what was asked for counts' );
		self::assertContains( 'zoho-desk/invitation-not-confirmed', $refs( 'Not confirmed, at https://desk.zoho.com/portal/fabrikam/signin' ), 'a domain that names a system speaks for it' );
	}

	public function testOffersWhatEveryProductMeansThatSaysTheSame(): void {
		$refs = array_map( static fn ( RankedCause $cause ): string => $cause->ref(), self::explain( 'Invalid username or password.' )->causes );
		self::assertContains( 'wordpress/wrong-password', array_slice( $refs, 0, 3 ) );
		self::assertContains( 'wordpress/provider-password-wrong', $refs );
	}

	public function testHasNoCauseForATextThatItDoesNotKnow(): void {
		$array = self::explain( 'The printer is out of paper.' )->toArray();
		self::assertSame( [], $array['causes'] );
		self::assertCount( 1, $array['unknown'] );
	}

	public function testAnswersInThePublishedForm(): void {
		$array = self::explain( 'Please contact your administrator' )->toArray();
		self::assertSame( [ 'causes', 'unknown', 'questions', 'symptoms', 'recognised', 'recordable', 'pattern' ], array_keys( $array ) );
		$cause = $array['causes'][0];
		self::assertSame( [ 'cause', 'system', 'title', 'confidence', 'why', 'fixPath' ], array_keys( $cause ) );
		self::assertSame( [ 'step', 'title', 'applicability', 'link', 'body' ], array_keys( $cause['fixPath'][0] ) );
		self::assertSame( [ 'what', 'why' ], array_keys( $array['unknown'][0] ) );
	}

	private static function explain( string $message ): \Causeway\Diagnosis\Explanation {
		return ( new Explainer( BuiltCatalog::load() ) )->explain( $message );
	}
}
