<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Audit;

use Causeway\Audit\Judge;
use Causeway\Audit\RemoteRecord;
use Causeway\Diagnosis\RankedCause;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** One judge for a whole audit: what it remembers of people who are alike changes no verdict. */
#[CoversClass( Judge::class )]
final class JudgeTest extends TestCase {

	private const NOW = 1_790_000_000;

	public function testPeopleInAnyOrderAreJudgedAsEachAlone(): void {
		$judge = new Judge( BuiltCatalog::load() );
		$alone = [];
		foreach ( [ 'live', 'in-recycle-bin', 'permanently-deleted', 'merged', 'gone' ] as $presence ) {
			foreach ( [ '', '4150868000001' ] as $account ) {
				$alone[] = [ $presence, $account, self::judged( new Judge( BuiltCatalog::load() ), $presence, $account, self::NOW ) ];
			}
		}
		foreach ( [ $alone, array_reverse( $alone ) ] as $people ) {
			foreach ( $people as [ $presence, $account, $cause ] ) {
				self::assertEquals( $cause, self::judged( $judge, $presence, $account, self::NOW ), "{$presence} '{$account}'" );
			}
		}
		$refs = array_map( static fn ( array $person ): string => $person[2]?->ref() ?? '', $alone );
		self::assertGreaterThan( 3, count( array_unique( $refs ) ), implode( ', ', $refs ) );
	}

	public function testEvidenceIsOfTheMomentThatIsJudged(): void {
		$judge = new Judge( BuiltCatalog::load() );
		foreach ( [ self::NOW, self::NOW + 60, self::NOW ] as $at ) {
			$moments = array_map( static fn ( Finding $finding ): int => $finding->observedAt, self::judged( $judge, 'in-recycle-bin', '', $at )->evidence ?? [] );
			self::assertSame( [ $at ], array_values( array_unique( $moments ) ) );
		}
	}

	private static function judged( Judge $judge, string $presence, string $account, int $at ): ?RankedCause {
		$contact = new RemoteRecord( 'zoho-crm', 'contact', '4150868000002', $presence, 'hash', '', $account, Truth::Unknown, Truth::Unknown, 0, $at );
		return $judge->judge( 'zoho-crm', $contact, '4150868000002', [], null, false, 'hash', $at );
	}
}
