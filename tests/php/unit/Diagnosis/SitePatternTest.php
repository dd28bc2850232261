<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Classifier;
use Causeway\Diagnosis\Confidence;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Explainer;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RankedCause;
use Causeway\Diagnosis\SitePattern;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Messages that only this site knows. */
final class SitePatternTest extends TestCase {

	private const MESSAGE = 'Your green badge has gone stale, ring extension 12.';

	#[DataProvider( 'sameMessages' )]
	public function testIsTheSameMessageForEverybody( string $one, string $other ): void {
		self::assertSame( SitePattern::comparable( $one ), SitePattern::comparable( $other ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function sameMessages(): iterable {
		yield 'another number' => [ 'Wait 5 minutes.', 'Wait 20 minutes' ];
		yield 'another address' => [ 'No badge for anna@example.org!', 'No badge for bo.li@shop.example' ];
		yield 'another name in quotation marks' => [ 'User "anna" has no badge', 'User "Bo Li" has no badge' ];
		yield 'another link' => [ 'See https://a.example/x?y=1 for help', 'see https://b.example/ for help' ];
		yield 'with and without what every form puts in front' => [ 'Error: the badge is stale.', 'The badge is stale' ];
		yield 'in capitals' => [ 'THE BADGE IS STALE', 'the badge is stale' ];
	}

	public function testKeepsNothingThatNamesAPerson(): void {
		$text = SitePattern::comparable( 'User "Bo Li" (bo.li@shop.example, no. 4711) has no badge' );
		self::assertSame( 'user # # no # has no badge', $text );
	}

	public function testWantsASentenceAndNoPage(): void {
		foreach ( [ '', 'Hm', 'aaaaaaaaaaaaaa', '12 34 56 78 90', str_repeat( 'the page around it ', 50 ) ] as $text ) {
			self::assertFalse( SitePattern::isUsable( SitePattern::comparable( $text ) ), $text );
		}
		self::assertTrue( SitePattern::isUsable( SitePattern::comparable( self::MESSAGE ) ) );
	}

	#[DataProvider( 'pages' )]
	public function testIsKnownOnTheLoginPathByItsId( string $html, bool $isKnown ): void {
		$pattern    = self::pattern( '' );
		$classifier = new Classifier( BuiltCatalog::BUILD . '/catalog/classifier.php', [ $pattern->id ] );
		$match      = $classifier->bySite( Classifier::visibleText( $html ) );
		self::assertSame( $isKnown ? $pattern->ref() : null, $match?->symptom );
		self::assertSame( $isKnown ? 'nothing' : null, $match?->proves );
	}

	/** @return iterable<string, array{string, bool}> */
	public static function pages(): iterable {
		yield 'the message' => [ self::MESSAGE, true ];
		yield 'with markup' => [ '<strong>Error:</strong> Your <em>green</em> badge has gone stale, ring extension 99.', true ];
		yield 'as one run of a page' => [ '<h1>Log in</h1><p>Your green badge has gone stale, ring extension 12.</p><p>Help</p>', true ];
		yield 'within a longer sentence' => [ 'If it says that your green badge has gone stale, ring extension 12, do so.', false ];
		yield 'another message' => [ 'Your blue badge has gone stale, ring extension 12.', false ];
		yield 'nothing' => [ '', false ];
		yield 'a page of blanks' => [ str_repeat( "<p>x</p>\n", 50000 ), false ];
	}

	public function testIsAskedForNothingWhereNoneWasRecorded(): void {
		self::assertNull( ( new Classifier( BuiltCatalog::BUILD . '/catalog/classifier.php' ) )->bySite( self::MESSAGE ) );
	}

	public function testBringsItsCauseToTheDiagnosisAsAPossibility(): void {
		foreach ( [ 'wordpress/account-disabled', 'zoho-crm/contact-without-account', 'wordpress/wrong-password' ] as $cause ) {
			$pattern   = self::pattern( $cause );
			$diagnosis = ( new Diagnoser( self::catalog( $pattern ) ) )->diagnose( new Facts( [], [ $pattern->ref() ] ) );
			self::assertSame( [ $cause ], array_map( static fn ( RankedCause $ranked ): string => $ranked->ref(), $diagnosis->causes ), $cause );
			self::assertSame( Confidence::Possible, $diagnosis->causes[0]->confidence );
			self::assertStringContainsString( $pattern->text, implode( ' ', $diagnosis->causes[0]->why ) );
			self::assertSame( [ $pattern->ref() ], $diagnosis->symptoms );
		}
	}

	public function testIsOnlyAHintAndFindingsDecide(): void {
		$pattern = self::pattern( 'zoho-crm/contact-without-account' );
		$account = new Finding( 'zoho-crm', 'contact.has-account', Truth::True, 'test', 1 );
		$causes  = ( new Diagnoser( self::catalog( $pattern ) ) )->diagnose( new Facts( [ $account ], [ $pattern->ref() ] ) )->causes;
		self::assertNotContains( 'zoho-crm/contact-without-account', array_map( static fn ( RankedCause $ranked ): string => $ranked->ref(), $causes ) );
	}

	#[DataProvider( 'patternsWithoutACause' )]
	public function testChangesNoDiagnosisWhereItHasNoCause( ?SitePattern $recorded ): void {
		$ref      = self::pattern( '' )->ref();
		$findings = [ new Finding( 'zoho-crm', 'contact.exists', Truth::True, 'test', 1 ), new Finding( 'zoho-crm', 'contact.has-account', Truth::False, 'test', 1 ) ];
		$catalog  = self::catalog( ...array_filter( [ $recorded ] ) );
		$with     = ( new Diagnoser( $catalog ) )->diagnose( new Facts( $findings, [ $ref ] ) );
		$without  = ( new Diagnoser( $catalog ) )->diagnose( new Facts( $findings, [] ) );
		self::assertSame( $without->toArray()['causes'], $with->toArray()['causes'] );
	}

	/** @return iterable<string, array{SitePattern|null}> */
	public static function patternsWithoutACause(): iterable {
		yield 'nobody chose one' => [ self::pattern( '' ) ];
		yield 'its cause has left the catalog' => [ self::pattern( 'gone/for-good' ) ];
		yield 'it was forgotten' => [ null ];
	}

	public function testIsExplainedByWhatWasRecorded(): void {
		$pattern     = self::pattern( 'wordpress/account-disabled' );
		$explanation = ( new Explainer( self::catalog( $pattern ) ) )->explain( "Hello,\nI only get: <b>Error:</b> your green badge has gone stale, ring extension 7\nThanks" );
		self::assertTrue( $explanation->isRecognised );
		self::assertFalse( $explanation->isRecordable );
		self::assertSame( 'wordpress/account-disabled', $explanation->causes[0]->ref() );
		self::assertSame( Confidence::Possible, $explanation->causes[0]->confidence );
		self::assertSame( $pattern->id, $explanation->toArray()['pattern']['id'] ?? '' );
	}

	public function testSaysThatItIsKnownHereWhereNobodyChoseACause(): void {
		$explanation = ( new Explainer( self::catalog( self::pattern( '' ) ) ) )->explain( self::MESSAGE );
		self::assertTrue( $explanation->isRecognised );
		self::assertSame( [], $explanation->causes );
		self::assertStringContainsString( 'recorded for this site', $explanation->unknown[0]['why'] );
	}

	public function testOffersToRecordWhatNobodyKnows(): void {
		$explainer = new Explainer( self::catalog() );
		self::assertTrue( $explainer->explain( self::MESSAGE )->isRecordable );
		self::assertFalse( $explainer->explain( 'Please contact your administrator' )->isRecordable );
		self::assertFalse( $explainer->explain( 'Hm' )->isRecordable );
		self::assertFalse( $explainer->explain( str_repeat( 'green badge ', 200 ) )->isRecordable );
	}

	private static function pattern( string $cause ): SitePattern {
		[ $system, $name ] = explode( '/', $cause, 2 ) + [ '', '' ];
		return SitePattern::of( SitePattern::comparable( self::MESSAGE ), $system, $name, 1, 1 );
	}

	private static function catalog( SitePattern ...$patterns ): Catalog {
		return Catalog::fromDirectory( BuiltCatalog::BUILD . '/catalog', static fn (): array => array_values( $patterns ) );
	}
}
