<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Cases\SitePatternDesk;
use Causeway\Storage\Settings;
use Causeway\Storage\SitePatterns;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Messages that somebody recorded for this site: kept without names, known from then on, and gone when they are forgotten. */
#[CoversNothing]
final class SitePatternsTest extends DoorTestCase {

	private const MESSAGE = 'Your green badge has gone stale, ring "Bo Li" at extension 12.';

	protected function setUp(): void {
		parent::setUp();
		$this->logIn( self::personWith( [ 'causeway_view', 'causeway_manage_cases' ] ) );
	}

	public function test_is_explained_from_then_on_until_it_is_forgotten(): void {
		self::assertTrue( $this->explain( 'recordable' ) );
		$recorded = $this->http(
			'POST',
			'/patterns',
			[
				'message' => self::MESSAGE,
				'cause'   => 'wordpress/account-disabled',
			]
		);
		self::assertSame( 200, $recorded->status, $recorded->body );
		$id = $recorded->at( 'id' );
		self::assertIsString( $id );
		self::assertSame( $id, $this->explain( 'pattern', 'id' ) );
		self::assertSame( 'account-disabled', $this->explain( 'causes', 0, 'cause' ) );
		self::assertSame( 'possible', $this->explain( 'causes', 0, 'confidence' ) );

		self::assertSame( 200, $this->http( 'PUT', "/patterns/{$id}", [ 'cause' => '' ] )->status );
		self::assertSame( [], $this->explain( 'causes' ) );
		self::assertTrue( $this->explain( 'recognised' ) );

		self::assertSame( [ $id ], array_column( (array) $this->http( 'POST', '/graphql', [ 'query' => '{ patterns { id text } }' ] )->at( 'data', 'patterns' ), 'id' ) );
		self::assertTrue( $this->http( 'DELETE', "/patterns/{$id}" )->at( 'removed' ) );
		self::assertFalse( $this->explain( 'recognised' ) );
		self::assertSame( 404, $this->http( 'DELETE', "/patterns/{$id}" )->status );
	}

	public function test_keeps_nothing_that_names_a_person_and_loads_only_ids_with_every_page(): void {
		$this->http( 'POST', '/patterns', [ 'message' => '<p>' . self::MESSAGE . ' Mail bo.li@shop.example.</p>' ] );
		$stored = (string) wp_json_encode( get_option( SitePatterns::OPTION ) );
		self::assertStringContainsString( 'green badge', $stored );
		foreach ( [ 'bo li', 'Bo Li', 'bo.li', 'shop.example', '12', '<p>' ] as $private ) {
			self::assertStringNotContainsString( $private, preg_replace( '/"at":\d+|"by":\d+/', '', $stored ) ?? '' );
		}
		self::assertStringNotContainsString( 'badge', (string) wp_json_encode( get_option( Settings::OPTION ) ) );
		self::assertArrayNotHasKey( SitePatterns::OPTION, wp_load_alloptions( true ) );
	}

	/** @return iterable<string, array{string, string, string}> */
	public static function refused(): iterable {
		yield 'a message that the catalog knows' => [ 'Please contact your administrator', '', 'causeway_known' ];
		yield 'too little' => [ 'Hm', '', 'causeway_not_usable' ];
		yield 'a whole page' => [ str_repeat( 'green badge ', 100 ), '', 'causeway_not_usable' ];
		yield 'a cause that there is not' => [ self::MESSAGE, 'wordpress/bad-weather', 'causeway_no_cause' ];
	}

	/** @dataProvider refused */
	public function test_refuses_what_would_help_nobody( string $message, string $cause, string $code ): void {
		$answer = $this->http( 'POST', '/patterns', compact( 'message', 'cause' ) );
		self::assertSame( [ 400, $code ], [ $answer->status, $answer->code() ] );
		self::assertSame( [], get_option( SitePatterns::OPTION, [] ) );
	}

	public function test_keeps_each_once_and_no_more_than_the_login_path_can_carry(): void {
		$words = array_map( static fn ( int $number ): string => 'badge ' . strtr( (string) $number, '0123456789', 'abcdefghij' ) . ' stale', range( 100, 99 + SitePatternDesk::MOST ) );
		foreach ( $words as $message ) {
			self::assertSame( 200, $this->http( 'POST', '/patterns', [ 'message' => $message ] )->status, $message );
		}
		self::assertSame( 200, $this->http( 'POST', '/patterns', [ 'message' => $words[0] ] )->status );
		self::assertSame( 'causeway_full', $this->http( 'POST', '/patterns', [ 'message' => self::MESSAGE ] )->code() );
		self::assertCount( SitePatternDesk::MOST, (array) get_option( SitePatterns::OPTION ) );
		self::assertLessThan( 2048, strlen( serialize( get_option( Settings::OPTION ) ) ) );
	}

	private function explain( string|int ...$path ): mixed {
		return $this->http( 'POST', '/explain', [ 'message' => str_replace( '12', '7', self::MESSAGE ) ] )->at( ...$path );
	}
}
