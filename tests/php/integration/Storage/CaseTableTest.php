<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Storage;

use Causeway\Cases\CaseFile;
use Causeway\Cases\CaseQuery;
use Causeway\Cases\CaseState;
use Causeway\Storage\People;
use Causeway\Tests\Integration\Cases\CaseRoomTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

final class CaseTableTest extends CaseRoomTestCase {

	/** @return iterable<string, array{CaseQuery}> */
	public static function queries(): iterable {
		yield 'as the screen opens'     => [ new CaseQuery() ];
		yield 'everybody'               => [ new CaseQuery( knownPeopleOnly: false ) ];
		yield 'who waits'               => [ new CaseQuery( CaseState::waiting() ) ];
		yield 'who waits, everybody'    => [ new CaseQuery( CaseState::waiting(), knownPeopleOnly: false ) ];
		yield 'one state'               => [ new CaseQuery( [ CaseState::Resolved ] ) ];
		yield 'two states, everybody'   => [ new CaseQuery( [ CaseState::Open, CaseState::Resolved ], knownPeopleOnly: false ) ];
		yield 'a cause'                 => [ new CaseQuery( cause: 'crm/gone' ) ];
		yield 'a system'                => [ new CaseQuery( system: 'crm' ) ];
		yield 'a name'                  => [ new CaseQuery( search: 'person1' ) ];
		yield 'oldest first'            => [ new CaseQuery( CaseState::waiting(), oldestFirst: true ) ];
		yield 'who waits of a cause'    => [ new CaseQuery( CaseState::waiting(), 'crm/gone' ) ];
		yield 'over, of a system'       => [ new CaseQuery( [ CaseState::Resolved ], system: 'crm', knownPeopleOnly: false, oldestFirst: true ) ];
		yield 'an incident'             => [ new CaseQuery( incident: 7 ) ];
		yield 'who waits of an incident' => [ new CaseQuery( CaseState::waiting(), incident: 7, oldestFirst: true ) ];
		yield 'a role'                  => [ new CaseQuery( role: 'customer' ) ];
		yield 'since'                   => [ new CaseQuery( CaseState::waiting(), since: 1_790_000_080 ) ];
		yield 'since, of a role and a cause' => [ new CaseQuery( cause: 'crm/gone', role: 'customer', since: 1_790_000_080, oldestFirst: true ) ];
		yield 'a name and a cause'      => [ new CaseQuery( [ CaseState::Open ], 'crm/gone', search: 'person1' ) ];
	}

	#[DataProvider( 'queries' )]
	public function test_pages_hold_every_case_once_in_order_and_read_an_index( CaseQuery $query ): void {
		$expected = $this->fill();
		$wanted   = array_values( array_filter( $expected, static fn ( CaseFile $case ): bool => self::fits( $case, $query ) ) );
		self::assertNotEmpty( $wanted );
		$wanted = $query->oldestFirst ? array_reverse( $wanted ) : $wanted;

		$seen    = [];
		$after   = '';
		$queries = self::queriesOf(
			function () use ( $query, &$seen, &$after, $wanted ): void {
				do {
					$page  = $this->room->desk->list( new CaseQuery( $query->states, $query->cause, $query->system, $query->search, $query->knownPeopleOnly, 7, $after, $query->incident, $query->role, $query->since, $query->oldestFirst ) );
					$seen  = [ ...$seen, ...array_map( static fn ( CaseFile $case ): int => $case->id, $page->cases ) ];
					$after = (string) $page->endCursor();
					self::assertSame( count( $wanted ), $page->totalCount );
				} while ( $page->hasNextPage );
			}
		);

		self::assertSame( array_map( static fn ( CaseFile $case ): int => $case->id, $wanted ), $seen );
		foreach ( array_unique( $queries ) as $sql ) {
			$this->assertReadsAnIndex( $sql );
		}
	}

	public function test_a_list_takes_a_handful_of_statements(): void {
		$this->fill();
		self::assertLessThanOrEqual( 8, count( self::queriesOf( fn () => $this->room->desk->people( $this->room->desk->list( new CaseQuery( CaseState::waiting() ) )->cases ) ) ) );
	}

	/** @return iterable<string, array{CaseQuery}> */
	public static function longLists(): iterable {
		yield 'everybody'          => [ new CaseQuery( knownPeopleOnly: false ) ];
		yield 'known people'       => [ new CaseQuery() ];
		yield 'who waits'          => [ new CaseQuery( CaseState::waiting() ) ];
		yield 'one state'          => [ new CaseQuery( [ CaseState::Open ] ) ];
		yield 'a cause'            => [ new CaseQuery( cause: 'crm/gone' ) ];
		yield 'a system'           => [ new CaseQuery( system: 'crm' ) ];
		yield 'an incident'        => [ new CaseQuery( CaseState::waiting(), incident: 7 ) ];
		yield 'a role'             => [ new CaseQuery( role: 'customer' ) ];
		yield 'from the other end' => [ new CaseQuery( oldestFirst: true ) ];
	}

	#[DataProvider( 'longLists' )]
	public function test_a_page_far_down_a_long_list_reads_no_more_than_the_first( CaseQuery $query ): void {
		$table = $this->room->database->table( 'cases' );
		$rows  = array_map( static fn ( int $number ): string => "(1, 'user:{$number}', 'open', 1, 'crm', 'gone', 7, 'customer', 1, 1, " . ( 1_790_000_000 + $number ) . ')', range( 1, 8_000 ) );
		foreach ( array_chunk( $rows, 1_000 ) as $chunk ) {
			self::wpdb()->query( "INSERT INTO {$table} (site_id, person_key, state, is_known, `system`, cause, incident_id, role, opened_at, updated_at, last_attempt_at) VALUES " . implode( ',', $chunk ) );
		}
		self::wpdb()->query( "ANALYZE TABLE {$table}" );
		$far = self::wpdb()->get_row( "SELECT id, last_attempt_at FROM {$table} WHERE last_attempt_at = " . ( 1_790_000_000 + ( $query->oldestFirst ? 7_000 : 1_000 ) ) );
		$at  = fn ( string $after ): int => $this->rowsRead( fn () => $this->room->cases->page( new CaseQuery( $query->states, $query->cause, $query->system, '', $query->knownPeopleOnly, 20, $after, $query->incident, $query->role, 0, $query->oldestFirst ) ) );

		self::assertLessThanOrEqual( $at( '' ) + 100, $at( rtrim( strtr( base64_encode( "{$far->last_attempt_at}:{$far->id}" ), '+/', '-_' ), '=' ) ) );
	}

	public function test_a_page_far_down_the_journal_reads_no_more_than_the_first(): void {
		$table = $this->room->database->table( 'journal' );
		foreach ( array_chunk( range( 1, 8_000 ), 1_000 ) as $numbers ) {
			self::wpdb()->query( "INSERT INTO {$table} (site_id, case_id, at, kind, body) VALUES " . implode( ',', array_map( static fn ( int $number ): string => "(1, {$number}, {$number}, 'opened', '{}')", $numbers ) ) );
		}
		self::wpdb()->query( "ANALYZE TABLE {$table}" );
		$far = (int) self::wpdb()->get_var( "SELECT id FROM {$table} WHERE at = 1000 AND kind = 'opened' AND body = '{}'" );

		self::assertGreaterThan( 0, $far );
		self::assertLessThanOrEqual( 100, $this->rowsRead( fn () => $this->room->journal->page( 20, $far ) ) );
	}

	/** By the engine's own count. @param \Closure(): mixed $work */
	private function rowsRead( \Closure $work ): int {
		$read = static fn (): int => array_sum( array_map( intval( ... ), self::wpdb()->get_col( "SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_next', 'Handler_read_prev', 'Handler_read_rnd', 'Handler_read_rnd_next')", 1 ) ) );
		$before = $read();
		$work();
		return $read() - $before;
	}

	public function test_people_are_found_by_any_word_of_theirs_and_by_reference(): void {
		$user      = self::user( [ 'user_login' => 'mlind', 'user_email' => 'mara@northwind.example', 'display_name' => 'Mára Lind' ] );
		$reference = $this->room->refuse( $user->ID, 'mlind', true );
		$this->room->work();

		foreach ( [ 'mara', 'Mára L', 'LIND', 'mlind', 'mara@north', (string) $reference, strtolower( $reference->letters() ) ] as $needle ) {
			self::assertCount( 1, $this->room->desk->list( new CaseQuery( search: $needle ) )->cases, $needle );
		}
		foreach ( [ 'marta', '%', '_ara', "' OR 1=1 -- ", 'AAAA-AAAA', "\u{1F600}" ] as $needle ) {
			self::assertCount( 0, $this->room->desk->list( new CaseQuery( search: $needle ) )->cases, $needle );
		}
	}

	public function test_a_name_in_any_script_is_kept(): void {
		$label = str_repeat( 'Ξένη', 30 );
		$case  = $this->room->cases->open( 'user:9', 9, 0, $label, People::wordsOf( $label ), 1 );
		self::assertStringStartsWith( $case->label, $label );
		self::assertGreaterThan( 20, mb_strlen( $case->label ) );
		self::assertCount( 1, $this->room->desk->list( new CaseQuery( search: 'ξένη' ) )->cases );
	}

	public function test_of_two_that_change_a_state_one_is_told_that_it_lost(): void {
		$case = $this->room->cases->open( 'user:9', 9, 0, 'x', [], 1 );
		self::assertTrue( $this->room->cases->move( $case->id, [ CaseState::Open ], CaseState::Diagnosed, 2 ) );
		self::assertFalse( $this->room->cases->move( $case->id, [ CaseState::Open ], CaseState::Diagnosed, 2 ) );
		self::assertSame( $case->id, $this->room->cases->open( 'user:9', 9, 0, 'x', [], 5 )->id );
	}

	public function test_writing_an_attempt_is_one_ascii_statement(): void {
		$queries = self::queriesOf( fn () => $this->room->refuse( 0, "t\u{00e9}st", false, '', "c\u{00f6}de" ) );

		self::assertCount( 1, $queries );
		self::assertStringStartsWith( 'INSERT IGNORE', $queries[0] );
		self::assertDoesNotMatchRegularExpression( '/[^\x00-\x7f]/', $queries[0] );
	}

	public function test_the_login_paths_one_read_finds_the_cause_by_user_by_typed_name_and_by_link(): void {
		$hash = $this->room->hash->of( 'mara@northwind.example' );
		foreach ( [ 'user:5' => [ 5, 0 ], 'login:' . $hash => [ 0, 0 ], 'portal:7' => [ 0, 7 ] ] as $key => [ $userId, $portalId ] ) {
			$case = $this->room->cases->open( $key, $userId, $portalId, 'x', [], 1 );
			$this->room->cases->describe( $case->id, 1, 'crm', 'of-' . strtok( $key, ':' ), 'certain', 1 );
		}
		$this->room->links->save( new \Causeway\Cases\PersonLink( 'catalyst-connect', 0, 7, $this->room->hash->of( 'portal-name' ), '', '99', '', 1 ) );

		self::assertSame( 'of-user', $this->room->links->forPerson( 5, '' )['cause'] ?? '' );
		self::assertSame( 'of-login', $this->room->links->forPerson( 0, $hash )['cause'] ?? '' );
		self::assertSame( 'of-portal', $this->room->links->forPerson( 0, $this->room->hash->of( 'portal-name' ) )['cause'] ?? '' );
		self::assertNull( $this->room->links->forPerson( 0, '' ) );
		$queries = self::queriesOf( fn () => $this->room->links->forPerson( 5, $hash ) );
		self::assertCount( 1, $queries );
		$this->assertReadsAnIndex( $queries[0] );
	}

	private static function fits( CaseFile $case, CaseQuery $query ): bool {
		return ( [] === $query->states || in_array( $case->state, $query->states, true ) )
			&& ( ! $query->knownPeopleOnly || $case->isKnown() )
			&& ( '' === $query->cause || $query->cause === $case->system . '/' . $case->cause )
			&& ( '' === $query->system || $query->system === $case->system )
			&& ( 0 === $query->incident || self::isOfIncident( $case ) )
			&& ( '' === $query->role || self::isCustomer( $case ) )
			&& $case->lastAttemptAt >= $query->since
			&& ( '' === $query->search || str_starts_with( $case->label, $query->search ) );
	}

	private static function isCustomer( CaseFile $case ): bool {
		return $case->userId > 0 && 0 === $case->userId % 2;
	}

	private static function isOfIncident( CaseFile $case ): bool {
		return $case->userId > 0 && 0 === $case->userId % 4;
	}

	/** @return list<CaseFile> 600 cases, newest trouble first, many of the same second. */
	private function fill(): array {
		for ( $number = 1; $number <= 600; $number++ ) {
			$isKnown = 0 !== $number % 3;
			$case    = $this->room->cases->open( $isKnown ? "user:{$number}" : "login:{$number}", $isKnown ? $number : 0, 0, $isKnown ? "person{$number}" : '', $isKnown ? [ "person{$number}" ] : [], 1_790_000_000 + intdiv( $number, 5 ) );
			if ( 0 === $number % 2 ) {
				$this->room->cases->describe( $case->id, $number, 'crm', 0 === $number % 4 ? 'gone' : 'other', 'certain', 1 );
			}
			if ( self::isCustomer( $case ) ) {
				$this->room->cases->noteRole( $case->id, 'customer' );
			}
			if ( self::isOfIncident( $case ) ) {
				$this->room->database->run( "UPDATE {$this->room->database->table( 'cases' )} SET incident_id = 7 WHERE id = %d", $case->id );
			}
			$state = CaseState::cases()[ $number % 5 ];
			$this->room->cases->move( $case->id, CaseState::cases(), $state, 1_790_000_000 );
		}
		self::wpdb()->query( 'ANALYZE TABLE ' . $this->room->database->table( 'cases' ) );
		$all = [];
		foreach ( self::wpdb()->get_col( 'SELECT id FROM ' . $this->room->database->table( 'cases' ) . ' ORDER BY last_attempt_at DESC, id DESC' ) as $id ) {
			$all[] = $this->room->cases->find( (int) $id ) ?? self::fail();
		}
		return $all;
	}

	private function assertReadsAnIndex( string $sql ): void {
		foreach ( self::wpdb()->get_results( 'EXPLAIN ' . $sql, ARRAY_A ) ?? [] as $plan ) {
			if ( str_contains( (string) $plan['table'], 'causeway_' ) || in_array( $plan['table'], [ 'l', 'c' ], true ) ) {
				self::assertNotSame( 'ALL', $plan['type'], "Scans {$plan['table']}: {$sql}" );
				self::assertNotNull( $plan['key'], "No index on {$plan['table']}: {$sql}" );
			}
		}
	}
}
