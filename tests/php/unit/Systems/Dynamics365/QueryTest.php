<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\OData;
use Causeway\Systems\Dynamics365\Requests\FindContacts;
use Causeway\Systems\Dynamics365\Requests\FindDeletedContacts;
use Causeway\Systems\Dynamics365\Requests\RestoreContact;
use Causeway\Systems\Dynamics365\Requests\SetContactAccount;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** What goes over the wire, where a stray character could change its meaning. */
#[CoversNothing]
final class QueryTest extends TestCase {

	private const ID = '5a1e0401-7c2d-ef11-9f89-6045bdece801';

	/** @return array<int|string, mixed> */
	private static function query( string $url ): array {
		parse_str( (string) parse_url( $url, PHP_URL_QUERY ), $query );
		return $query;
	}

	public function testAQuoteInAnAddressIsDoubledAndStaysInsideItsText(): void {
		$request = ( new FindContacts( '', "o'neil+x&y=#1@northwind.example" ) )->request( 'https://contoso.example/api' );
		self::assertSame( "emailaddress1 eq 'o''neil+x&y=#1@northwind.example' or emailaddress2 eq 'o''neil+x&y=#1@northwind.example' or emailaddress3 eq 'o''neil+x&y=#1@northwind.example'", self::query( $request->url )['$filter'] );
	}

	public function testAnAddressInTheBinsQueryIsNoMarkup(): void {
		$request = ( new FindDeletedContacts( '', "a\"/><b>&'@northwind.example" ) )->request( 'https://contoso.example/api' );
		$fetch   = self::query( $request->url )['fetchXml'];
		self::assertIsString( $fetch );
		$xml = simplexml_load_string( $fetch );
		self::assertNotFalse( $xml );
		self::assertSame( "a\"/><b>&'@northwind.example", (string) $xml->entity->filter->condition['value'] );
		self::assertSame( 'bin', (string) $xml['datasource'] );
	}

	public function testAGuidIsTakenInEveryFormInWhichItIsPastedAndNothingElseIs(): void {
		foreach ( [ self::ID, strtoupper( self::ID ), '{' . self::ID . '}', ' ' . self::ID . "\n" ] as $text ) {
			self::assertSame( self::ID, Guid::of( $text ) );
		}
		foreach ( [ '', '1', self::ID . '0', "x' or '1' eq '1", str_replace( '-', '', self::ID ), self::ID . ')/x(' ] as $text ) {
			self::assertSame( '', Guid::of( $text ) );
		}
	}

	public function testAMomentIsReadInEveryFormInWhichDataverseWritesIt(): void {
		foreach ( [
			'2026-03-01T10:20:30Z'         => 1_772_360_430,
			'2026-03-01T10:20:30.0000000Z' => 1_772_360_430,
			'2026-03-01'                   => 1_772_323_200,
			''                             => 0,
			'soon'                         => 0,
		] as $text => $unix ) {
			self::assertSame( $unix, OData::unix( $text ), $text );
		}
	}

	public function testAWriteSaysWhetherItMayBeRepeated(): void {
		$restore = ( new RestoreContact( self::ID ) )->request( 'https://contoso.example/api' );
		self::assertSame( [ 'POST', false ], [ $restore->method, $restore->idempotent ] );
		$set = ( new SetContactAccount( self::ID, self::ID ) )->request( 'https://contoso.example/api' );
		self::assertSame( [ 'PATCH', true, '*' ], [ $set->method, $set->idempotent, $set->headers['If-Match'] ?? '' ] );
	}
}
