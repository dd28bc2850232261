<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Connection;
use Causeway\Systems\SuperOffice\Links;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class LinksTest extends TestCase {

	/**
	 * @param array<string, string> $fields
	 * @param array<string, string> $facts
	 */
	private static function link( string $name, array $fields, array $facts = [] ): string {
		return ( new Links( new Connection( 'superoffice', 'superoffice', $fields, [], false, $facts ) ) )->to( $name );
	}

	public function testOnlineAScreenOpensTheTenantWhereItWasLastSeen(): void {
		$online = [
			'edition' => 'online',
			'tenant'  => 'cust12345',
		];
		$seen   = [ 'webAddress' => 'https://online3.superoffice.com/Cust12345' ];
		foreach ( [ 'users', 'licences', 'contact', 'applications' ] as $screen ) {
			self::assertSame( $seen['webAddress'], self::link( $screen, $online, $seen ) );
			self::assertSame( '', self::link( $screen, $online ), 'nobody has looked yet' );
		}
		self::assertSame( 'https://online.superoffice.com/api/state/Cust12345', self::link( 'tenant-state', $online ) );
		self::assertSame( 'https://sod.superoffice.com/api/state/Cust12345', self::link( 'tenant-state', $online + [ 'environment' => 'sod' ] ) );
		self::assertSame( '', self::link( 'tenant-state', [ 'edition' => 'online' ] + [ 'tenant' => 'Cust1/../..' ] ) );
	}

	public function testOnsiteAScreenOpensTheSiteBesideItsWebApi(): void {
		foreach ( [ 'https://crm.acme.example/SuperOffice/api', 'https://crm.acme.example/SuperOffice/api/', 'https://crm.acme.example/SuperOffice/api/v1' ] as $base ) {
			$onsite = [
				'edition'  => 'onsite',
				'api_base' => $base,
			];
			self::assertSame( 'https://crm.acme.example/SuperOffice', self::link( 'users', $onsite ) );
			self::assertSame( '', self::link( 'tenant-state', $onsite ) );
		}
	}

	public function testAnAddressThatIsNoneIsNoLink(): void {
		self::assertSame( '', self::link( 'users', [ 'edition' => 'online' ], [ 'webAddress' => 'javascript:alert(1)' ] ) );
		self::assertSame(
			'',
			self::link(
				'users',
				[
					'edition'  => 'onsite',
					'api_base' => 'https://x.example/"><script>/api',
				]
			)
		);
	}
}
