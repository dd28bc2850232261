<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Storage;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Condition;
use Causeway\Connector\ConnectionDraft;
use Causeway\Http\BreakerState;
use Causeway\Storage\BreakerTable;
use Causeway\Storage\FixedFields;
use Causeway\Storage\Lease;
use Causeway\Storage\SealedTokens;
use Causeway\Storage\StoredConnections;
use Causeway\Support\Truth;
use Causeway\Tests\Integration\Cases\CaseRoomTestCase;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultKey;
use PHPUnit\Framework\Attributes\TestWith;

final class ConnectionsTest extends CaseRoomTestCase {

	public function test_secrets_are_sealed_at_rest_and_open_again(): void {
		$this->room->connect();
		$row = $this->room->database->row( "SELECT * FROM {$this->room->database->table( 'connections' )}" );

		self::assertStringNotContainsString( 's3cret-value', (string) json_encode( $row?->texts( 'secrets' ) ) );
		self::assertSame( [ 'client_secret' => 's3cret-value' ], $this->room->connections->get( 'crm' )?->secrets );
	}

	public function test_a_secret_under_a_lost_key_is_as_good_as_not_set(): void {
		$this->room->connect();
		$other = new StoredConnections( $this->room->database, $this->vault( 'another key of forty characters and more..' ), $this->room->settings, $this->room->clock, static fn (): array => [] );

		self::assertSame( [], $other->get( 'crm' )?->secrets );
	}

	public function test_only_what_changes_the_organisation_drops_what_was_learnt(): void {
		$this->room->connect();
		$this->room->connections->rememberFacts( 'crm', [ 'zgid' => '42', 'gone' => '' ] );
		$this->room->connections->rememberConditions( 'crm', [ new Condition( 'reachable', Truth::True, 'ok', 'Answers.', 5 ) ] );
		$this->room->connections->save( new ConnectionDraft( 'crm', 'crm', [ 'api_base' => 'https://crm.example' ], [], false ) );
		self::assertSame( [ 'zgid' => '42' ], $this->room->connections->get( 'crm' )?->facts );
		self::assertSame( 'ok', $this->room->connections->conditions( 'crm' )[0]->reason );
		self::assertSame( 's3cret-value', $this->room->connections->get( 'crm' )->secrets['client_secret'] );

		$this->room->connections->save( new ConnectionDraft( 'crm', 'crm', [ 'api_base' => 'https://other.example' ], [], false ) );
		self::assertSame( [], $this->room->connections->get( 'crm' )?->facts );
		self::assertSame( [], $this->room->connections->conditions( 'crm' ) );
	}

	public function test_the_environment_is_enough_to_have_a_connection_and_wins_over_what_is_stored(): void {
		try {
			putenv( 'CAUSEWAY_CRM_CLIENT_SECRET=from-env' );
			self::assertSame( 'from-env', $this->room->connections->ofSystem( 'crm' )?->secrets['client_secret'] );
			$this->room->connections->count( 'crm' );
			self::assertSame( 1, $this->room->connections->callsToday( 'crm' ) );
			$this->room->connect();
			self::assertSame( 'from-env', $this->room->connections->get( 'crm' )?->secrets['client_secret'] );
		} finally {
			putenv( 'CAUSEWAY_CRM_CLIENT_SECRET' );
		}
	}

	#[TestWith( [ 'zoho-crm', 'client_secret', 'CAUSEWAY_ZOHO_CRM_CLIENT_SECRET' ] )]
	#[TestWith( [ 'zoho-crm', 'clientSecret', 'CAUSEWAY_ZOHO_CRM_CLIENT_SECRET' ] )]
	#[TestWith( [ 'crm', 'mayWrite', 'CAUSEWAY_CRM_MAY_WRITE' ] )]
	public function test_names_the_constant_of_a_field( string $slug, string $field, string $name ): void {
		self::assertSame( $name, FixedFields::name( $slug, $field ) );
	}

	public function test_calls_are_counted_a_day(): void {
		$this->room->connect();
		$this->room->connections->count( 'crm' );
		$this->room->connections->count( 'crm' );
		self::assertSame( 2, $this->room->connections->callsToday( 'crm' ) );
		$this->room->connections->countSaved( 'crm' );
		self::assertSame( 1, $this->room->connections->savedToday( 'crm' ) );
		$this->room->clock->advance( 86_400 );
		self::assertSame( [ 0, 0 ], [ $this->room->connections->callsToday( 'crm' ), $this->room->connections->savedToday( 'crm' ) ] );
		$this->room->connections->count( 'crm' );
		self::assertSame( [ 1, 0 ], [ $this->room->connections->callsToday( 'crm' ), $this->room->connections->savedToday( 'crm' ) ] );
	}

	public function test_the_login_path_learns_the_hosts_of_a_connection(): void {
		$this->room->connect();
		$this->room->connections->rememberFacts( 'crm', [ 'apiDomain' => 'http://127.0.0.1:8123' ] );
		self::assertSame( [ '127.0.0.1:8123' => 'crm', 'crm.example:443' => 'crm' ], $this->room->settings->vendorHosts() );
		$this->room->connections->delete( 'crm' );
		self::assertSame( [], $this->room->settings->vendorHosts() );
	}

	public function test_a_token_is_sealed_kept_and_forgotten(): void {
		$this->room->connect();
		$tokens = $this->tokens();
		$tokens->put( 'crm', new AccessToken( 't0ken-value', 1_900_000_000, 'https://api.example', [ 'a', 'b' ] ) );

		self::assertStringNotContainsString( 't0ken-value', $this->room->database->value( "SELECT token FROM {$this->room->database->table( 'connections' )}" ) );
		self::assertEquals( new AccessToken( 't0ken-value', 1_900_000_000, 'https://api.example', [ 'a', 'b' ] ), $tokens->get( 'crm' ) );
		$tokens->forget( 'crm' );
		self::assertNull( $tokens->get( 'crm' ) );
	}

	public function test_one_process_at_a_time_refreshes_and_a_dead_one_holds_the_lock_for_seconds(): void {
		$tokens = $this->tokens();
		$lease  = new Lease( $this->room->database, $this->room->randomness );
		$token  = new AccessToken( 'x', 1 );
		self::assertSame( $token, $tokens->withRefreshLock( 'crm', function () use ( $lease, $token ): AccessToken {
			self::assertNull( $lease->take( 'refresh:crm', 15 ) );
			return $token;
		} ) );
		self::assertNotNull( $lease->take( 'refresh:crm', 15 ) );
		$this->room->database->run( "UPDATE {$this->room->database->table( 'locks' )} SET lease_until = 1" );
		self::assertSame( $token, $tokens->withRefreshLock( 'crm', static fn (): AccessToken => $token ) );
		try {
			$tokens->withRefreshLock( 'crm', static fn () => throw new \LogicException( 'The vendor said no.' ) );
			self::fail();
		} catch ( \LogicException ) {
			self::assertNotNull( $lease->take( 'refresh:crm', 15 ) );
		}
	}

	public function test_a_breaker_without_failures_is_no_row(): void {
		$breakers = new BreakerTable( $this->room->database );
		$breakers->save( 'x:443', new BreakerState( 3, 99 ) );
		$breakers->save( 'x:443', new BreakerState( 4, 100 ) );
		self::assertEquals( new BreakerState( 4, 100 ), $breakers->load( 'x:443' ) );
		$breakers->save( 'x:443', new BreakerState() );
		self::assertEquals( new BreakerState(), $breakers->load( 'x:443' ) );
		self::assertSame( '0', $this->room->database->value( "SELECT COUNT(*) FROM {$this->room->database->table( 'breakers' )}" ) );
	}

	private function tokens(): SealedTokens {
		return new SealedTokens( $this->room->database, $this->vault( str_repeat( 'k', 40 ) ), new Lease( $this->room->database, $this->room->randomness ), $this->room->connections, new \Causeway\Support\SystemClock() );
	}

	private function vault( string $key ): Vault {
		return new Vault( VaultKey::fromConfiguration( $key ), [], $this->room->randomness );
	}
}
