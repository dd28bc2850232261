<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Systems\Dynamics365\Links;
use Causeway\Systems\Dynamics365\Place;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Addresses: of the environment, of the login host of its cloud, and of its screens. */
#[CoversNothing]
final class PlaceTest extends TestCase {

	private const GUID = '5A1E0401-7C2D-EF11-9F89-6045BDECE801';

	/** @param array<string, string> $fields */
	private static function connection( array $fields ): Connection {
		return new Connection( 'dynamics-365', 'dynamics-365', $fields + [ 'tenant_id' => 'contoso.example' ], [], false );
	}

	/** @return array<string, array{string, string, string}> What was pasted, the environment, and the login host. */
	public static function environments(): array {
		$global = 'login.microsoftonline.com';
		return [
			'as it is'               => [ 'https://contoso.crm4.dynamics.com', 'https://contoso.crm4.dynamics.com', $global ],
			'with a page behind'     => [ ' https://Contoso.crm.dynamics.com/main.aspx?appid=1#x ', 'https://contoso.crm.dynamics.com', $global ],
			'the address of the API' => [ 'https://contoso.api.crm7.dynamics.com/api/data/v9.2/', 'https://contoso.crm7.dynamics.com', $global ],
			'China'                  => [ 'https://contoso.crm.dynamics.cn', 'https://contoso.crm.dynamics.cn', 'login.partner.microsoftonline.cn' ],
			'US government'          => [ 'https://contoso.crm.microsoftdynamics.us', 'https://contoso.crm.microsoftdynamics.us', 'login.microsoftonline.us' ],
			'US defence'             => [ 'https://contoso.crm.appsplatform.us', 'https://contoso.crm.appsplatform.us', 'login.microsoftonline.us' ],
			'only looks like China'  => [ 'https://contoso.notdynamics.cn', 'https://contoso.notdynamics.cn', $global ],
		];
	}

	#[DataProvider( 'environments' )]
	public function testTheCloudIsToldByTheEnvironment( string $pasted, string $environment, string $login ): void {
		$place = new Place( self::connection( [ 'environment_url' => $pasted ] ) );
		self::assertSame( [ $environment, $environment . '/api/data/v9.2', $environment . '/.default' ], [ $place->environment(), $place->api(), $place->scope() ] );
		self::assertSame( "https://{$login}/contoso.example/oauth2/v2.0/token", $place->tokens() );
		self::assertContains( $login, Place::hosts() );
	}

	public function testWhatIsNoAddressIsNone(): void {
		foreach ( [ '', 'contoso', 'contoso.crm.dynamics.com', 'ftp://contoso.crm.dynamics.com', 'https://user:pass@contoso.crm.dynamics.com', 'javascript:alert(1)', 'https://' ] as $pasted ) {
			self::assertSame( '', ( new Place( self::connection( [ 'environment_url' => $pasted ] ) ) )->environment(), $pasted );
		}
	}

	public function testATenantIsAnIdOrADomain(): void {
		foreach ( [ 'a/b', '../x', 'x?y', '', '-x' ] as $tenant ) {
			$place = new Place(
				self::connection(
					[
						'environment_url' => 'https://contoso.crm.dynamics.com',
						'tenant_id'       => $tenant,
					]
				)
			);
			self::assertSame( '', $place->tokens(), $tenant );
		}
	}

	public function testTheLoginAddressCanBeGiven(): void {
		$place = new Place(
			self::connection(
				[
					'environment_url' => 'https://contoso.crm.dynamics.com',
					'login_base'      => 'https://login.cloud.example/anything',
				]
			)
		);
		self::assertSame( 'https://login.cloud.example/contoso.example/oauth2/v2.0/token', $place->tokens() );
	}

	private static function link( string $name, string $environment = 'https://contoso.crm4.dynamics.com/main.aspx', string $contact = self::GUID, string $account = '{' . self::GUID . '}' ): string {
		return ( new Links( self::connection( [ 'environment_url' => $environment ] ) ) )->to( $name, new Subject( 'user:1', contactId: $contact, accountId: $account ) );
	}

	public function testRecordsOpenInTheCustomersOwnEnvironment(): void {
		$id = strtolower( self::GUID );
		self::assertSame( "https://contoso.crm4.dynamics.com/main.aspx?etn=contact&pagetype=entityrecord&id=%7B{$id}%7D", self::link( 'contact' ) );
		self::assertSame( "https://contoso.crm4.dynamics.com/main.aspx?etn=account&pagetype=entityrecord&id=%7B{$id}%7D", self::link( 'account' ) );
		self::assertSame( self::link( 'contact' ), self::link( 'portal-contact' ) );
		self::assertSame( 'https://contoso.crm4.dynamics.com/main.aspx?etn=contact&pagetype=entitylist', self::link( 'contacts' ) );
		self::assertSame( 'https://contoso.crm4.dynamics.com/main.aspx?etn=adx_invitation&pagetype=entitylist', self::link( 'invitations' ) );
	}

	public function testWhereNoAddressIsCertainTheMenuPathIsShown(): void {
		foreach ( [ 'recycle-bin', 'application-users', 'web-roles', 'site-settings' ] as $screen ) {
			self::assertSame( '', self::link( $screen ), $screen );
		}
		self::assertSame( '', self::link( 'contact', contact: '1%7D&evil=' ) );
		self::assertSame( '', self::link( 'contact', environment: 'contoso' ) );
	}
}
