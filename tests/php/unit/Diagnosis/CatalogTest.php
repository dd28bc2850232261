<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Catalog;
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
