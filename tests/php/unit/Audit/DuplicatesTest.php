<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Audit;

use Causeway\Audit\Judge;
use Causeway\Audit\RemoteRecord;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Two records with one address are found before the wrong one of them is asked. */
#[CoversNothing]
final class DuplicatesTest extends TestCase {

	/** @return iterable<string, array{string, int, int, string}> System, contacts and users of one address, what is reported. */
	public static function systems(): iterable {
		yield 'one of Dynamics' => [ 'dynamics-365', 1, 0, '' ];
		yield 'two of Dynamics' => [ 'dynamics-365', 2, 0, 'dynamics-365/two-contacts-one-address' ];
		yield 'one of Zoho Desk' => [ 'zoho-desk', 1, 0, '' ];
		yield 'two of Zoho Desk' => [ 'zoho-desk', 2, 0, 'zoho-desk/two-contacts-one-address' ];
		yield 'one user of Magentrix' => [ 'magentrix', 0, 1, '' ];
		yield 'two users of Magentrix' => [ 'magentrix', 0, 2, 'magentrix/two-users-one-address' ];
		yield 'two users of Vendasta' => [ 'vendasta', 0, 2, 'vendasta/several-users-one-address' ];
	}

	#[DataProvider( 'systems' )]
	public function test_are_reported( string $system, int $contacts, int $users, string $expected ): void {
		$record = static fn ( string $kind, int $number ): RemoteRecord => new RemoteRecord( 'crm', $kind, "{$kind}{$number}", 'live', 'hash', 'user' === $kind ? 'c1' : '', 'a1', Truth::True, Truth::True, 0, 1_790_000_000, Truth::False );
		$found  = array_map( static fn ( int $number ): RemoteRecord => $record( 'contact', $number ), 0 === $contacts ? [] : range( 1, $contacts ) );
		$cause  = ( new Judge( BuiltCatalog::load() ) )->judge( $system, $found[0] ?? null, $found[0]->id ?? '', $found, 0 === $users ? null : $record( 'user', 1 ), $users > 0, 'hash', 1_790_000_000, $users );
		self::assertSame( $expected, null === $cause ? '' : $cause->ref() );
	}
}
