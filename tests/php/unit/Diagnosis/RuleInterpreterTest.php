<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class RuleInterpreterTest extends TestCase {

	private const VALUES = [ 'a.true', 'a.false', 'a.unknown' ];

	/** @param array<mixed> $rule */
	#[DataProvider( 'kleeneTable' )]
	public function testFollowsKleene( array $rule, Truth $expected ): void {
		self::assertSame( $expected, self::evaluate( $rule ) );
	}

	/** @return iterable<string, array{array<mixed>, Truth}> */
	public static function kleeneTable(): iterable {
		foreach ( self::VALUES as $x ) {
			$tx = self::truthOf( $x );
			yield "not $x" => [ [ 'not' => self::atom( $x ) ], $tx->not() ];
			yield "$x is false" => [
				[
					'finding' => $x,
					'is'      => false,
				],
				$tx->not(),
			];
			yield "$x is unknown" => [
				[
					'finding' => $x,
					'is'      => 'unknown',
				],
				Truth::of( Truth::Unknown === $tx ),
			];
			foreach ( self::VALUES as $y ) {
				$ty  = self::truthOf( $y );
				$all = Truth::False === $tx || Truth::False === $ty ? Truth::False : ( Truth::Unknown === $tx || Truth::Unknown === $ty ? Truth::Unknown : Truth::True );
				$any = Truth::True === $tx || Truth::True === $ty ? Truth::True : ( Truth::Unknown === $tx || Truth::Unknown === $ty ? Truth::Unknown : Truth::False );
				yield "$x and $y" => [ [ 'all' => [ self::atom( $x ), self::atom( $y ) ] ], $all ];
				yield "$x or $y" => [ [ 'any' => [ self::atom( $x ), self::atom( $y ) ] ], $any ];
			}
		}
	}

	public function testKeepsDeMorgansLawsForRandomRules(): void {
		mt_srand( 20240229 );
		for ( $i = 0; $i < 300; $i++ ) {
			$parts   = [ self::randomRule( 3 ), self::randomRule( 3 ) ];
			$negated = array_map( static fn ( array $rule ): array => [ 'not' => $rule ], $parts );
			self::assertSame( self::evaluate( [ 'not' => [ 'all' => $parts ] ] ), self::evaluate( [ 'any' => $negated ] ) );
			self::assertSame( self::evaluate( [ 'not' => [ 'any' => $parts ] ] ), self::evaluate( [ 'all' => $negated ] ) );
			self::assertSame( self::evaluate( $parts[0] ), self::evaluate( [ 'not' => [ 'not' => $parts[0] ] ] ) );
		}
	}

	public function testNeverChangesADecisionWhenAnUnknownBecomesKnown(): void {
		mt_srand( 42 );
		for ( $i = 0; $i < 300; $i++ ) {
			$rule   = self::randomRule( 4 );
			$before = self::evaluate( $rule );
			if ( Truth::Unknown === $before ) {
				continue;
			}
			foreach ( [ Truth::True, Truth::False ] as $learnt ) {
				self::assertSame( $before, self::evaluate( $rule, $learnt ) );
			}
		}
	}

	public function testTakesASymptomForFalseOnlyWhereAnotherOneWasSeen(): void {
		$rule  = [ 'symptom' => 'refused' ];
		$truth = static fn ( string ...$seen ): Truth => ( new RuleInterpreter() )->evaluate( $rule, 'shop', new Facts( [], array_values( $seen ) ) )->truth;
		self::assertSame( Truth::Unknown, $truth() );
		self::assertSame( Truth::True, $truth( 'shop:refused', 'shop:other' ) );
		self::assertSame( Truth::False, $truth( 'other:refused' ) );
	}

	public function testNamesTheFactsThatDecided(): void {
		$verdict = ( new RuleInterpreter() )->evaluate( [ 'all' => [ self::atom( 'a.true' ), [ 'any' => [ self::atom( 'a.false' ), self::atom( 'a.unknown' ) ] ] ] ], 'test', self::facts() );
		self::assertSame( Truth::Unknown, $verdict->truth );
		self::assertSame( [ 'test:a.true' ], $verdict->for );
		self::assertSame( [ 'test:a.unknown' ], $verdict->missing );
		self::assertSame( [], $verdict->against );

		$verdict = ( new RuleInterpreter() )->evaluate( [ 'all' => [ self::atom( 'a.true' ), self::atom( 'a.false' ) ] ], 'test', self::facts() );
		self::assertSame( [ 'test:a.false' ], $verdict->against );
		self::assertSame( [], $verdict->for );
	}

	/** @param array<mixed> $rule */
	#[DataProvider( 'noRules' )]
	public function testRefusesWhatIsNoRule( array $rule ): void {
		$this->expectException( \InvalidArgumentException::class );
		self::evaluate( $rule );
	}

	/** @return iterable<string, array{array<mixed>}> */
	public static function noRules(): iterable {
		$deep = self::atom( 'a.true' );
		for ( $i = 0; $i < 40; $i++ ) {
			$deep = [ 'not' => $deep ];
		}
		yield 'nothing' => [ [] ];
		yield 'an unknown word' => [ [ 'none' => [] ] ];
		yield 'a part that is text' => [ [ 'all' => [ 'a.true' ] ] ];
		yield 'a comparison with a number' => [
			[
				'finding' => 'a.true',
				'is'      => 1,
			],
		];
		yield 'endless nesting' => [ $deep ];
	}

	public function testPrefersTheKnownAndThenTheNewerOfTwoAnswers(): void {
		$at    = static fn ( Truth $truth, int $time ): Finding => new Finding( 'test', 'a.b', $truth, 'x', $time );
		$facts = new Facts( [ $at( Truth::True, 5 ), $at( Truth::False, 9 ), $at( Truth::Unknown, 12 ) ], [] );
		self::assertSame( Truth::False, $facts->truth( 'a.b', 'test' ) );
		self::assertSame( Truth::Unknown, $facts->truth( 'a.b', 'other' ) );
	}

	/** @return array{finding: string, is: bool} */
	private static function atom( string $key ): array {
		return [
			'finding' => $key,
			'is'      => true,
		];
	}

	private static function truthOf( string $key ): Truth {
		return Truth::from( substr( $key, 2 ) );
	}

	private static function facts( Truth $unknown = Truth::Unknown ): Facts {
		$of = static fn ( string $key, Truth $truth ): Finding => new Finding( 'test', $key, $truth, 'table', 1 );
		return new Facts( [ $of( 'a.true', Truth::True ), $of( 'a.false', Truth::False ), $of( 'a.unknown', $unknown ) ], [] );
	}

	/** @param array<mixed> $rule */
	private static function evaluate( array $rule, Truth $unknown = Truth::Unknown ): Truth {
		return ( new RuleInterpreter() )->evaluate( $rule, 'test', self::facts( $unknown ) )->truth;
	}

	/**
	 * A rule without `is: unknown`, which alone may change its mind when more is known.
	 *
	 * @return array<mixed>
	 */
	private static function randomRule( int $depth ): array {
		$kind = 0 === $depth ? 0 : mt_rand( 0, 3 );
		return match ( $kind ) {
			1 => [ 'all' => [ self::randomRule( $depth - 1 ), self::randomRule( $depth - 1 ) ] ],
			2 => [ 'any' => [ self::randomRule( $depth - 1 ), self::randomRule( $depth - 1 ) ] ],
			3 => [ 'not' => self::randomRule( $depth - 1 ) ],
			default => [
				'finding' => self::VALUES[ mt_rand( 0, 2 ) ],
				'is'      => 1 === mt_rand( 0, 1 ),
			],
		};
	}
}
