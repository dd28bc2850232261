<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Audit\Audit;
use Causeway\Audit\AuditState;
use Causeway\Audit\ConnectionCheck;
use Causeway\Audit\Judge;
use Causeway\Audit\PersonAtRisk;
use Causeway\Background\Deadline;
use Causeway\Cases\PersonLink;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Effort;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Quota;
use Causeway\Connector\Registry;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Confidence;
use Causeway\Http\BudgetedTransport;
use Causeway\Http\ScriptedTransport;
use Causeway\Storage\AuditOption;
use Causeway\Storage\CatalystTables;
use Causeway\Storage\PeopleRoll;
use Causeway\Storage\RecordTable;
use Causeway\Storage\RiskTable;
use Causeway\Storage\StoredConnections;
use Causeway\Support\Truth;
use Causeway\Tests\Fakes\ListedReader;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultKey;
use PHPUnit\Framework\Attributes\DataProvider;

/** Everybody looked at, before anybody is refused. */
final class AuditTest extends CaseRoomTestCase {

	private ListedReader $crm;

	private StoredConnections $connections;

	protected function setUp(): void {
		parent::setUp();
		delete_option( AuditOption::OPTION );
		$this->crm         = new ListedReader( 'zoho-crm' );
		$this->connections = new StoredConnections( $this->room->database, new Vault( VaultKey::fromConfiguration( str_repeat( 'k', 40 ) ), [], $this->room->randomness ), $this->room->settings, $this->room->clock, static fn (): array => [ 'zoho-crm' => [ 'client_secret' => 'secret' ] ] );
		$this->connections->save( new ConnectionDraft( 'zoho', 'zoho-crm', [], [ 'client_secret' => 's3cret-value' ], false ) );
	}

	private function audit(): Audit {
		$registry = new Registry();
		$registry->add( $this->crm );
		$database = $this->room->database;
		$records  = new RecordTable( $database );
		return new Audit( $registry, $this->connections, $records, new RiskTable( $database ), new PeopleRoll( $database, $this->connections, $records, new CatalystTables( $database ) ), new AuditOption(), new Judge( Catalog::fromDirectory( dirname( __DIR__, 4 ) . '/build/catalog' ) ), $this->room->hash, $this->room->settings, $this->room->mailer, $this->room->clock );
	}

	/** A user of this site who is linked to a contact, and that contact. */
	private function person( string $name, string $presence = 'live', string $account = 'a1', ?string $email = null ): \WP_User {
		$user = self::user(
			[
				'user_login'   => $name,
				'user_email'   => "{$name}@people.example",
				'display_name' => ucfirst( $name ),
			]
		);
		$this->room->links->save( new PersonLink( 'zoho', $user->ID, 0, $this->room->hash->of( $name ), $this->room->hash->of( $user->user_email ), "c-{$name}", $account, 1 ) );
		$this->crm->put( new BulkPerson( 'contact', "c-{$name}", 'live' === $presence ? 'live' : $presence, 'live' === $presence ? $email ?? $user->user_email : '', '', 'live' === $presence ? $account : '' ) );
		return $user;
	}

	/** Slices until it is over; between slices `$between` may throw the checkpoint away, as a kill does. @param (\Closure(string, string): string)|null $between */
	private function wholeAudit( ?\Closure $between = null, int $most = 200 ): AuditState {
		$cursor = '';
		for ( $slice = 0; $slice < $most; $slice++ ) {
			$result = $this->audit()->goOn( $cursor, new Deadline( $this->room->clock, 5.0 ) );
			if ( 'done' === $result->outcome ) {
				break;
			}
			$cursor = null === $between ? $result->cursor : $between( $cursor, $result->cursor );
			$this->room->clock->advance( max( 1, $result->delaySeconds ) );
		}
		$state = ( new AuditOption() )->last();
		self::assertNotNull( $state );
		return $state;
	}

	/** @return array<string, string> Label → cause. */
	private function atRisk(): array {
		$found = [];
		foreach ( ( new RiskTable( $this->room->database ) )->list( '', 0, 1000 ) as $person ) {
			$found[ $person->label ] = $person->cause;
		}
		ksort( $found );
		return $found;
	}

	private function northwind(): void {
		$this->person( 'fine' );
		$this->person( 'binned', 'in-recycle-bin' );
		$this->person( 'purged', 'permanently-deleted' );
		$this->person( 'lonely', 'live', '' );
		$this->person( 'moved', 'live', 'a1', 'moved@elsewhere.example' );
		$this->person( 'other' );
	}

	private const NORTHWIND = [
		'Binned' => 'contact-in-recycle-bin',
		'Lonely' => 'contact-without-account',
		'Moved'  => 'contact-email-differs',
		'Purged' => 'contact-permanently-deleted',
	];

	public function test_says_who_would_be_refused_and_why_and_keeps_no_row_of_anybody_else(): void {
		$this->northwind();
		$state = $this->wholeAudit();
		self::assertSame( self::NORTHWIND, $this->atRisk() );
		self::assertSame( [ 6, 6, 4 ], [ $state->records, $state->judged, $state->found ] );
		self::assertGreaterThan( 0, $state->finishedAt );
		self::assertSame( [], $this->room->mailer->sent, 'nobody is written to after the first audit' );
	}

	public function test_the_next_one_reads_what_has_changed_and_tells_of_whoever_is_new(): void {
		$this->northwind();
		$this->wholeAudit();
		$this->crm->pages = 0;
		$this->crm->put( new BulkPerson( 'contact', 'c-binned', 'live', 'binned@people.example', '', 'a1' ) );
		$this->crm->put( new BulkPerson( 'contact', 'c-fine', 'in-recycle-bin' ) );
		$state = $this->wholeAudit();
		self::assertSame( [ 'Fine' => 'contact-in-recycle-bin' ] + array_diff_key( self::NORTHWIND, [ 'Binned' => 1 ] ), $this->atRisk() );
		self::assertSame( [ 2, 2, 1 ], [ $state->pass, $state->records, $state->fresh ] );
		self::assertSame( 1, $this->crm->pages, 'only the change was read' );
		self::assertCount( 1, $this->room->mailer->sent );
		self::assertStringContainsString( '1 person will not be able to log in', $this->room->mailer->sent[0]['subject'] );
		$body = $this->room->mailer->sent[0]['body'];
		self::assertSame( 4, preg_match_all( '/^- .+: 1 person$/m', $body ), 'each cause in a line' );
		self::assertStringNotContainsString( 'Fine', $body, 'nobody is named' );
	}

	public function test_whoever_is_new_is_told_of_even_where_every_checkpoint_was_lost_once(): void {
		$this->northwind();
		$this->wholeAudit();
		$this->crm->put( new BulkPerson( 'contact', 'c-fine', 'in-recycle-bin' ) );
		$this->crm->put( new BulkPerson( 'contact', 'c-other', 'permanently-deleted' ) );
		$lost  = [];
		$state = $this->wholeAudit(
			static function ( string $before, string $after ) use ( &$lost ): string {
				$isFirst         = ! isset( $lost[ $before ] );
				$lost[ $before ] = true;
				return $isFirst ? $before : $after;
			}
		);
		self::assertSame( 2, $state->fresh );
		self::assertCount( 1, $this->room->mailer->sent );
		self::assertStringContainsString( '2 people will not be able to log in', $this->room->mailer->sent[0]['subject'] );
		self::assertSame( 0, $this->wholeAudit()->fresh, 'the next one does not say it again' );
	}

	public function test_a_contact_that_is_deleted_under_a_login_is_told_as_soon_as_the_change_is_read(): void {
		$this->northwind();
		$this->wholeAudit();
		foreach ( [ 'fine' => 'permanently-deleted', 'other' => 'merged', 'moved' => 'live' ] as $name => $presence ) {
			$this->crm->put( new BulkPerson( 'contact', "c-{$name}", $presence, 'live' === $presence ? "{$name}@people.example" : '', '', 'a1' ) );
		}
		$this->crm->put( new BulkPerson( 'contact', 'c-stranger', 'permanently-deleted' ) );
		$this->crm->perPage = 10;
		$result             = $this->audit()->goOn( '', new Deadline( $this->room->clock, 5.0 ) );
		$state              = AuditState::fromText( $result->cursor ) ?? self::fail( 'no audit' );
		self::assertSame( [ AuditState::JUDGE, 0, 2, 2 ], [ $state->phase, $state->judged, $state->warned, $state->fresh ], 'nobody has been judged yet' );
		self::assertSame( [ 'contact-permanently-deleted', 'contact-merged-away' ], array_values( array_intersect_key( $this->atRisk(), [ 'Fine' => 1, 'Other' => 1 ] ) ) );
		while ( 'done' !== $result->outcome ) {
			$result = $this->audit()->goOn( $result->cursor, new Deadline( $this->room->clock, 5.0 ) );
		}
		$state = ( new AuditOption() )->last() ?? self::fail( 'no audit' );
		self::assertSame( [ 2, 2, 5 ], [ $state->warned, $state->fresh, $state->found ], 'nobody is counted twice' );
		self::assertStringContainsString( 'The contacts of 2 of them were deleted or merged', $this->room->mailer->sent[0]['body'] );
		self::assertStringNotContainsString( 'Fine', $this->room->mailer->sent[0]['body'] );
		self::assertSame( 0, $this->wholeAudit()->warned, 'the next one does not say it again' );
	}

	public function test_who_is_well_in_one_system_stays_at_risk_in_another(): void {
		$table  = new RiskTable( $this->room->database );
		$person = new PersonAtRisk( 0, 'user:7', 7, 'Ada', 'zoho', 'zoho-crm', 'contact-merged-away', Confidence::Certain, 5, 5 );
		self::assertSame( 1, $table->settle( [ 'user:7' => [ 'zoho' ] ], [ $person ] ) );
		self::assertSame( 0, $table->settle( [ 'user:7' => [ 'salesforce' ] ], [] ) );
		self::assertSame( 'zoho', $table->ofUser( 7 )?->connection );
		$table->settle( [ 'user:7' => [ 'salesforce', 'zoho' ] ], [] );
		self::assertNull( $table->ofUser( 7 ) );
	}

	/** @return iterable<string, array{int}> */
	public static function seeds(): iterable {
		for ( $seed = 1; $seed <= 12; $seed++ ) {
			yield "seed {$seed}" => [ $seed ];
		}
	}

	#[DataProvider( 'seeds' )]
	public function test_killed_before_its_checkpoints_it_loses_nothing_and_finds_the_same( int $seed ): void {
		mt_srand( $seed );
		$this->crm->perPage = 1;
		$this->northwind();
		$this->wholeAudit( static fn ( string $before, string $after ): string => mt_rand( 0, 2 ) > 0 ? $after : $before );
		self::assertSame( self::NORTHWIND, $this->atRisk() );
	}

	public function test_whoever_does_not_come_in_a_whole_pass_is_gone(): void {
		$this->person( 'fine' );
		$this->person( 'vanished' );
		$this->wholeAudit();
		self::assertSame( [], $this->atRisk() );
		unset( $this->crm->people['c-vanished'] );
		// A mark that the vendor no longer takes begins a whole pass.
		$last = ( new AuditOption() )->last();
		self::assertNotNull( $last );
		( new AuditOption() )->save( $last->with( [ 'marks' => [] ] ) );
		$this->wholeAudit();
		self::assertArrayHasKey( 'Vanished', $this->atRisk() );
		self::assertArrayNotHasKey( 'Fine', $this->atRisk() );
	}

	public function test_where_todays_calls_are_spent_it_goes_on_later(): void {
		$this->northwind();
		$this->crm->faults = array_fill( 0, 30, new ConnectorFault( FaultKind::QuotaExhausted, 'Spent.', vendorCode: 'causeway-budget-spent' ) );
		$began = $this->room->clock->now();
		$this->wholeAudit();
		self::assertSame( self::NORTHWIND, $this->atRisk() );
		self::assertGreaterThan( 20 * 3_600, $this->room->clock->now() - $began, 'it waited, and did not knock' );
	}

	public function test_within_its_own_share_of_calls_it_reads_so_much_a_day_and_goes_on_with_the_next_page_the_next_day(): void {
		$this->northwind();
		$this->crm->perPage = 1;
		$connection = $this->connections->get( 'zoho' ) ?? self::fail( 'no connection' );
		$quota      = Quota::of( new Connection( $connection->id, $connection->system, [ 'daily_calls' => '2' ], [], false ), $this->room->clock->now() );
		$vendor     = new ScriptedTransport();
		$vendor->always( 'GET /', new Response( 200, [], '' ) );
		$budget          = new BudgetedTransport( $vendor, $this->connections, 'zoho', $quota, Effort::Patient );
		$this->crm->gate = static fn (): Response => $budget->send( new Request( 'GET', 'https://crm.example/' ) );
		$days            = [];
		$this->wholeAudit(
			function ( string $before, string $after ) use ( &$days ): string {
				$days[ intdiv( $this->room->clock->now(), 86_400 ) ] = $this->crm->pages;
				return $after;
			}
		);
		self::assertSame( [ 2, 4, 6 ], array_values( $days ), 'two pages a day, none twice' );
		self::assertSame( self::NORTHWIND, $this->atRisk() );
	}

	public function test_connections_are_tested_one_by_one_and_what_nobody_could_ask_leaves_what_was_known(): void {
		$this->connections->save( new ConnectionDraft( 'aside', 'salesforce', [], [], false ) );
		$registry = new Registry();
		$registry->add( $this->crm );
		$check  = new ConnectionCheck( $registry, $this->connections );
		$states = fn (): array => array_map( static fn ( Condition $condition ): string => "{$condition->type}={$condition->status->value}", $this->connections->conditions( 'zoho' ) );
		$all    = static function () use ( $check ): array {
			$cursors = [];
			for ( $result = $check->goOn( '' ); 'done' !== $result->outcome; $result = $check->goOn( $result->cursor ) ) {
				$cursors[] = $result->cursor;
			}
			return $cursors;
		};
		$this->crm->conditions = [ new Condition( 'reachable', Truth::True, 'ok', '', 1 ), new Condition( 'licences-left', Truth::False, 'running-out', '49 of 50 in use', 1 ) ];
		self::assertSame( [ 'aside', 'zoho' ], $all(), 'a system that nobody can ask is passed over' );
		self::assertSame( [ 'reachable=true', 'licences-left=false' ], $states() );
		$this->crm->conditions = [ new Condition( 'reachable', Truth::Unknown, 'budget-spent', '', 2 ) ];
		$all();
		self::assertSame( [ 'reachable=true', 'licences-left=false' ], $states() );
		$this->crm->conditions = [ new Condition( 'reachable', Truth::False, 'unreachable', '', 3 ) ];
		$all();
		self::assertSame( [ 'reachable=false' ], $states() );
	}

	public function test_a_connection_that_cannot_be_read_is_left_with_its_reason(): void {
		$this->northwind();
		$this->crm->faults = [ new ConnectorFault( FaultKind::Unauthorised, 'The token is not taken any more.' ) ];
		$state = $this->wholeAudit();
		self::assertSame( [ 'zoho' => 'The token is not taken any more.' ], $state->problems );
		self::assertSame( [], $this->atRisk(), 'of whom nothing was ever read, nobody is said to be missing' );
	}

	public function test_passing_faults_are_waited_for(): void {
		$this->northwind();
		$this->crm->faults = [ new ConnectorFault( FaultKind::RateLimited, 'Slow down.', 7 ), new ConnectorFault( FaultKind::ServerFault, 'Oops.' ), new ConnectorFault( FaultKind::TimedOut, 'Late.' ) ];
		$state = $this->wholeAudit();
		self::assertSame( [], $state->problems );
		self::assertSame( self::NORTHWIND, $this->atRisk() );
	}

	public function test_costs_a_tenth_of_a_query_a_person_at_most(): void {
		$this->crm->perPage = 200;
		$values             = [];
		for ( $number = 0; $number < 2000; $number++ ) {
			$this->crm->put( new BulkPerson( 'contact', "c{$number}", 0 === $number % 10 ? 'in-recycle-bin' : 'live', 0 === $number % 10 ? '' : "p{$number}@people.example", '', 'a1' ) );
			$values[] = sprintf( "(%d, 'zoho', %d, 0, '%s', 'c%d', 'user:%d')", get_current_blog_id(), 100_000 + $number, $this->room->hash->of( "p{$number}@people.example" ), $number, 100_000 + $number );
		}
		self::wpdb()->query( "INSERT INTO {$this->room->database->table( 'links' )} (site_id, connection, user_id, portal_user_id, email_hash, contact_id, person_key) VALUES " . implode( ', ', $values ) );
		$before = self::wpdb()->num_queries;
		$state  = $this->wholeAudit();
		self::assertSame( [ 2000, 200 ], [ $state->judged, $state->found ] );
		self::assertLessThanOrEqual( 200, self::wpdb()->num_queries - $before );
	}

	public function test_no_address_is_kept_of_any_record(): void {
		$this->northwind();
		$this->wholeAudit();
		$rows = (string) json_encode( self::wpdb()->get_results( "SELECT * FROM {$this->room->database->table( 'records' )}" ) );
		self::assertStringNotContainsString( '@', $rows );
	}

	public function test_a_user_of_this_site_can_be_asked_for(): void {
		$this->northwind();
		$this->wholeAudit();
		$user = get_user_by( 'login', 'binned' );
		self::assertInstanceOf( \WP_User::class, $user );
		$risk = ( new RiskTable( $this->room->database ) )->ofUser( $user->ID );
		self::assertInstanceOf( PersonAtRisk::class, $risk );
		self::assertSame( 'contact-in-recycle-bin', $risk->cause );
		self::assertNull( ( new RiskTable( $this->room->database ) )->ofUser( 999_999 ) );
	}

	public function test_says_how_long_a_contact_can_be_brought_back_and_how_old_an_invitation_is(): void {
		$until = $this->room->clock->now() + 9 * 86_400;
		$this->person( 'binned', 'in-recycle-bin' );
		$this->crm->put( new BulkPerson( 'contact', 'c-binned', 'in-recycle-bin', endsAt: $until ) );
		$this->wholeAudit();
		$person = ( new RiskTable( $this->room->database ) )->list( '', 0, 10 )[0] ?? self::fail( 'nobody at risk' );
		self::assertSame( [ 'contact-in-recycle-bin', $until, 0 ], [ $person->cause, $person->endsAt, $person->invitedAt ] );
	}

	public function test_says_that_it_pauses_and_when_it_goes_on(): void {
		$this->northwind();
		$this->crm->faults[] = new ConnectorFault( FaultKind::QuotaExhausted, 'No calls are left today.', 7_200 );
		$result              = $this->audit()->goOn( '', new Deadline( $this->room->clock, 5.0 ) );
		$state               = ( new AuditOption() )->last() ?? self::fail( 'no audit' );
		self::assertSame( [ 7_200, $this->room->clock->now() + 7_200, 0 ], [ $result->delaySeconds, $state->pausedUntil, $state->endsAt ] );
		$this->room->clock->advance( 7_200 );
		$this->audit()->goOn( $result->cursor, new Deadline( $this->room->clock, 5.0 ) );
		self::assertSame( 0, ( new AuditOption() )->last()?->pausedUntil );
	}

	public function test_guesses_no_end_before_a_twentieth_is_done_and_none_where_nobody_can_say(): void {
		$state = new AuditState( 2, 1_000, AuditState::READ, [ 'zoho' ], records: 40, expectedRecords: 1_000, phaseAt: 1_000 );
		self::assertSame( 0, $state->estimate( 1_100 ) );
		self::assertSame( 1_100 + 900, $state->with( [ 'records' => 100 ] )->estimate( 1_100 ) );
		self::assertSame( [ 0, 0 ], [ $state->with( [ 'records' => 1_001 ] )->expected(), $state->with( [ 'records' => 1_001 ] )->estimate( 1_100 ) ], 'there are more than last time' );
		self::assertSame( 0, $state->with( [ 'expectedRecords' => 0, 'records' => 500 ] )->estimate( 1_100 ) );
	}
}
