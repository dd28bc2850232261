<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use PHPUnit\Framework\Attributes\CoversNothing;

/** Commands on cases: what they take, what they refuse, what they answer. */
#[CoversNothing]
final class CommandsTest extends DoorTestCase {

	/** @return iterable<string, array{string, int, string}> */
	public static function ids(): iterable {
		yield 'nothing there' => [ '999999', 404, 'causeway_unknown_case' ];
		yield 'zero' => [ '0', 400, 'rest_invalid_param' ];
		yield 'the greatest that fits' => [ '999999999999999999', 404, 'causeway_unknown_case' ];
		yield 'negative' => [ '-1', 404, 'rest_no_route' ];
		yield 'beyond 64 bits' => [ '9223372036854775808', 404, 'rest_no_route' ];
		yield 'a power' => [ '1e3', 404, 'rest_no_route' ];
		yield 'SQL' => [ '1%20OR%201', 404, 'rest_no_route' ];
		yield 'a megabyte' => [ str_repeat( '1', 1_000_000 ), 404, 'rest_no_route' ];
	}

	/** @dataProvider ids */
	public function test_takes_whole_numbers_for_ids_and_nothing_else( string $id, int $status, string $code ): void {
		$this->administrator();
		foreach ( [ "/cases/{$id}/diagnose", "/cases/{$id}/resolve", "/cases/{$id}/steps/restore-contact" ] as $path ) {
			$answer = $this->http( 'POST', $path, [] );
			self::assertSame( [ $status, $code, $status ], [ $answer->status, $answer->code(), $answer->at( 'data', 'status' ) ] );
			self::assertIsString( $answer->at( 'message' ) );
		}
	}

	public function test_the_person_is_written_to_at_their_address_on_record_and_nowhere_else(): void {
		$case  = $this->diagnosedCase();
		$draft = $this->ask( "{ case(id: {$case}) { reply { to subject body language } } }" );
		self::assertSame( self::PORTAL_EMAIL, $draft->at( 'data', 'case', 'reply', 'to' ), $draft->body );
		self::assertStringContainsString( 'Mara', (string) $draft->at( 'data', 'case', 'reply', 'body' ) );
		$this->mails = [];
		$answer      = $this->http( 'POST', "/cases/{$case}/reply", [ 'subject' => "Your login\nBcc: other@example.org", 'body' => "Hello,\n\nit is fixed.", 'to' => 'other@example.org' ] );
		self::assertSame( 200, $answer->status, $answer->body );
		self::assertCount( 1, $this->mails );
		self::assertSame( [ self::PORTAL_EMAIL ], (array) $this->mails[0]['to'] );
		self::assertSame( 'Your login Bcc: other@example.org', $this->mails[0]['subject'] );
		self::assertContains( 'told', array_column( (array) $this->ask( "{ case(id: {$case}) { timeline { kind } } }" )->at( 'data', 'case', 'timeline' ), 'kind' ) );

		$this->logIn( self::personWith( [ 'causeway_view' ] ) );
		self::assertNull( $this->ask( "{ case(id: {$case}) { reply { to } } }" )->at( 'data', 'case', 'reply' ), 'who may not write gets no draft' );
	}

	public function test_the_flight_recorder_is_armed_for_a_day_and_told_on_the_case(): void {
		$this->administrator();
		$userId = self::user( [ 'user_login' => 'nele.brandt' ] )->ID;
		$this->refuse( $userId, 'nele.brandt', true );
		$this->work();
		$case  = $this->onlyCase();
		$query = "{ case(id: {$case}) { recorder { armedUntil recordings { at reference isDecided entries { hook priority verdict codes changed callbacks { name component } } } } timeline { kind } } }";
		self::assertNull( $this->ask( $query )->at( 'data', 'case', 'recorder', 'armedUntil' ) );
		self::assertSame( 400, $this->http( 'POST', "/cases/{$case}/recorder", [] )->status );
		$until = $this->http( 'POST', "/cases/{$case}/recorder", [ 'armed' => true ] )->at( 'armedUntil' );
		self::assertEqualsWithDelta( time() + 86_400, $until, 5 );
		self::assertSame( $until, $this->ask( $query )->at( 'data', 'case', 'recorder', 'armedUntil' ) );

		update_user_option( $userId, 'causeway_flights', [ [ 'at' => 1_790_000_000, 'reference' => 'K7QM3FXA', 'isDecided' => true, 'entries' => [ [ 'hook' => 'authenticate', 'priority' => 57, 'callbacks' => [ [ 'name' => 'gate', 'component' => 'plugin:gate' ] ], 'verdict' => 'refused', 'codes' => [ 'shut' ], 'changed' => true ] ] ], 'not a recording' ] );
		$told = $this->ask( $query );
		self::assertSame( [ 'K7QM-3FXA', 'shut', 'plugin:gate' ], [ $told->at( 'data', 'case', 'recorder', 'recordings', 0, 'reference' ), $told->at( 'data', 'case', 'recorder', 'recordings', 0, 'entries', 0, 'codes', 0 ), $told->at( 'data', 'case', 'recorder', 'recordings', 0, 'entries', 0, 'callbacks', 0, 'component' ) ], $told->body );

		self::assertNull( $this->http( 'POST', "/cases/{$case}/recorder", [ 'armed' => false ] )->at( 'armedUntil' ) );
		$after = $this->ask( $query );
		self::assertNull( $after->at( 'data', 'case', 'recorder', 'armedUntil' ) );
		self::assertSame( 2, count( array_keys( array_column( (array) $after->at( 'data', 'case', 'timeline' ), 'kind' ), 'recording', true ) ) );
	}

	public function test_nobody_is_written_to_who_is_not_known(): void {
		$this->administrator();
		$this->refuse( 0, 'typed.by.a.stranger@example.org', false );
		$this->work();
		$this->mails = [];
		$answer      = $this->http( 'POST', "/cases/{$this->onlyCase()}/reply", [ 'subject' => 'x', 'body' => 'y' ] );
		self::assertSame( [ 409, 'causeway_not_sent', [] ], [ $answer->status, $answer->code(), $this->mails ] );
	}

	public function test_a_diagnosis_is_marked_as_wrong_once_with_what_it_was(): void {
		$case = $this->diagnosedCase();
		self::assertSame( 409, $this->http( 'POST', "/cases/{$case}/feedback", [ 'right_cause' => 'zoho-crm/no-such-cause' ] )->status );
		self::assertSame( 200, $this->http( 'POST', "/cases/{$case}/feedback", [ 'right_cause' => 'zoho-crm/contact-without-account' ] )->status );
		self::assertSame( 409, $this->http( 'POST', "/cases/{$case}/feedback", [ 'right_cause' => 'zoho-crm/contact-without-account' ] )->status );
		self::assertSame( 1, $this->ask( '{ overview { meter { disputed } } }' )->at( 'data', 'overview', 'meter', 'disputed' ) );
	}

	/** @return iterable<string, array{string, string, array<string, mixed>}> */
	public static function wrongArguments(): iterable {
		yield 'a note of a megabyte' => [ 'POST', '/cases/1/resolve', [ 'note' => str_repeat( 'x', 1_000_000 ) ] ];
		yield 'a note that is a list' => [ 'POST', '/cases/1/resolve', [ 'note' => [ 'x' ] ] ];
		yield 'a dry run of "perhaps"' => [ 'POST', '/cases/1/steps/x', [ 'dry_run' => 'perhaps' ] ];
		yield 'a fingerprint that is too long' => [ 'POST', '/cases/1/steps/x', [ 'fingerprint' => str_repeat( 'a', 65 ) ] ];
		yield 'a right cause that is no id' => [ 'POST', '/cases/1/feedback', [ 'right_cause' => 'It was the CRM' ] ];
		yield 'a mail without a text' => [ 'POST', '/cases/1/reply', [ 'subject' => 'x', 'body' => '' ] ];
		yield 'no message' => [ 'POST', '/explain', [] ];
		yield 'a message that is a list' => [ 'POST', '/explain', [ 'message' => [ 'x' ] ] ];
		yield 'recipients that are text' => [ 'PUT', '/settings', [ 'recipients' => 'desk' ] ];
		yield 'a recipient without an address' => [ 'PUT', '/settings', [ 'recipients' => [ 'desk' ] ] ];
		yield 'six recipients' => [ 'PUT', '/settings', [ 'recipients' => array_fill( 0, 6, 'desk@example.org' ) ] ];
		yield 'no page' => [ 'PUT', '/settings', [ 'portal_page_ids' => [ 0 ] ] ];
		yield 'no system' => [ 'PUT', '/connections/x', [ 'fields' => [ 'a' => 'b' ] ] ];
		yield 'a system of a megabyte' => [ 'PUT', '/connections/x', [ 'system' => str_repeat( 'z', 1_000_000 ), 'fields' => [ 'a' => 'b' ] ] ];
		yield 'fields that are text' => [ 'PUT', '/connections/x', [ 'system' => 'zoho-crm', 'fields' => 'client_id' ] ];
		yield 'a field that is a list' => [ 'PUT', '/connections/x', [ 'system' => 'zoho-crm', 'fields' => [ 'client_id' => [ 'x' ] ] ] ];
		yield 'a field of a megabyte' => [ 'PUT', '/connections/x', [ 'system' => 'zoho-crm', 'fields' => [ 'client_id' => str_repeat( 'x', 1_000_000 ) ] ] ];
		yield 'a query that is no text' => [ 'POST', '/graphql', [ 'query' => [ 'x' ] ] ];
		yield 'a query of a megabyte' => [ 'POST', '/graphql', [ 'query' => str_repeat( ' ', 1_000_000 ) ] ];
		yield 'variables that are text' => [ 'POST', '/graphql', [ 'query' => '{ systems { id } }', 'variables' => 'x' ] ];
	}

	/**
	 * @dataProvider wrongArguments
	 * @param array<string, mixed> $body
	 */
	public function test_refuses_arguments_that_break_their_schema( string $method, string $path, array $body ): void {
		$this->administrator();
		$answer = $this->http( $method, $path, $body );
		self::assertSame( [ 400, 400 ], [ $answer->status, $answer->at( 'data', 'status' ) ] );
		self::assertContains( $answer->code(), [ 'rest_invalid_param', 'rest_missing_callback_param' ] );
		self::assertLessThan( 4_000, strlen( $answer->body ), 'What was sent is not sent back.' );
	}

	public function test_a_body_cannot_name_another_case_than_the_address(): void {
		$case = $this->diagnosedCase();
		self::assertSame( 404, $this->http( 'POST', '/cases/999999/resolve', [ 'id' => $case ] )->status );
		self::assertSame( 'diagnosed', $this->stateOf( $case ) );
		self::assertSame( 404, $this->http( 'DELETE', '/connections/none', [ 'id' => 'zoho-crm' ] )->status );
		self::assertSame( 'unknown-step', str_replace( [ 'causeway_', '_' ], [ '', '-' ], $this->http( 'POST', "/cases/{$case}/steps/none", [ 'step' => 'restore-contact', 'dry_run' => true ] )->code() ) );
	}

	public function test_a_step_is_previewed_run_and_proved(): void {
		$case    = $this->diagnosedCase();
		$preview = $this->http( 'POST', "/cases/{$case}/steps/restore-contact", [ 'dry_run' => true ] );
		self::assertSame( 200, $preview->status, $preview->body );
		self::assertSame( [ 'step', 'summary', 'before', 'after', 'reversible', 'fingerprint' ], array_keys( $preview->json() ) );
		self::assertFalse( $this->isRestored );

		$moved = $this->http( 'POST', "/cases/{$case}/steps/restore-contact", [ 'fingerprint' => str_repeat( '0', 64 ) ] );
		self::assertSame( [ 200, 'refused', 'moved' ], [ $moved->status, $moved->at( 'state' ), $moved->at( 'reason' ) ] );
		self::assertFalse( $this->isRestored );

		$done = $this->http( 'POST', "/cases/{$case}/steps/restore-contact", [ 'fingerprint' => $preview->at( 'fingerprint' ) ] );
		self::assertSame( [ 'restore-contact', 'done', 'fixing' ], [ $done->at( 'step' ), $done->at( 'state' ), $done->at( 'caseState' ) ] );
		self::assertTrue( $this->isRestored );
		$this->work();
		self::assertSame( 'resolved', $this->stateOf( $case ) );
	}

	public function test_a_dry_run_changes_nothing_even_where_the_step_is_said_to_be_done(): void {
		$case = $this->diagnosedCase();
		self::assertSame( 200, $this->http( 'POST', "/cases/{$case}/steps/restore-contact", [ 'dry_run' => true, 'done' => true ] )->status );
		self::assertSame( 'diagnosed', $this->stateOf( $case ) );
		self::assertSame( [], self::wpdb()->get_col( "SELECT kind FROM {$this->database()->table( 'journal' )} WHERE kind LIKE 'step%'" ) );
	}

	public function test_who_may_not_change_other_systems_may_still_say_what_was_done(): void {
		$case = $this->diagnosedCase();
		$this->logIn( self::personWith( [ 'causeway_view', 'causeway_manage_cases' ] ) );
		foreach ( [ [ 'dry_run' => true ], [ 'fingerprint' => 'x' ], [ 'done' => true, 'dry_run' => true ] ] as $body ) {
			self::assertSame( 403, $this->http( 'POST', "/cases/{$case}/steps/restore-contact", $body )->status );
		}
		self::assertSame( 'done', $this->http( 'POST', "/cases/{$case}/steps/check-account", [ 'done' => true ] )->at( 'state' ) );
		self::assertSame( 'fixing', $this->stateOf( $case ) );
	}

	public function test_looks_again_and_closes(): void {
		$case = $this->diagnosedCase();
		self::assertSame( [ 'id' => $case, 'state' => 'diagnosed' ], $this->http( 'POST', "/cases/{$case}/diagnose" )->json() );
		self::assertSame( 'resolved', $this->http( 'POST', "/cases/{$case}/resolve", [ 'note' => "Spoke on the phone.\n<script>alert(1)</script>" ] )->at( 'state' ) );
		self::assertSame( 'resolved', $this->http( 'POST', "/cases/{$case}/resolve" )->at( 'state' ) );
		$notes = self::wpdb()->get_col( "SELECT body FROM {$this->database()->table( 'journal' )} WHERE kind = 'resolved'" );
		self::assertCount( 1, $notes );
		self::assertStringContainsString( 'Spoke on the phone.', (string) $notes[0] );
		self::assertStringNotContainsString( '<script', (string) $notes[0] );
	}

	public function test_a_fault_of_our_own_is_named_by_its_kind_alone(): void {
		$case = $this->diagnosedCase();
		add_action( 'causeway_diagnosed', static fn () => throw new \DomainException( 'secret detail of ' . self::CANARIES['client_secret'] ) );
		$answer = $this->http( 'POST', "/cases/{$case}/diagnose" );
		if ( 200 !== $answer->status ) {
			self::assertSame( [ 500, 'causeway_fault', 500 ], [ $answer->status, $answer->code(), $answer->at( 'data', 'status' ) ] );
		}
		self::assertStringNotContainsString( 'secret detail', $answer->body );

		self::wpdb()->query( "UPDATE {$this->database()->table( 'cases' )} SET system = REPEAT('x', 30)" );
		add_filter( 'query', static fn ( string $query ): string => str_contains( $query, 'causeway_attempts' ) ? 'SELECT broken FROM nowhere_at_all' : $query );
		$answer = $this->http( 'POST', "/cases/{$case}/diagnose" );
		self::assertSame( [ 500, 'causeway_fault', 500 ], [ $answer->status, $answer->code(), $answer->at( 'data', 'status' ) ] );
		self::assertStringNotContainsString( 'nowhere_at_all', $answer->body );
	}

	private function stateOf( int $case ): string {
		return (string) self::wpdb()->get_var( "SELECT state FROM {$this->database()->table( 'cases' )} WHERE id = {$case}" );
	}
}
