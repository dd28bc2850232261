<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\GraphQL;

use Causeway\Tests\Integration\Rest\DoorTestCase;
use PHPUnit\Framework\Attributes\CoversNothing;

/** What is read about cases, by whom. */
#[CoversNothing]
final class CasesTest extends DoorTestCase {

	private const HOSTILE = "<script>alert(1)</script> \u{202E}\u{05D0}\u{05D1} \u{1F608}\" ' & \\ \$1";

	public function test_names_come_back_as_data_whatever_they_hold(): void {
		self::wpdb()->query( self::wpdb()->prepare( 'UPDATE ccgclientportal_users SET fullname = %s', self::HOSTILE ) );
		$this->contactName = self::HOSTILE;
		$case              = $this->diagnosedCase();
		$answer            = $this->ask( "{ case(id: {$case}) { person { label loginName email } timeline { text } diagnosis { findings { finding detail } } } cases { edges { node { person { label } } } } }" );

		self::assertNull( $answer->at( 'errors' ), $answer->body );
		self::assertSame( self::HOSTILE, $answer->at( 'data', 'case', 'person', 'label' ) );
		self::assertSame( self::HOSTILE, $answer->at( 'data', 'cases', 'edges', 0, 'node', 'person', 'label' ) );
		self::assertSame( 'application/json; charset=UTF-8', $answer->headers['content-type'] ?? '' );
		self::assertSame( 'nosniff', $answer->headers['x-content-type-options'] ?? '' );
		// What the CRM sent is evidence: one line, without marks that turn the direction.
		$details = implode( "\n", array_filter( array_column( (array) $answer->at( 'data', 'case', 'diagnosis', 'findings' ), 'detail' ), 'is_string' ) );
		self::assertStringContainsString( '<script>alert(1)</script>', $details );
		self::assertStringNotContainsString( "\u{202E}", $details );
	}

	public function test_finds_a_case_by_its_id_and_by_any_of_its_references(): void {
		$this->administrator();
		$this->connect();
		$first  = $this->refuse();
		$second = $this->refuse();
		$this->work();
		$case = $this->onlyCase();
		foreach ( [ "id: {$case}", "reference: \"{$first}\"", 'reference: "' . strtolower( str_replace( '-', ' ', (string) $second ) ) . '"' ] as $argument ) {
			self::assertSame( $case, $this->ask( "{ case({$argument}) { id } }" )->at( 'data', 'case', 'id' ), $argument );
		}
		foreach ( [ 'id: 0', 'id: -1', 'id: 2147483647', 'reference: "K7QM-3FXA"', 'reference: "1 OR 1"', 'reference: ""' ] as $argument ) {
			$answer = $this->ask( "{ case({$argument}) { id } }" );
			self::assertNull( $answer->at( 'errors' ), $argument );
			self::assertNull( $answer->at( 'data', 'case' ), $argument );
		}
		self::assertSame( 2, $this->ask( "{ case(id: {$case}) { attemptCount } }" )->at( 'data', 'case', 'attemptCount' ) );
	}

	public function test_the_profile_is_linked_only_for_whoever_may_open_it(): void {
		$admin = $this->administrator();
		$this->refuse( self::user( [ 'display_name' => 'Ada' ] )->ID, 'ada' );
		$this->work();
		$query = "{ case(id: {$this->onlyCase()}) { person { label userId profileUrl } } }";
		self::assertStringContainsString( 'user-edit.php', (string) $this->ask( $query )->at( 'data', 'case', 'person', 'profileUrl' ) );

		$this->logIn( self::personWith( [ 'causeway_view' ] ) );
		$answer = $this->ask( $query );
		self::assertSame( 'Ada', $answer->at( 'data', 'case', 'person', 'label' ) );
		self::assertNull( $answer->at( 'data', 'case', 'person', 'profileUrl' ) );
		self::assertGreaterThan( 0, $admin->ID );
	}

	public function test_pages_through_all_cases_once_each(): void {
		$this->administrator();
		for ( $person = 0; $person < 7; $person++ ) {
			$this->refuse( self::user()->ID, "typed-{$person}" );
		}
		$this->refuse( 0, 'nobody.ever@example.org', false );
		$this->work();
		$seen  = [];
		$after = null;
		do {
			$answer = $this->ask( 'query($after: String) { cases(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } } }', [ 'after' => $after ] );
			self::assertNull( $answer->at( 'errors' ), $answer->body );
			self::assertSame( 7, $answer->at( 'data', 'cases', 'totalCount' ) );
			foreach ( (array) $answer->at( 'data', 'cases', 'edges' ) as $edge ) {
				$seen[] = is_array( $edge ) && is_array( $edge['node'] ) ? $edge['node']['id'] : 0;
			}
			$after = $answer->at( 'data', 'cases', 'pageInfo', 'endCursor' );
		} while ( true === $answer->at( 'data', 'cases', 'pageInfo', 'hasNextPage' ) );
		self::assertCount( 7, $seen );
		self::assertCount( 7, array_unique( $seen ) );
		self::assertSame( 8, $this->ask( '{ cases(filter: { knownPeopleOnly: false }) { totalCount } }' )->at( 'data', 'cases', 'totalCount' ) );
	}

	public function test_a_name_that_matches_nobody_is_told_to_nobody(): void {
		$this->administrator();
		$this->refuse( 0, 'typed.by.a.stranger@example.org', false );
		$this->work();
		$answer = $this->ask( '{ cases(filter: { knownPeopleOnly: false }) { edges { node { person { label isKnown email loginName userId } } } } }' );
		self::assertSame( [ 'A name that matches nobody here', false, null, null, null ], array_values( (array) $answer->at( 'data', 'cases', 'edges', 0, 'node', 'person' ) ) );
		self::assertStringNotContainsString( 'stranger', $answer->body );
	}

	/** @return iterable<string, array{string, int}> */
	public static function filters(): iterable {
		yield 'its state' => [ 'states: [diagnosed]', 1 ];
		yield 'another state' => [ 'states: [resolved, regressed]', 0 ];
		yield 'its cause' => [ 'cause: "zoho-crm/contact-in-recycle-bin"', 1 ];
		yield 'another cause' => [ 'cause: "zoho-crm/none"', 0 ];
		yield 'its system' => [ 'system: "zoho-crm"', 1 ];
		yield 'its name' => [ 'search: "mara"', 1 ];
		yield 'its address' => [ 'search: "mara.lind@northwind.example"', 1 ];
		yield 'another name' => [ 'search: "noah"', 0 ];
		yield 'SQL' => [ 'search: "\' OR 1=1 -- "', 0 ];
		yield 'wildcards' => [ 'search: "%"', 0 ];
		yield 'an underscore' => [ 'search: "_"', 0 ];
		yield 'blanks' => [ 'search: "   "', 1 ];
		yield 'emoji' => [ 'search: "😈"', 0 ];
	}

	/** @dataProvider filters */
	public function test_filters_the_list( string $filter, int $count ): void {
		$this->diagnosedCase();
		$answer = $this->ask( "{ cases(filter: { {$filter} }) { totalCount edges { node { id } } } }" );
		self::assertNull( $answer->at( 'errors' ), $answer->body );
		self::assertSame( [ $count, $count ], [ $answer->at( 'data', 'cases', 'totalCount' ), count( (array) $answer->at( 'data', 'cases', 'edges' ) ) ] );
	}

	public function test_the_timeline_goes_from_the_first_refusal_to_the_end(): void {
		$case = $this->diagnosedCase();
		$this->refuse();
		$this->work();
		$this->http( 'POST', "/cases/{$case}/steps/check-account", [ 'done' => true ] );
		$this->http( 'POST', "/cases/{$case}/resolve", [ 'note' => 'Spoke on the phone.' ] );
		$entries = (array) $this->ask( "{ case(id: {$case}) { timeline { at kind text actor } } }" )->at( 'data', 'case', 'timeline' );
		$kinds   = array_column( $entries, 'kind' );
		$times   = array_column( $entries, 'at' );
		$sorted  = $times;
		sort( $sorted );
		self::assertSame( $sorted, $times );
		self::assertSame( 'attempt', $kinds[0] ?? '' );
		self::assertSame( 'resolved', end( $kinds ) );
		self::assertSame( [], array_diff( $kinds, [ 'attempt', 'opened', 'diagnosed', 'step', 'mail', 'verified', 'resolved', 'regressed' ] ) );
		self::assertContains( 'Spoke on the phone.', array_column( $entries, 'text' ) );
	}

	/** @return iterable<string, array{string}> The overview's own questions, without the parts of a row. */
	public static function overviewQuestions(): iterable {
		yield 'who is kept out now' => [ '{ overview { openCases peopleLockedOut resolvedLast7Days byCause { cause { title } cases } pace lastWorkAt } incidents(open: true, first: 20) { edges { node { id title } } } }' ];
		yield 'what waits for somebody' => [ '{ waiting: cases(filter: { states: [diagnosed, regressed] }, first: 5) { totalCount edges { node { id person { label email } cause { title } } } } connections { id systemTitle conditions { type status } } audit { atRisk } }' ];
		yield 'trend and meter' => [ '{ overview { trend(days: 14) { day refusals people } meter { unexplainedShare medianFixSeconds diagnoses disputed } } }' ];
	}

	/** @dataProvider overviewQuestions */
	public function test_the_overview_is_answered_by_a_handful_of_queries( string $question ): void {
		$this->diagnosedCase();
		$this->ask( $question );
		$queries = array_filter( self::queriesOf( fn () => $this->ask( $question ) ), static fn ( string $query ): bool => str_contains( $query, 'causeway_' ) );
		self::assertLessThanOrEqual( 8, count( $queries ), implode( "\n", $queries ) );
	}

	public function test_nothing_was_worked_on_yet_is_null_not_1970(): void {
		$this->administrator();
		self::assertNull( $this->ask( '{ overview { lastWorkAt } }' )->at( 'data', 'overview', 'lastWorkAt' ) );
		$this->work();
		self::assertEqualsWithDelta( time(), $this->ask( '{ overview { lastWorkAt } }' )->at( 'data', 'overview', 'lastWorkAt' ), 5 );
	}
}
