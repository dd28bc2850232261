<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connections;

use Causeway\Connections\ConnectionDesk;
use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\Connector;
use Causeway\Connector\Registry;
use Causeway\Support\Truth;
use Causeway\Support\FrozenClock;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( ConnectionDesk::class )]
final class ConnectionDeskTest extends TestCase {

	private const FIELDS = [
		'data_centre'    => 'eu',
		'api_base'       => '',
		'accounts_base'  => 'https://accounts.own.example',
		'client_id'      => 'id',
		'username_field' => 'Login',
		'daily_calls' => '',
		'credentials_end' => '',
	];

	private const SECRETS = [
		'client_secret' => 'stored-secret',
		'refresh_token' => 'stored-token',
	];

	private function desk( ShelfConnections $store, ?Connector $connector = null ): ConnectionDesk {
		$registry = new Registry();
		if ( null !== $connector ) {
			$registry->add( $connector );
		}
		return new ConnectionDesk( $store, $registry, BuiltCatalog::load(), new ShelfMeter(), new FrozenClock() );
	}

	private static function stored( bool $mayWrite = true ): Connection {
		return new Connection( 'zoho-crm', 'zoho-crm', self::FIELDS, self::SECRETS, $mayWrite );
	}

	public function test_saves_a_new_connection_with_what_its_fields_begin_with(): void {
		$store = new ShelfConnections();
		self::assertSame( [], $this->desk( $store )->save( 'zoho-crm', 'zoho-crm', [ 'client_id' => ' id ', 'client_secret' => "secret\t", 'refresh_token' => 'token' ], null ) );
		self::assertSame( [ 'data_centre' => 'us', 'api_base' => '', 'accounts_base' => '', 'client_id' => 'id', 'username_field' => '', 'daily_calls' => '', 'credentials_end' => '' ], $store->drafts[0]->fields );
		self::assertSame( [ 'client_secret' => 'secret', 'refresh_token' => 'token' ], $store->drafts[0]->secrets );
		self::assertFalse( $store->drafts[0]->mayWrite );
	}

	public function test_joins_the_lines_of_a_key_and_of_nothing_else(): void {
		$store = new ShelfConnections();
		$pem   = "-----BEGIN PRIVATE KEY-----\r\nMIIEvAIB\nADANBg==\n-----END PRIVATE KEY-----\n";
		$given = [ 'my_domain' => 'https://northwind.my.salesforce.com', 'client_id' => 'id', 'private_key' => $pem ];
		self::assertSame( [], $this->desk( $store )->save( 'salesforce', 'salesforce', $given, null ) );
		self::assertSame( '-----BEGIN PRIVATE KEY-----MIIEvAIBADANBg==-----END PRIVATE KEY-----', $store->drafts[0]->secrets['private_key'] );
		self::assertSame( [ 'client_id' ], array_keys( $this->desk( $store )->save( 'salesforce', 'salesforce', [ 'client_id' => "i\nd" ] + $given, null ) ) );
		self::assertSame( [ 'private_key' ], array_keys( $this->desk( $store )->save( 'salesforce', 'salesforce', [ 'private_key' => "a\0b" ] + $given, null ) ) );
	}

	public function test_hands_over_only_the_secrets_that_were_entered(): void {
		$store = new ShelfConnections( self::stored() );
		self::assertSame( [], $this->desk( $store )->save( 'zoho-crm', 'zoho-crm', [ 'client_id' => 'other' ], null ) );
		self::assertSame( [ [], true ], [ $store->drafts[0]->secrets, $store->drafts[0]->mayWrite ] );
		self::assertSame( [ 'client_id' => 'other' ] + self::FIELDS, [ 'client_id' => $store->drafts[0]->fields['client_id'] ] + $store->drafts[0]->fields );
	}

	/** @return iterable<string, array{array<string, string>, list<string>}> Values, and the fields that are refused: secrets that have to be entered once more. */
	public static function addresses(): iterable {
		yield 'another host for tokens' => [ [ 'accounts_base' => 'https://evil.example' ], [ 'client_secret', 'refresh_token' ] ];
		yield 'another port' => [ [ 'accounts_base' => 'https://accounts.own.example:8443' ], [ 'client_secret', 'refresh_token' ] ];
		yield 'another scheme' => [ [ 'accounts_base' => 'http://accounts.own.example' ], [ 'client_secret', 'refresh_token' ] ];
		yield 'a first address of the API' => [ [ 'api_base' => 'https://evil.example' ], [ 'client_secret', 'refresh_token' ] ];
		yield 'one secret entered, the other not' => [ [ 'accounts_base' => 'https://evil.example', 'client_secret' => 'new' ], [ 'refresh_token' ] ];
		yield 'both entered' => [ [ 'accounts_base' => 'https://new.example', 'client_secret' => 'new', 'refresh_token' => 'new' ], [] ];
		yield 'the same address' => [ [ 'accounts_base' => ' https://accounts.own.example ' ], [] ];
		yield 'an address that is refused itself' => [ [ 'api_base' => 'evil' ], [ 'api_base' ] ];
		yield 'back to the vendor' => [ [ 'accounts_base' => '' ], [] ];
		yield 'another of the vendor’s data centres' => [ [ 'data_centre' => 'in' ], [] ];
	}

	/**
	 * @dataProvider addresses
	 * @param array<string, string> $values
	 * @param list<string>          $again
	 */
	public function test_keeps_stored_secrets_at_the_address_they_were_entered_for( array $values, array $again ): void {
		$store = new ShelfConnections( self::stored() );
		self::assertSame( $again, array_keys( $this->desk( $store )->save( 'zoho-crm', 'zoho-crm', $values, null ) ) );
		self::assertCount( [] === $again ? 1 : 0, $store->drafts );
	}

	public function test_a_secret_of_the_configuration_goes_to_no_address_that_is_typed_here_under_any_id(): void {
		$store    = new ShelfConnections( null, [ 'mine:client_secret' ] );
		$problems = $this->desk( $store )->save( 'mine', 'zoho-crm', [ 'client_id' => 'a', 'refresh_token' => 'b', 'api_base' => 'https://evil.example' ], null );
		self::assertSame( [ 'client_secret' ], array_keys( $problems ) );
		self::assertSame( [], $store->drafts );
	}

	public function test_what_the_configuration_sets_is_left_to_it(): void {
		$store = new ShelfConnections( self::stored(), [ 'zoho-crm:client_id', 'zoho-crm:client_secret' ] );
		self::assertSame( [], $this->desk( $store )->save( 'zoho-crm', 'zoho-crm', [ 'client_id' => 'id' ], null ) );
		self::assertArrayNotHasKey( 'client_id', $store->drafts[0]->fields );
		self::assertSame( [ 'client_id', 'client_secret' ], array_keys( $this->desk( $store )->save( 'zoho-crm', 'zoho-crm', [ 'client_id' => 'x', 'client_secret' => 'x' ], null ) ) );
		self::assertSame( 'fixed-elsewhere', $this->desk( $store )->remove( 'zoho-crm' ) );
	}

	/** @return iterable<string, array{string, list<string>}> Entered day, and type, status and reason of what is told. */
	public static function days(): iterable {
		yield 'none' => [ '', [] ];
		yield 'in a year' => [ gmdate( 'Y-m-d', ( new FrozenClock() )->now() + 365 * 86_400 ), [ 'credentials', 'true', 'ok' ] ];
		yield 'in 31 days' => [ gmdate( 'Y-m-d', ( new FrozenClock() )->now() + 31 * 86_400 ), [ 'credentials', 'true', 'ok' ] ];
		yield 'in 29 days' => [ gmdate( 'Y-m-d', ( new FrozenClock() )->now() + 29 * 86_400 ), [ 'credentials', 'false', 'ending' ] ];
		yield 'yesterday' => [ gmdate( 'Y-m-d', ( new FrozenClock() )->now() - 86_400 ), [ 'credentials', 'false', 'ended' ] ];
	}

	/**
	 * @dataProvider days
	 * @param list<string> $told
	 */
	public function test_reminds_of_credentials_that_end( string $day, array $told ): void {
		$connection = new Connection( 'crm', 'zoho-crm', [ 'credentials_end' => $day ], [], false );
		$conditions = $this->desk( new ShelfConnections() )->conditions( $connection );

		self::assertSame( $told, [] === $conditions ? [] : [ $conditions[0]->type, $conditions[0]->status->value, $conditions[0]->reason ] );
		self::assertTrue( [] === $conditions || str_contains( $conditions[0]->message, $day ) );
	}

	public function test_takes_a_day_that_there_is_and_nothing_else(): void {
		$given = [
			'client_id'     => 'a',
			'client_secret' => 'b',
			'refresh_token' => 'c',
		];
		foreach ( [ '2027-02-30', '31.03.2027', '2027-3-31', "2027-03-31' OR 1" ] as $day ) {
			$store = new ShelfConnections();
			self::assertSame( [ 'credentials_end' ], array_keys( $this->desk( $store )->save( 'crm', 'zoho-crm', [ 'credentials_end' => $day ] + $given, null ) ), $day );
			self::assertSame( [], $store->drafts );
		}
		$store = new ShelfConnections();
		self::assertSame( [], $this->desk( $store )->save( 'crm', 'zoho-crm', [ 'credentials_end' => '2028-02-29' ] + $given, null ) );
		self::assertSame( '2028-02-29', $store->drafts[0]->fields['credentials_end'] );
	}

	/** @return iterable<string, array{string, bool}> */
	public static function ids(): iterable {
		yield 'a word' => [ 'zoho', true ];
		yield 'words' => [ 'zoho-crm-2', true ];
		yield '32 letters' => [ str_repeat( 'a', 32 ), true ];
		yield '33 letters' => [ str_repeat( 'a', 33 ), false ];
		yield 'nothing' => [ '', false ];
		yield 'capitals' => [ 'Zoho', false ];
		yield 'two dashes, which constants read as one' => [ 'zoho--crm', false ];
		yield 'a dash at the end' => [ 'zoho-', false ];
		yield 'a line break at the end' => [ "zoho\n", false ];
		yield 'a path' => [ '../x', false ];
	}

	/** @dataProvider ids */
	public function test_an_id_is_plain( string $id, bool $isGood ): void {
		$problems = $this->desk( new ShelfConnections() )->save( $id, 'zoho-crm', [ 'client_id' => 'a', 'client_secret' => 'b', 'refresh_token' => 'c' ], null );
		self::assertSame( $isGood ? [] : [ 'id' ], array_keys( $problems ) );
	}

	public function test_a_site_without_a_key_is_told_so_by_the_secrets_fields(): void {
		$store = $this->createStub( \Causeway\Connector\ConnectionStore::class );
		$store->method( 'save' )->willReturnCallback( static fn () => throw new \Causeway\Vault\VaultFault( 'no-key', 'Put secret keys into wp-config.php.' ) );
		$problems = ( new ConnectionDesk( $store, new Registry(), BuiltCatalog::load(), new ShelfMeter(), new FrozenClock() ) )->save( 'zoho-crm', 'zoho-crm', [ 'client_id' => 'a', 'client_secret' => 'b', 'refresh_token' => 'c' ], null );

		self::assertSame( array_fill_keys( [ 'client_secret', 'refresh_token' ], 'Put secret keys into wp-config.php.' ), $problems );
	}

	public function test_a_fault_while_saving_carries_no_secret_in_its_trace(): void {
		$store = $this->createStub( \Causeway\Connector\ConnectionStore::class );
		$store->method( 'save' )->willReturnCallback( static fn () => throw new \RuntimeException( 'The disk is full.' ) );
		$kept = ini_set( 'zend.exception_ignore_args', '0' );
		try {
			( new ConnectionDesk( $store, new Registry(), BuiltCatalog::load(), new ShelfMeter(), new FrozenClock() ) )->save( 'zoho-crm', 'zoho-crm', [ 'client_id' => 'a', 'client_secret' => 'very-secret', 'refresh_token' => 'b' ], null );
			self::fail( 'It was saved.' );
		} catch ( \RuntimeException $fault ) {
			$own = array_filter( $fault->getTrace(), static fn ( array $call ): bool => ConnectionDesk::class === ( $call['class'] ?? '' ) );
			self::assertNotSame( [], $own );
			$arguments = array_merge( ...array_column( $own, 'args' ) );
			self::assertContains( 'zoho-crm', $arguments );
			self::assertNotContains( 'very-secret', array_merge( ...array_filter( $arguments, is_array( ... ) ), ...[ [] ] ) );
		} finally {
			ini_set( 'zend.exception_ignore_args', (string) $kept );
		}
	}

	public function test_remembers_what_a_test_found(): void {
		$connector = $this->createStub( Connector::class );
		$connector->method( 'system' )->willReturn( 'zoho-crm' );
		$connector->method( 'test' )->willReturn( [ new Condition( 'reachable', Truth::False, 'timed-out', '', 5 ) ] );
		$store = new ShelfConnections( self::stored() );
		self::assertSame( 'timed-out', ( $this->desk( $store, $connector )->test( 'zoho-crm' ) ?? [] )[0]->reason );
		self::assertSame( 'timed-out', $store->remembered['zoho-crm'][0]->reason );
		self::assertNull( $this->desk( $store, $connector )->test( 'none' ) );
		self::assertNull( $this->desk( $store )->test( 'zoho-crm' ), 'Nobody here speaks to that system.' );
	}

	/** @return iterable<string, array{string, Truth, bool, bool}> System, what a test of it says, whether it is connected, whether it can be asked. */
	public static function systems(): iterable {
		yield 'one of this site that is there' => [ 'catalyst-connect', Truth::True, false, true ];
		yield 'one of this site that is not' => [ 'catalyst-connect', Truth::False, false, false ];
		yield 'one elsewhere that is connected, even where it was down when last seen' => [ 'zoho-crm', Truth::False, true, true ];
		yield 'one elsewhere that is not' => [ 'zoho-crm', Truth::True, false, false ];
	}

	/** @dataProvider systems */
	public function test_knows_which_systems_can_be_asked_without_asking_them( string $system, Truth $status, bool $isConnected, bool $isAskable ): void {
		$connector = $this->createMock( Connector::class );
		$connector->method( 'system' )->willReturn( $system );
		$connector->expects( self::exactly( 'zoho-crm' === $system ? 0 : 1 ) )->method( 'test' )->willReturn( [ new Condition( 'reachable', $status, '', '', 5 ) ] );
		self::assertSame( $isAskable ? [ $system ] : [], $this->desk( new ShelfConnections( $isConnected ? self::stored() : null ), $connector )->askable() );
	}
}
