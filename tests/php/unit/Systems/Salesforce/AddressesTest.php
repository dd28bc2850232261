<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Systems\Salesforce\Domain;
use Causeway\Systems\Salesforce\Links;
use Causeway\Systems\Salesforce\SalesforceId;
use Causeway\Systems\Salesforce\Soql;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Addresses of an organisation, ids of its records, and what is written into a query. */
#[CoversClass( Domain::class )]
#[CoversClass( Links::class )]
#[CoversClass( SalesforceId::class )]
#[CoversClass( Soql::class )]
final class AddressesTest extends TestCase {

	private static function at( string $domain ): Connection {
		return new Connection( 'salesforce', 'salesforce', [ 'my_domain' => $domain ], [], false );
	}

	/** @return array<string, array{string, string, string, string}> What was typed; address of the API, of the screens, whom an assertion is meant for. */
	public static function domains(): array {
		$live = 'https://login.salesforce.com';
		$test = 'https://test.salesforce.com';
		return [
			'My Domain'           => [ 'https://northwind.my.salesforce.com', 'https://northwind.my.salesforce.com', 'https://northwind.lightning.force.com', $live ],
			'with a path'         => [ ' https://Northwind.my.salesforce.com/home/home.jsp?x=1 ', 'https://northwind.my.salesforce.com', 'https://northwind.lightning.force.com', $live ],
			'a page of Lightning' => [ 'https://northwind.lightning.force.com/lightning/page/home', 'https://northwind.my.salesforce.com', 'https://northwind.lightning.force.com', $live ],
			'a page of Setup'     => [ 'https://northwind.my.salesforce-setup.com/lightning/setup/SetupOneHome/home', 'https://northwind.my.salesforce.com', 'https://northwind.lightning.force.com', $live ],
			'a sandbox'           => [ 'https://northwind--uat.sandbox.my.salesforce.com', 'https://northwind--uat.sandbox.my.salesforce.com', 'https://northwind--uat.sandbox.lightning.force.com', $test ],
			'an old address'      => [ 'https://eu42.salesforce.com', 'https://eu42.salesforce.com', 'https://eu42.salesforce.com', $live ],
			'nothing'             => [ '', '', '', $live ],
			'a word'              => [ 'northwind', '', '', $live ],
		];
	}

	#[DataProvider( 'domains' )]
	public function testAnAddressOfAnyPageLeadsToTheOrganisation( string $typed, string $api, string $screens, string $audience ): void {
		self::assertSame( [ $api, $screens, $audience ], [ Domain::api( self::at( $typed ) ), Domain::screens( self::at( $typed ) ), Domain::audience( self::at( $typed ) ) ] );
	}

	public function testEveryLinkOfTheCatalogLeadsIntoTheOrganisationOrToNowhere(): void {
		$links  = new Links( self::at( 'https://northwind.my.salesforce.com' ) );
		$person = new Subject( 'user:1', contactId: substr( Cast::Fine->contactId(), 0, 15 ), accountId: Cast::ALDER );
		preg_match_all( "/\{ id: '([a-z-]+)', label:/", (string) file_get_contents( dirname( __DIR__, 5 ) . '/src/systems/Salesforce/system.ts' ), $declared );
		self::assertContains( 'recycle-bin', $declared[1] );
		foreach ( $declared[1] as $name ) {
			self::assertMatchesRegularExpression( 'connection' === $name ? '#^$#' : '#^https://northwind\.lightning\.force\.com/lightning/[A-Za-z0-9/]+$#', $links->to( $name, $person ), $name );
		}
		self::assertSame( 'https://northwind.lightning.force.com/lightning/r/Contact/' . Cast::Fine->contactId() . '/view', $links->to( 'contact', $person ) );
		self::assertSame( '', $links->to( 'contact', new Subject( 'user:1', contactId: '../../setup' ) ) );
		self::assertSame( '', $links->to( 'no-such-link', $person ) );
		self::assertSame( '', ( new Links( self::at( '' ) ) )->to( 'users', $person ) );
	}

	public function testBothFormsOfAnIdAreOneAndAWrongOneIsNone(): void {
		// Salesforce's own example of both forms.
		self::assertSame( '0015000000Gv7qJAAR', SalesforceId::of( '001', '0015000000Gv7qJ' ) );
		foreach ( Cast::cases() as $person ) {
			self::assertSame( $person->contactId(), SalesforceId::of( SalesforceId::CONTACT, substr( $person->contactId(), 0, 15 ) ) );
		}
		self::assertSame( '0015000000Gv7qJAAR', SalesforceId::of( '', '0015000000Gv7qJaar' ), 'the last three letters are read in any case' );
		foreach ( [ '', '003', '0035000000Gv7qJ', '0015000000GV7QJAAR', '0015000000Gv7qJAA', "0015000000Gv7q'", '0015000000Gv7qJAAR ', "0015000000Gv7qJ\n" ] as $wrong ) {
			self::assertSame( '', SalesforceId::of( '001', $wrong ), $wrong );
		}
	}

	public function testNothingInAValueIsReadAsAPartOfTheQuery(): void {
		self::assertSame( "'o\\'neil@x.example'", Soql::text( "o'neil@x.example" ) );
		self::assertSame( "'\\\\\\' OR Id != \\''", Soql::text( "\\' OR Id != '" ) );
		self::assertSame( "('a','b\\n')", Soql::texts( [ 'a', "b\n" ] ) );
	}
}
