<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Connections;

use Causeway\Tests\Integration\Rest\DoorTestCase;
use Causeway\Tests\Integration\Rest\HttpAnswer;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Configuring a connection by its door, on the real tables and the built catalog. */
#[CoversNothing]
final class ConnectionDoorTest extends DoorTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->administrator();
	}

	protected function tearDown(): void {
		foreach ( [ 'CLIENT_ID', 'CLIENT_SECRET', 'API_BASE' ] as $field ) {
			putenv( "CAUSEWAY_ZOHO_CRM_{$field}" );
		}
		parent::tearDown();
	}

	/**
	 * @param array<string, mixed> $fields
	 * @param array<string, mixed> $more
	 */
	private function put( array $fields, string $id = 'zoho-crm', array $more = [] ): HttpAnswer {
		return $this->http( 'PUT', "/connections/{$id}", $more + [ 'system' => 'zoho-crm', 'fields' => [] === $fields ? new \stdClass() : $fields ] );
	}

	/** @return array<string, mixed> Values by field, as GraphQL shows them; `mayWrite` beside. */
	private function shown(): array {
		$connection = $this->ask( '{ connections { id mayWrite fields { id value isSet isFixed } } }' )->at( 'data', 'connections', 0 );
		if ( ! is_array( $connection ) ) {
			return [];
		}
		$fields = [];
		foreach ( (array) $connection['fields'] as $field ) {
			$fields[ is_array( $field ) ? (string) $field['id'] : '' ] = is_array( $field ) ? $field['value'] ?? $field['isSet'] : null;
		}
		return $fields + [ 'mayWrite' => $connection['mayWrite'] ];
	}

	/** @return iterable<string, array{array<string, mixed>, list<string>}> Fields that are sent, fields that are refused. */
	public static function refusals(): iterable {
		$good = [ 'data_centre' => 'eu', 'client_id' => 'a', 'client_secret' => 'b', 'refresh_token' => 'c' ];
		yield 'nothing at all' => [ [], [ 'client_id', 'client_secret', 'refresh_token' ] ];
		yield 'an unknown field' => [ $good + [ 'passwort' => 'x' ], [ 'passwort' ] ];
		yield 'a field named by a number' => [ $good + [ '0' => 'x' ], [ '0' ] ];
		yield 'an unknown data centre' => [ [ 'data_centre' => 'mars' ] + $good, [ 'data_centre' ] ];
		yield 'a blank secret' => [ [ 'client_secret' => '  ' ] + $good, [ 'client_secret' ] ];
		yield 'a null byte in a secret' => [ [ 'refresh_token' => "c\0X-Injected: 1" ] + $good, [ 'refresh_token' ] ];
		yield 'a line break in an id' => [ [ 'client_id' => "a\nX-Injected: 1" ] + $good, [ 'client_id' ] ];
		yield 'an address that is none' => [ $good + [ 'api_base' => 'javascript:alert(1)' ], [ 'api_base' ] ];
		yield 'an address with a name in it' => [ $good + [ 'api_base' => 'https://www.zohoapis.com@evil.example' ], [ 'api_base' ] ];
		yield 'an address with a question' => [ $good + [ 'accounts_base' => 'https://accounts.zoho.com/?x=' ], [ 'accounts_base' ] ];
		yield 'several at once' => [ [ 'data_centre' => 'mars', 'client_id' => '' ], [ 'client_id', 'client_secret', 'data_centre', 'refresh_token' ] ];
	}

	/**
	 * @dataProvider refusals
	 * @param array<string, mixed> $fields
	 * @param list<string>         $refused
	 */
	public function test_names_what_is_wrong_and_saves_nothing( array $fields, array $refused ): void {
		$answer = $this->put( $fields );
		self::assertSame( [ 400, 'causeway_invalid_field', 400 ], [ $answer->status, $answer->code(), $answer->at( 'data', 'status' ) ] );
		self::assertSame( [ 'code', 'message', 'data' ], array_keys( $answer->json() ) );
		$named = array_map( strval( ... ), array_keys( (array) $answer->at( 'data', 'fields' ) ) );
		sort( $named );
		self::assertSame( $refused, $named );
		self::assertSame( '0', self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->database()->table( 'connections' )}" ) );
	}

	public function test_one_wrong_field_leaves_the_stored_connection_as_it_was(): void {
		$this->connect();
		$before = self::wpdb()->get_row( "SELECT fields, secrets, may_write FROM {$this->database()->table( 'connections' )}", ARRAY_A );
		self::assertSame( 400, $this->put( [ 'client_id' => 'new', 'client_secret' => 'new', 'data_centre' => 'mars' ], 'zoho-crm', [ 'may_write' => false ] )->status );
		self::assertSame( $before, self::wpdb()->get_row( "SELECT fields, secrets, may_write FROM {$this->database()->table( 'connections' )}", ARRAY_A ) );
	}

	public function test_what_is_left_out_stays_and_what_is_blank_is_cleared(): void {
		$this->connect();
		self::assertSame( 200, $this->put( [ 'username_field' => 'Portal_User' ] )->status );
		self::assertSame( [ 'us', '1000.CLIENTID', true, true, 'Portal_User', true ], array_values( array_intersect_key( $this->shown(), array_flip( [ 'data_centre', 'client_id', 'client_secret', 'refresh_token', 'username_field', 'mayWrite' ] ) ) ) );
		self::assertSame( 200, $this->put( [ 'username_field' => '' ], 'zoho-crm', [ 'may_write' => false ] )->status );
		self::assertSame( [ '', false ], [ $this->shown()['username_field'], $this->shown()['mayWrite'] ] );
	}

	public function test_a_new_connection_may_only_read(): void {
		self::assertSame( 200, $this->put( [ 'client_id' => 'a', 'client_secret' => 'b', 'refresh_token' => 'c' ] )->status );
		self::assertFalse( $this->shown()['mayWrite'] );
	}

	public function test_a_stored_secret_is_never_sent_to_an_address_it_was_not_entered_for(): void {
		$this->connect();
		foreach ( [ [ 'accounts_base' => 'https://accounts.evil.example' ], [ 'api_base' => 'https://api.evil.example', 'data_centre' => 'custom' ], [ 'accounts_base' => 'https://accounts.evil.example', 'client_secret' => 'only-one' ] ] as $fields ) {
			$answer = $this->put( $fields );
			self::assertSame( 400, $answer->status );
			self::assertIsString( $answer->at( 'data', 'fields', 'refresh_token' ) );
			$this->http( 'POST', '/connections/zoho-crm/test' );
		}
		self::assertStringNotContainsString( 'evil', implode( ' ', $this->vendorCalls ) );

		self::assertSame( 200, $this->put( [ 'accounts_base' => 'https://accounts.own.example', 'client_secret' => 'b', 'refresh_token' => 'c' ] )->status );
		self::assertSame( 200, $this->put( [ 'client_id' => 'other' ] )->status, 'An address that stays asks for nothing.' );
		self::assertSame( 200, $this->put( [ 'accounts_base' => '' ] )->status, 'Back to the vendor’s own.' );
	}

	public function test_an_id_belongs_to_one_system_and_is_plain(): void {
		$this->connect();
		foreach ( [ 'zoho--crm', '-zoho', 'zoho-' ] as $id ) {
			self::assertSame( [ 'id' ], array_keys( (array) $this->put( [ 'client_id' => 'a', 'client_secret' => 'b', 'refresh_token' => 'c' ], $id )->at( 'data', 'fields' ) ), $id );
		}
		foreach ( [ 'wordpress', 'catalyst-connect', 'nothing' ] as $system ) {
			self::assertSame( [ 'system' ], array_keys( (array) $this->put( [ 'x' => 'y' ], 'x', [ 'system' => $system ] )->at( 'data', 'fields' ) ), $system );
		}
	}

	public function test_what_the_sites_configuration_sets_is_neither_changed_nor_copied(): void {
		putenv( 'CAUSEWAY_ZOHO_CRM_CLIENT_ID=fixed-id' );
		putenv( 'CAUSEWAY_ZOHO_CRM_CLIENT_SECRET=fixed-secret' );
		self::assertSame( 200, $this->put( [ 'refresh_token' => 'c', 'client_id' => 'fixed-id' ] )->status, 'A screen sends back what it was shown.' );
		$stored = (string) self::wpdb()->get_var( "SELECT CONCAT(fields, secrets) FROM {$this->database()->table( 'connections' )}" );
		self::assertStringNotContainsString( 'fixed', $stored );

		foreach ( [ [ 'client_id' => 'mine' ], [ 'client_secret' => 'mine' ], [ 'api_base' => 'https://api.evil.example', 'refresh_token' => 'c' ] ] as $fields ) {
			$answer = $this->put( $fields );
			self::assertSame( 400, $answer->status, $answer->body );
			self::assertStringContainsString( 'configuration', $answer->body );
		}
		$answer = $this->http( 'DELETE', '/connections/zoho-crm' );
		self::assertSame( [ 409, 'causeway_fixed_elsewhere' ], [ $answer->status, $answer->code() ] );
		self::assertSame( [ 'fixed-id', true, false ], [ $this->shown()['client_id'], $this->shown()['client_secret'], $this->shown()['refresh_token'] ] );
	}

	public function test_removes_a_connection_with_everything_about_it(): void {
		$this->connect();
		$this->http( 'POST', '/connections/zoho-crm/test' );
		self::assertSame( [ 'removed' => true ], $this->http( 'DELETE', '/connections/zoho-crm' )->json() );
		self::assertSame( [], self::wpdb()->get_results( "SELECT * FROM {$this->database()->table( 'connections' )}" ) );
		foreach ( [ $this->http( 'DELETE', '/connections/zoho-crm' ), $this->http( 'POST', '/connections/zoho-crm/test' ) ] as $answer ) {
			self::assertSame( [ 404, 'causeway_unknown_connection' ], [ $answer->status, $answer->code() ] );
		}
	}

	public function test_tests_answer_as_conditions_and_are_remembered(): void {
		$this->connect();
		$answer = $this->http( 'POST', '/connections/zoho-crm/test' );
		self::assertSame( 200, $answer->status );
		foreach ( (array) $answer->at( 'conditions' ) as $condition ) {
			self::assertSame( [ 'type', 'status', 'reason', 'message', 'observedAt' ], array_keys( (array) $condition ) );
		}
		self::assertSame( $answer->at( 'conditions' ), $this->ask( '{ connections { conditions { type status reason message observedAt } } }' )->at( 'data', 'connections', 0, 'conditions' ) );
	}
}
