<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\Connection;
use Causeway\Systems\Vendasta\Links;
use Causeway\Systems\Vendasta\Place;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class LinksTest extends TestCase {

	/** @param array<string, string> $fields */
	private static function place( array $fields ): Place {
		return new Place( new Connection( 'vendasta', 'vendasta', $fields, [], false ) );
	}

	public function testAScreenOpensInPartnerCenter(): void {
		foreach ( [
			'team'             => 'https://partners.vendasta.com/my-team',
			'users'            => 'https://partners.vendasta.com/bc-admin',
			'businesses'       => 'https://partners.vendasta.com/manage-accounts',
			'plan'             => 'https://partners.vendasta.com/subscription-tier/my-plan',
			'service-accounts' => '',
		] as $name => $url ) {
			self::assertSame( $url, ( new Links( self::place( [ 'environment' => 'prod' ] ) ) )->to( $name ) );
			self::assertSame( '', ( new Links( self::place( [ 'environment' => 'demo' ] ) ) )->to( $name ) );
		}
	}

	public function testEachEnvironmentHasItsHosts(): void {
		$hosts = static fn ( Place $place ): array => [ $place->loginUrl(), $place->apiUrl(), $place->audience() ];
		self::assertSame( [ 'https://sso-api-prod.apigateway.co', 'https://prod.apigateway.co/platform', 'https://iam-prod.apigateway.co' ], $hosts( self::place( [] ) ) );
		self::assertSame( [ 'https://sso-api-demo.apigateway.co', 'https://demo.apigateway.co/platform', 'https://iam-demo.apigateway.co' ], $hosts( self::place( [ 'environment' => 'demo' ] ) ) );
		self::assertSame( 'https://prod.apigateway.co/platform', self::place( [ 'environment' => 'evil.example/' ] )->apiUrl() );
		$custom = [
			'environment' => 'custom',
			'login_base'  => 'https://login.example/',
			'api_base'    => 'https://api.example/platform/',
		];
		self::assertSame( [ 'https://login.example', 'https://api.example/platform', 'https://iam-prod.apigateway.co' ], $hosts( self::place( $custom ) ) );
	}
}
