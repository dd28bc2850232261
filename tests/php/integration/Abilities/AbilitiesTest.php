<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Abilities;

use Causeway\Tests\Integration\Rest\DoorTestCase;
use PHPUnit\Framework\Attributes\CoversNothing;

/** What assistants may ask: the same answers as the other doors, behind the same capabilities. */
#[CoversNothing]
final class AbilitiesTest extends DoorTestCase {

	private const ABILITIES = [ 'causeway/explain-message', 'causeway/diagnose-person', 'causeway/list-cases', 'causeway/get-case' ];

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'wp_get_ability' ) ) {
			self::markTestSkipped( 'This version of WordPress has no Abilities API.' );
		}
	}

	public function test_registers_four_abilities_in_a_category_of_their_own(): void {
		$this->administrator();
		$ours = array_filter( wp_get_abilities(), static fn ( \WP_Ability $ability ): bool => 'causeway' === $ability->get_category() );
		self::assertEqualsCanonicalizing( self::ABILITIES, array_values( array_map( static fn ( \WP_Ability $ability ): string => $ability->get_name(), $ours ) ) );
	}

	public function test_each_wants_the_capability_of_its_screen(): void {
		$inputs  = [
			'causeway/explain-message' => [ 'message' => 'Please contact your administrator' ],
			'causeway/diagnose-person' => [ 'person' => 'nobody@example.org' ],
			'causeway/list-cases'      => [],
			'causeway/get-case'        => [ 'case' => 1 ],
		];
		$allowed = static fn (): array => array_keys( array_filter( $inputs, static fn ( array $input, string $name ): bool => true === wp_get_ability( $name )?->check_permissions( $input ), ARRAY_FILTER_USE_BOTH ) );
		wp_set_current_user( 0 );
		self::assertSame( [], $allowed() );
		wp_set_current_user( self::user( [ 'role' => 'editor' ] )->ID );
		self::assertSame( [], $allowed() );
		wp_set_current_user( self::personWith( [ 'causeway_view' ] )->ID );
		self::assertSame( [ 'causeway/explain-message', 'causeway/list-cases', 'causeway/get-case' ], $allowed() );
		wp_set_current_user( self::personWith( [ 'causeway_view', 'causeway_manage_cases' ] )->ID );
		self::assertSame( self::ABILITIES, $allowed() );
	}

	public function test_explains_as_the_route_does(): void {
		$this->administrator();
		$input = [
			'message' => 'Please contact your administrator',
			'answers' => [ 'zoho-crm:contact.exists' => true ],
		];
		self::assertEquals( $this->http( 'POST', '/explain', $input )->json(), json_decode( (string) wp_json_encode( $this->run_ability( 'explain-message', $input ) ), true ) );
		$refused = $this->run_ability( 'explain-message', [ 'message' => ' ' ] );
		self::assertInstanceOf( \WP_Error::class, $refused );
		self::assertSame( 'causeway_message_length', $refused->get_error_code() );
	}

	public function test_knows_the_case_that_the_screens_know(): void {
		$case = $this->diagnosedCase();
		$list = $this->run_ability( 'list-cases', [ 'first' => 5 ] );
		self::assertIsArray( $list );
		self::assertSame( 1, $list['total'] );
		self::assertSame( $case, $list['cases'][0]['case'] ?? 0 );
		$got = $this->run_ability( 'get-case', [ 'case' => $case ] );
		self::assertIsArray( $got );
		self::assertSame( $case, $got['case'] );
		self::assertSame( $list['cases'][0]['cause'], $got['causes'][0]['cause'] ?? '' );
		self::assertInstanceOf( \WP_Error::class, $this->run_ability( 'get-case', [ 'case' => 999_999 ] ) );
	}

	public function test_looks_at_one_person_and_says_where_there_is_none(): void {
		$this->administrator();
		$person = self::user();
		$found  = $this->run_ability( 'diagnose-person', [ 'person' => $person->user_login ] );
		self::assertIsArray( $found );
		self::assertSame( [ 'person', 'case', 'reference', 'state', 'connections', 'causes', 'unknown' ], array_keys( $found ) );
		$nobody = $this->run_ability( 'diagnose-person', [ 'person' => 'nobody@example.org' ] );
		self::assertInstanceOf( \WP_Error::class, $nobody );
		self::assertSame( 'causeway_nobody', $nobody->get_error_code() );
	}

	/** @param array<string, mixed> $input */
	private function run_ability( string $name, array $input ): mixed {
		wp_set_current_user( self::personWith( [ 'causeway_view', 'causeway_manage_cases' ] )->ID );
		return wp_get_ability( 'causeway/' . $name )?->execute( $input );
	}
}
