<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Explainer;
use Causeway\Diagnosis\SymptomRule;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Whatever is pasted, the work is bounded, and nothing of it comes back that a page could take for its own.
 *
 * Work is counted, not timed: PCRE without its compiler stops after so many steps from one place in the text, so that what passes under a small
 * limit takes time in proportion to the text, on any machine.
 */
final class HostilePasteTest extends TestCase {

	/** Steps from one place in the text. PHP's own limit is a million. */
	private const MOST_STEPS = 5000;

	/** What the text is no more than a stretch of, in bytes. */
	private const READ = 102_400;

	private static ?Catalog $catalog = null;

	protected function setUp(): void {
		self::$catalog ??= BuiltCatalog::load();
	}

	protected function tearDown(): void {
		ini_restore( 'pcre.jit' );
		ini_restore( 'pcre.backtrack_limit' );
	}

	public function testMeansTheSameUnderATightLimitOfSteps(): void {
		$program = sprintf( 'require %s; echo json_encode( %s::ofAllBaits(), JSON_THROW_ON_ERROR );', var_export( dirname( __DIR__, 4 ) . '/vendor/autoload.php', true ), self::class );
		// In a process of its own: here, patterns are compiled already.
		$limited = shell_exec( sprintf( '%s -d memory_limit=1G -d pcre.jit=0 -d pcre.backtrack_limit=%d -r %s', escapeshellarg( PHP_BINARY ), self::MOST_STEPS, escapeshellarg( $program ) ) );
		self::assertSame( self::ofAllBaits(), json_decode( (string) $limited, true, 512, JSON_THROW_ON_ERROR ), 'no pattern gave up' );
	}

	/** @return array<string, string> By name of the bait: what was made of it, as JSON. */
	public static function ofAllBaits(): array {
		return array_map( static fn ( array $bait ): string => json_encode( self::explained( $bait[0]() ), JSON_THROW_ON_ERROR ), iterator_to_array( self::baits() ) );
	}

	/** @param callable(): string $message */
	#[DataProvider( 'baits' )]
	public function testEchoesNothingThatAPageCouldTakeForItsOwn( callable $message ): void {
		$json = json_encode( self::explained( $message() ), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
		self::assertDoesNotMatchRegularExpression( '~<[a-z/!?]|&(?:lt|\#0*60|\#x0*3c)\b~i', $json, 'no markup' );
		self::assertDoesNotMatchRegularExpression( '/[\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{0000}]|\\\\u0000/u', $json, 'nothing that turns the text around or ends it' );
	}

	/** @param callable(): string $message */
	#[DataProvider( 'baits' )]
	public function testReadsNoFurtherThanItsLimit( callable $message ): void {
		$text = substr( str_pad( $message(), self::READ, ' .' ), 0, self::READ );
		self::assertSame( self::explained( $text ), self::explained( $text . ' contact your administrator <b>incorrect_password</b> AADSTS50105' ) );
	}

	/** @return iterable<string, array{callable(): string}> */
	public static function baits(): iterable {
		yield 'nothing' => [ static fn (): string => '' ];
		yield 'blanks' => [ static fn (): string => str_repeat( " \t\r\n", 25_600 ) ];
		yield 'a megabyte' => [ static fn (): string => str_repeat( 'a', 1_000_000 ) ];
		yield 'bait for backtracking' => [ static fn (): string => str_repeat( 'the username ', 8000 ) . '!' ];
		yield 'more bait' => [ static fn (): string => str_repeat( 'the password you entered for the username x ', 2400 ) ];
		yield 'bait for nested repetitions' => [ static fn (): string => str_repeat( '((((aaaa)))) ', 4000 ) . str_repeat( '0', 50_000 ) . '!' ];
		yield 'broken UTF-8' => [ static fn (): string => str_repeat( "\xC3\x28\xE2\x82\xF0\x9F", 15_000 ) . ' contact your administrator' ];
		yield 'UTF-8 that the cut breaks' => [ static fn (): string => 'contact your administrator ' . str_repeat( 'ä€😀', 12_000 ) ];
		yield 'right-to-left marks' => [ static fn (): string => str_repeat( "\u{202E}\u{200F}", 15_000 ) . "con\u{202E}tact your \u{2067}administrator\u{2069}" ];
		yield 'HTML' => [ static fn (): string => str_repeat( '<script>alert(1)</script><b', 3500 ) . '>contact your administrator' ];
		yield 'HTML in a known sentence' => [ static fn (): string => str_repeat( '<img src=x onerror=alert(1)>', 3000 ) . 'contact <i>your</i> <u onclick="x">administrator</u><script>' ];
		yield 'entities of markup' => [ static fn (): string => str_repeat( '&lt;script&gt;alert(1)&lt;/script&gt; login password expired ', 1500 ) ];
		yield 'entities of entities' => [ static fn (): string => str_repeat( '&amp;lt;svg onload=alert(1)&amp;gt; portal user locked ', 1500 ) ];
		yield 'markup in JSON' => [ static fn (): string => str_repeat( '{"message":"\\u003cscript\\u003ealert(1)\\u003c/script\\u003e your account is locked"}', 1200 ) ];
		yield 'markup in an address' => [ static fn (): string => str_repeat( 'https://a.example/?message=%3Cscript%3Ealert(1)%3C%2Fscript%3E+contact+your+administrator&', 1100 ) ];
		yield 'words that all mean something' => [ static fn (): string => str_repeat( 'login password account expired contact administrator portal licence. ', 1500 ) ];
		yield 'one endless sentence' => [ static fn (): string => str_repeat( 'login password account expired contact administrator portal licence ', 1500 ) ];
		yield 'one endless address' => [ static fn (): string => 'https://a.example/?' . str_repeat( 'error=incorrect_password&', 4000 ) ];
		yield 'one endless host' => [ static fn (): string => 'https://' . str_repeat( 'a.', 50_000 ) . 'example/' ];
		yield 'one endless code' => [ static fn (): string => 'error code: ' . str_repeat( 'a_1-', 25_000 ) ];
		yield 'open quotation marks' => [ static fn (): string => str_repeat( '"a «b ', 16_000 ) ];
		yield 'marks of a quoted mail' => [ static fn (): string => str_repeat( "> > > > > > > > > contact\n", 4000 ) ];
		yield 'NUL bytes' => [ static fn (): string => str_repeat( "\0", 100_000 ) . 'contact your administrator' ];
	}

	public function testFindsTheSentenceAllTheSame(): void {
		foreach ( self::baits() as $name => [ $message ] ) {
			if ( str_contains( $message(), 'administrator' ) && in_array( $name, [ 'broken UTF-8', 'UTF-8 that the cut breaks', 'right-to-left marks', 'HTML in a known sentence', 'NUL bytes' ], true ) ) {
				self::assertSame( 'catalyst-connect', self::explained( $message() )['causes'][0]['system'] ?? '', $name );
			}
		}
	}

	public function testHasNoPatternThatStepsBackFar(): void {
		self::limitSteps();
		self::assertFalse( preg_match( '~(?:a|aa)+$~', str_repeat( 'a', 40 ) . '!' ), 'the limit is in force' );
		$prefixes = self::beginnings();
		$patterns = array_filter( self::catalog()->symptoms(), static fn ( SymptomRule $symptom ): bool => '' !== $symptom->pattern );
		self::assertGreaterThan( 300, count( $patterns ) );
		foreach ( $patterns as $symptom ) {
			foreach ( [ ...$prefixes[ $symptom->ref() ], 'the username ', 'a', '((a)) ', 'contact your ' ] as $beginning ) {
				self::assertNotFalse( preg_match( self::compiledAnew( $symptom->pattern ), str_repeat( $beginning, intdiv( 20_000, strlen( $beginning ) ) ) ), $symptom->ref() . ' on ' . $beginning );
			}
		}
	}

	public function testHasNoPatternOfTheLoginPathThatStepsBackFar(): void {
		self::limitSteps();
		$prefixes = self::beginnings();
		/** @var array{codes: array<string, array<string, list<list<string>>>>, patterns: array<string, list<list<string>>>} $compiled */
		$compiled = require BuiltCatalog::BUILD . '/catalog/classifier.php';
		$rows     = array_merge( ...array_values( $compiled['patterns'] ), ...array_merge( ...array_map( array_values( ... ), array_values( $compiled['codes'] ) ) ) );
		self::assertGreaterThan( 300, count( $rows ) );
		foreach ( $rows as [ $pattern, $ref ] ) {
			foreach ( '' === $pattern ? [] : [ ...$prefixes[ $ref ], 'the username ', '- ' ] as $beginning ) {
				self::assertNotFalse( preg_match( self::compiledAnew( $pattern ), str_repeat( $beginning, intdiv( 20_000, strlen( $beginning ) ) ) ), $ref . ' on ' . $beginning );
			}
		}
	}

	/** @return array<string, list<string>> By symptom: sentences that it nearly knows, which is what a pattern works longest on. */
	private static function beginnings(): array {
		/** @var list<array{id: string, symptoms: list<array{id: string, examples: array{matches: list<string>}}>}> $systems */
		$systems    = BuiltCatalog::json()['systems'];
		$beginnings = [];
		foreach ( $systems as $system ) {
			foreach ( $system['symptoms'] as $symptom ) {
				$beginnings[ $system['id'] . ':' . $symptom['id'] ] = array_map( static fn ( string $text ): string => mb_substr( $text, 0, (int) ( 0.8 * mb_strlen( $text ) ) ) . ' ', $symptom['examples']['matches'] );
			}
		}
		return $beginnings;
	}

	/** @return array<string, mixed> */
	private static function explained( string $message ): array {
		return ( new Explainer( self::catalog() ) )->explain( $message )->toArray();
	}

	private static function catalog(): Catalog {
		return self::$catalog ??= BuiltCatalog::load();
	}

	/** PHP keeps patterns as they were compiled first, perhaps for the compiler of PCRE, which counts no steps; the letter S means nothing, but makes it another one. */
	private static function compiledAnew( string $pattern ): string {
		return $pattern . 'S';
	}

	private static function limitSteps(): void {
		ini_set( 'pcre.jit', '0' );
		ini_set( 'pcre.backtrack_limit', (string) self::MOST_STEPS );
	}
}
