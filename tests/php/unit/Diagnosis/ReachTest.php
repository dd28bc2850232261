<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\CauseRule;
use Causeway\Diagnosis\Confidence;
use Causeway\Diagnosis\Detection;
use Causeway\Diagnosis\Reach;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ReachTest extends TestCase {

	private const KEY     = [
		'finding' => 'key.fits',
		'is'      => false,
	];
	private const PARTNER = [
		'finding' => 'partner:key.fits',
		'is'      => true,
	];
	private const SIGN    = [ 'symptom' => 'sign' ];

	/** @param array<mixed> $when */
	private static function cause( array $when, Confidence $ceiling = Confidence::Certain ): CauseRule {
		return new CauseRule( 'gate', 'closed', $when, [], [], [], 'common', $ceiling, 'person', true, false, [], [] );
	}

	/** @return iterable<string, array{array<mixed>, list<string>, Detection, list<string>}> */
	public static function rules(): iterable {
		$unknown = [
			'finding' => 'key.fits',
			'is'      => 'unknown',
		];
		yield 'a finding of a system that can be asked' => [ self::KEY, [ 'gate' ], Detection::Proof, [] ];
		yield 'a finding of one that cannot' => [ self::KEY, [ 'partner' ], Detection::Connection, [ 'gate' ] ];
		yield 'what is shown alone' => [ self::SIGN, [], Detection::Message, [] ];
		yield 'the opposite of what is shown' => [ [ 'not' => self::SIGN ], [ 'gate' ], Detection::Message, [] ];
		yield 'the opposite of a finding' => [ [ 'not' => self::KEY ], [ 'gate' ], Detection::Proof, [] ];
		yield 'both findings, one of which cannot be asked for' => [ [ 'all' => [ self::KEY, self::PARTNER ] ], [ 'gate' ], Detection::Connection, [ 'partner' ] ];
		yield 'both findings, neither of which can' => [ [ 'all' => [ self::KEY, self::PARTNER ] ], [], Detection::Connection, [ 'gate', 'partner' ] ];
		yield 'either finding' => [ [ 'any' => [ self::KEY, self::PARTNER ] ], [ 'partner' ], Detection::Proof, [] ];
		yield 'neither finding, one of which cannot be asked for' => [ [ 'not' => [ 'any' => [ self::KEY, self::PARTNER ] ] ], [ 'gate' ], Detection::Connection, [ 'partner' ] ];
		yield 'a finding of one other system of two will do' => [
			[
				'any' => [
					self::PARTNER,
					[
						'finding' => 'third:key.fits',
						'is'      => true,
					],
				],
			],
			[],
			Detection::Connection,
			[ 'gate', 'partner' ],
		];
		yield 'a finding, or what is shown, where it can be asked for' => [ [ 'any' => [ self::KEY, self::SIGN ] ], [ 'gate' ], Detection::Proof, [] ];
		yield 'a finding, or what is shown, where it cannot' => [ [ 'any' => [ self::KEY, self::SIGN ] ], [], Detection::Message, [] ];
		yield 'a finding, and what is shown' => [ [ 'all' => [ self::KEY, self::SIGN ] ], [ 'gate' ], Detection::Proof, [] ];
		yield 'what is shown, and a finding that nobody has' => [ [ 'all' => [ self::SIGN, $unknown ] ], [ 'gate' ], Detection::Message, [] ];
	}

	/**
	 * @param array<mixed> $when
	 * @param list<string> $systems
	 * @param list<string> $missing
	 */
	#[DataProvider( 'rules' )]
	public function testTellsHowACauseIsFoundHere( array $when, array $systems, Detection $detection, array $missing ): void {
		$reach = new Reach( $systems );
		self::assertSame( $detection, $reach->detection( self::cause( $when ) ) );
		self::assertSame( $missing, $reach->missing( self::cause( $when ) ) );
	}

	public function testCallsWhatNothingProvesASuspicion(): void {
		self::assertSame( Detection::Suspicion, ( new Reach( [ 'gate' ] ) )->detection( self::cause( self::KEY, Confidence::Likely ) ) );
	}

	public function testRefusesARuleThatIsNone(): void {
		$this->expectException( \InvalidArgumentException::class );
		( new Reach( [ 'gate' ] ) )->detection( self::cause( [ 'all' => [ [ 'colour' => 'green' ] ] ] ) );
	}

	public function testFindsEveryCauseOfTheCatalogWhereEverySystemCanBeAsked(): void {
		$catalog = BuiltCatalog::load();
		$reach   = new Reach( array_column( $catalog->systems(), 'id' ) );
		$none    = new Reach( [] );
		foreach ( $catalog->causes() as $cause ) {
			self::assertNotSame( Detection::Connection, $reach->detection( $cause ), $cause->ref() );
			self::assertSame( Detection::Connection === $none->detection( $cause ), [] !== $none->missing( $cause ), $cause->ref() );
		}
	}
}
