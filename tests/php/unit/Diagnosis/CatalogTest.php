<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\CauseRule;
use Causeway\Diagnosis\Confidence;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use PHPUnit\Framework\TestCase;

final class CatalogTest extends TestCase {

	public function testTranslatesNothingWhileItsFilesLoad(): void {
		$code = sprintf( 'require %s; require %s; require %s; echo "quiet";', ...array_map( static fn ( string $name ): string => var_export( BuiltCatalog::BUILD . '/catalog/' . $name, true ), [ 'classifier.php', 'rules.php', 'texts.php' ] ) );
		// In a process of its own no function `__` exists, so a call while loading would be fatal.
		self::assertSame( 'quiet', shell_exec( PHP_BINARY . ' -r ' . escapeshellarg( $code ) . ' 2>&1' ) );
	}

	public function testTellsPeopleWhoProvedNothingTheSameForEveryPrivateCause(): void {
		$catalog = BuiltCatalog::load();
		foreach ( $catalog->causes() as $cause ) {
			if ( $cause->isPrivate ) {
				self::assertSame( $catalog->anonymousText(), $catalog->texts( $cause->system, $cause->cause )['anonymous'], $cause->ref() );
			}
		}
	}

	public function testTellsNobodyApartWhoProvedNothingByWhatIsPrivate(): void {
		$catalog = BuiltCatalog::load();
		$text    = static fn ( CauseRule $cause ): string => $catalog->texts( $cause->system, $cause->cause )['anonymous'];
		$pairs   = self::privatePairs( $catalog );
		self::assertGreaterThan( 1000, count( $pairs ), 'there is something to compare' );
		self::assertSame( [], self::toldApart( $pairs, $text ) );
		foreach ( array_unique( array_column( $pairs, 2 ) ) as $symptom ) {
			self::assertSame( '', $catalog->publicText( $symptom ), $symptom . ' has no text but the one for all' );
		}
	}

	public function testWouldTellOfAnAnonymousTextThatGivesSomethingPrivateAway(): void {
		$catalog = BuiltCatalog::load();
		$pairs   = self::privatePairs( $catalog );
		foreach ( [ 'zoho-crm/contact-without-account', 'wordpress/account-disabled', 'magentrix/user-inactive' ] as $gossip ) {
			$text = static fn ( CauseRule $cause ): string => $gossip === $cause->ref() ? 'The account is off.' : $catalog->texts( $cause->system, $cause->cause )['anonymous'];
			self::assertNotSame( [], self::toldApart( $pairs, $text ), $gossip );
		}
	}

	public function testGivesEveryCauseOfAPersonsFactTheTextForAll(): void {
		$catalog = BuiltCatalog::load();
		foreach ( $catalog->causes() as $cause ) {
			if ( [] !== self::personalFacts( $catalog, $cause ) ) {
				self::assertSame( $catalog->anonymousText(), $catalog->texts( $cause->system, $cause->cause )['anonymous'], $cause->ref() );
			}
		}
	}

	/**
	 * Every two causes that can show themselves alike and differ in something private: one is, or one asks for a fact of a person that the other does not.
	 *
	 * @return list<array{CauseRule, CauseRule, string}> Both, and the symptom that they share.
	 */
	private static function privatePairs( Catalog $catalog ): array {
		$shown = [];
		$facts = [];
		foreach ( $catalog->causes() as $cause ) {
			$facts[ $cause->ref() ] = self::personalFacts( $catalog, $cause );
			foreach ( $cause->shows as $symptom ) {
				$shown[ $symptom ][] = $cause;
			}
		}
		$pairs = [];
		foreach ( $shown as $symptom => $causes ) {
			foreach ( $causes as $at => $one ) {
				foreach ( array_slice( $causes, $at + 1 ) as $other ) {
					if ( $one->isPrivate || $other->isPrivate || $facts[ $one->ref() ] !== $facts[ $other->ref() ] ) {
						$pairs[] = [ $one, $other, $symptom ];
					}
				}
			}
		}
		return $pairs;
	}

	/** @return list<string> Findings about one person that the cause's rule asks for, `system:key`, sorted. */
	private static function personalFacts( Catalog $catalog, CauseRule $cause ): array {
		$facts = [];
		$rule  = $cause->when;
		array_walk_recursive(
			$rule,
			static function ( mixed $value, int|string $word ) use ( $catalog, &$facts ): void {
				[ $system, $key ] = explode( ':', is_string( $value ) ? $value : '', 2 ) + [ '', '' ];
				if ( 'finding' === $word && 'person' === ( $catalog->system( $system )?->findings[ $key ]['scope'] ?? '' ) ) {
					$facts[] = $system . ':' . $key;
				}
			}
		);
		sort( $facts );
		return array_values( array_unique( $facts ) );
	}

	/**
	 * @param list<array{CauseRule, CauseRule, string}> $pairs
	 * @param callable( CauseRule ): string             $text
	 * @return list<string>
	 */
	private static function toldApart( array $pairs, callable $text ): array {
		$apart = array_filter( $pairs, static fn ( array $pair ): bool => $text( $pair[0] ) !== $text( $pair[1] ) );
		return array_values( array_map( static fn ( array $pair ): string => $pair[0]->ref() . ' and ' . $pair[1]->ref() . ', by ' . $pair[2], $apart ) );
	}

	public function testHasATextForEveryCauseAndStep(): void {
		$catalog = BuiltCatalog::load();
		self::assertGreaterThan( 30, count( $catalog->causes() ) );
		foreach ( $catalog->causes() as $cause ) {
			$texts = $catalog->texts( $cause->system, $cause->cause );
			foreach ( [ 'title', 'meaning', 'anonymous', 'proven', 'mail', 'admin' ] as $audience ) {
				self::assertNotSame( '', $texts[ $audience ], $cause->ref() . ' ' . $audience );
			}
			foreach ( $cause->fixPath as $step ) {
				self::assertArrayHasKey( $step['step'], $texts['steps'] );
			}
		}
	}

	public function testReadsEveryVerificationAsARule(): void {
		$catalog = BuiltCatalog::load();
		foreach ( $catalog->causes() as $cause ) {
			$verdict = ( new RuleInterpreter() )->evaluate( $cause->verification, $cause->system, new \Causeway\Diagnosis\Facts( [], [] ) );
			self::assertSame( Truth::Unknown, $verdict->truth, $cause->ref() . ' must not be verified by knowing nothing' );
		}
	}

	public function testSaysAFindingAsASentence(): void {
		$catalog = BuiltCatalog::load();
		$say     = static fn ( Truth $truth, string $reason = '' ): string => $catalog->findingSentence( new Finding( 'zoho-crm', 'contact.exists', $truth, 'x', 1, '', $reason ) );
		self::assertSame( 'The contact exists in Zoho CRM.', $say( Truth::True ) );
		self::assertSame( 'The contact does not exist in Zoho CRM.', $say( Truth::False ) );
		self::assertSame( 'Whether the contact exists in Zoho CRM is not known. The other system did not answer in time.', $say( Truth::Unknown, 'timed-out' ) );
		self::assertSame( 'Whether the contact exists in Zoho CRM is not known. It could not be looked at.', $say( Truth::Unknown, 'never-heard-of' ) );
	}

	public function testNeverTellsAPersonAGuessAsAFact(): void {
		$catalog = BuiltCatalog::load();
		$say     = static fn ( Confidence $confidence ): string => $catalog->provenText( 'zoho-crm', 'contact-in-recycle-bin', $confidence );
		self::assertSame( $catalog->texts( 'zoho-crm', 'contact-in-recycle-bin' )['proven'], $say( Confidence::Certain ) );
		self::assertSame( $say( Confidence::Certain ), $say( Confidence::Likely ) );
		self::assertSame( $catalog->phrase( 'proven-unsure' ), $say( Confidence::Possible ) );
	}

	public function testNamesWhatIsMissingWhereItWasNotBuilt(): void {
		$this->expectException( \RuntimeException::class );
		Catalog::fromDirectory( __DIR__ );
	}
}
