<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Audit\Judge;
use Causeway\Audit\RemoteRecord;
use Causeway\Diagnosis\Confidence;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What an audit makes of a portal's users: who lost the contact is found, and a colleague without one is not suspected. */
#[CoversNothing]
final class JudgedTest extends TestCase {

	/** @return array<string, array{string, Truth, Truth, string}> Contact of the user, whether it is active, whether it needs a contact, and what an audit reports. */
	public static function users(): array {
		return [
			'in order'                         => [ '003x', Truth::True, Truth::True, '' ],
			'a partner without a contact'      => [ '', Truth::True, Truth::True, 'magentrix/user-without-contact' ],
			'a colleague'                      => [ '', Truth::True, Truth::False, '' ],
			'nobody can tell which of the two' => [ '', Truth::True, Truth::Unknown, '' ],
			'switched off'                     => [ '003x', Truth::False, Truth::True, 'magentrix/user-inactive' ],
			'switched off, and no contact'     => [ '', Truth::False, Truth::True, 'magentrix/user-inactive' ],
		];
	}

	#[DataProvider( 'users' )]
	public function testAnAuditSuspectsWhomItShould( string $contact, Truth $isActive, Truth $needsContact, string $expected ): void {
		$user  = new RemoteRecord( 'magentrix', 'user', 'u1', 'live', 'hash', $contact, '', $isActive, Truth::True, 0, 1_790_000_000, $needsContact );
		$cause = ( new Judge( BuiltCatalog::load() ) )->judge( 'magentrix', null, '', [], $user, true, 'hash', 1_790_000_000 );
		self::assertSame( $expected, null === $cause ? '' : $cause->ref() );
		self::assertNotSame( Confidence::Possible, $cause?->confidence );
	}

	public function testSomebodyWithoutAUserIsMissed(): void {
		self::assertSame( 'magentrix/user-missing', ( new Judge( BuiltCatalog::load() ) )->judge( 'magentrix', null, '', [], null, true, 'hash', 1_790_000_000 )?->ref() );
	}
}
