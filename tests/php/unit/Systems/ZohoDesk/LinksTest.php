<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoDesk\DataCentre;
use Causeway\Systems\ZohoDesk\Links;
use PHPUnit\Framework\TestCase;

final class LinksTest extends TestCase {

	private const ID = '7801942000000461001';

	/** @param array<string, string> $facts */
	private static function to( string $name, array $facts, string $contactId = self::ID, string $centre = 'eu' ): string {
		$fields = [
			'data_centre' => $centre,
			'api_base'    => 'custom' === $centre ? 'https://desk.proxy.example' : '',
		];
		return ( new Links( new Connection( 'zoho-desk', 'zoho-desk', $fields, [], false, $facts ) ) )->to( $name, new Subject( 'user:1', contactId: $contactId ) );
	}

	public function testAContactIsOpenedAtTheAddressThatZohoDeskTold(): void {
		$page  = 'https://desk.zoho.eu/support/northwind/ShowHomePage.do#Contacts/dv/3f5c';
		$facts = Links::facts( self::ID, $page ) + [ 'portalName' => 'northwind' ];
		self::assertSame( $page, self::to( 'contact', $facts ) );
		self::assertSame( 'https://desk.zoho.eu/agent/northwind', self::to( 'contact', $facts, '7801942000000461002' ), 'of another contact it is not known' );
	}

	public function testAnAddressElsewhereIsNotFollowed(): void {
		foreach ( [ 'https://desk.zoho.eu.evil.example/x', 'http://desk.zoho.eu/x', 'https://evil.example/https://desk.zoho.eu/', 'javascript:alert(1)' ] as $page ) {
			self::assertSame( '', self::to( 'contact', Links::facts( self::ID, $page ) ), $page );
		}
	}

	public function testAnAddressThatWouldBeClippedIsNotKept(): void {
		self::assertSame(
			[
				'contactPage'   => '',
				'contactPageOf' => '',
			],
			Links::facts( self::ID, 'https://desk.zoho.eu/' . str_repeat( 'x', 200 ) )
		);
	}

	public function testEachDataCentreHasItsOwnScreens(): void {
		foreach ( DataCentre::cases() as $centre ) {
			$url = self::to( 'recycle-bin', [ 'portalName' => 'northwind' ], centre: $centre->value );
			self::assertSame( $centre->deskUrl() . '/agent/northwind', $url );
			self::assertContains( parse_url( $url, PHP_URL_HOST ), DataCentre::hosts() );
			self::assertContains( parse_url( $centre->accountsUrl(), PHP_URL_HOST ), DataCentre::hosts() );
		}
	}

	public function testWhatIsNotKnownIsEmpty(): void {
		self::assertSame( '', self::to( 'recycle-bin', [] ) );
		self::assertSame( '', self::to( 'recycle-bin', [ 'portalName' => '../evil' ] ) );
		self::assertSame( '', self::to( 'recycle-bin', [ 'portalName' => 'northwind' ], centre: 'custom' ) );
		self::assertSame( '', self::to( 'no-such-link', [ 'portalName' => 'northwind' ] ) );
		self::assertSame( '', self::to( 'help-center', [] ) );
		self::assertSame( '', self::to( 'help-center', [ 'helpCenterUrl' => 'javascript:alert(1)' ] ) );
		self::assertSame( 'https://help.northwind.example/portal', self::to( 'help-center', [ 'helpCenterUrl' => 'https://help.northwind.example/portal' ] ) );
	}

	public function testBehindAProxyTheContactsAddressIsThatOfTheProxy(): void {
		$page = 'https://desk.proxy.example/support/northwind/ShowHomePage.do#Contacts/dv/3f5c';
		self::assertSame( $page, self::to( 'contact', Links::facts( self::ID, $page ), centre: 'custom' ) );
	}
}
