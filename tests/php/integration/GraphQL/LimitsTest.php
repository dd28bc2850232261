<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\GraphQL;

use Causeway\Tests\Integration\Rest\DoorTestCase;
use Causeway\Wiring;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Questions that are too much, and what no answer lets out. */
#[CoversNothing]
final class LimitsTest extends DoorTestCase {

	/** @return iterable<string, array{string}> */
	public static function excessive(): iterable {
		$doubling = '{ ...F0 }';
		for ( $level = 0; $level < 40; $level++ ) {
			$next      = $level + 1;
			$doubling .= " fragment F{$level} on Query { ...F{$next} ...F{$next} }";
		}
		$doubling .= ' fragment F40 on Query { overview { pace } }';
		$aliases   = '';
		for ( $alias = 0; $alias < 30; $alias++ ) {
			$aliases .= "a{$alias}: cases(first: 100) { edges { node { id reference } } } ";
		}
		yield 'deeper than any type goes' => [ '{ cases ' . str_repeat( '{ edges ', 20 ) . '{ cursor }' . str_repeat( ' }', 21 ) ];
		yield 'deeper than a parser should go' => [ str_repeat( '{a', 5_000 ) ];
		yield 'a value of lists in lists' => [ '{ cases(after: ' . str_repeat( '[', 8_000 ) . ') { totalCount } }' ];
		yield 'one field three thousand times' => [ '{ overview { ' . str_repeat( 'pace ', 3_000 ) . '} }' ];
		yield 'one object a thousand times' => [ '{ ' . str_repeat( 'overview{pace} ', 1_000 ) . '}' ];
		yield 'fragments that double' => [ $doubling ];
		yield 'a fragment in a circle' => [ '{ ...A } fragment A on Query { ...B } fragment B on Query { overview { pace } ...A }' ];
		yield 'long fragments that nobody spreads' => [ '{ overview { pace } } fragment A on Query { ' . str_repeat( 'overview{pace} ', 900 ) . '}' ];
		yield 'thirty lists under other names' => [ "{ {$aliases} }" ];
		yield 'everything about a hundred cases' => [ '{ cases(first: 100) { edges { node { attempts(first: 100) { id code } } } } }' ];
	}

	/** @dataProvider excessive */
	public function test_refuses_what_is_too_much_in_a_sentence_and_at_once( string $query ): void {
		$this->administrator();
		memory_reset_peak_usage();
		$memory  = memory_get_usage();
		$started = microtime( true );
		$answer  = $this->ask( $query );

		self::assertSame( 200, $answer->status );
		self::assertIsString( $answer->at( 'errors', 0, 'message' ) );
		self::assertNull( $answer->at( 'data' ) );
		self::assertLessThan( 2.0, microtime( true ) - $started );
		self::assertLessThan( 48 * 1024 ** 2, memory_get_peak_usage() - $memory );
		self::assertSame( [], $this->vendorCalls );
	}

	/** @return iterable<string, array{string}> */
	public static function screens(): iterable {
		foreach ( [ 'case', 'cases', 'catalog', 'connections' ] as $name ) {
			yield $name => [ $name ];
		}
	}

	/** @dataProvider screens */
	public function test_the_screens_own_questions_stay_well_within_the_limits( string $file ): void {
		$folder    = dirname( __DIR__, 4 ) . '/src/admin/data/';
		$fragments = (string) file_get_contents( $folder . 'fragments.graphql' );
		$case      = $this->diagnosedCase();
		$text      = (string) file_get_contents( $folder . $file . '.graphql' );
		preg_match_all( '/^query (\w+)/m', $text, $queries );
		self::assertNotSame( [], $queries[1] );
		foreach ( $queries[1] as $operation ) {
			$answer = $this->http(
				'POST',
				'/graphql',
				[
					'query'         => $this->withFragments( $operation, $text . $fragments ),
					'variables'     => [ 'id' => $case, 'first' => 100, 'order' => 'newest', 'system' => 'zoho-crm', 'cause' => 'contact-without-account' ],
					'operationName' => $operation,
				]
			);
			self::assertNull( $answer->at( 'errors' ), $operation . ': ' . json_encode( $answer->at( 'errors' ) ) );
		}
	}

	/** @return iterable<string, array{string}> */
	public static function questions(): iterable {
		foreach ( glob( dirname( __DIR__, 4 ) . '/src/admin/data/*.graphql' ) ?: [] as $file ) {
			preg_match_all( '/^query (\w+)/m', (string) file_get_contents( $file ), $queries );
			foreach ( $queries[1] as $operation ) {
				yield $operation => [ $operation ];
			}
		}
	}

	/** @dataProvider questions */
	public function test_no_question_of_a_screen_costs_more_than_eight_queries( string $operation ): void {
		$text     = implode( "\n", array_map( static fn ( string $file ): string => (string) file_get_contents( $file ), glob( dirname( __DIR__, 4 ) . '/src/admin/data/*.graphql' ) ?: [] ) );
		$case     = $this->diagnosedCase();
		$document = $this->withFragments( $operation, $text );
		// Every system connected: no screen asks for them one by one.
		foreach ( [ 'zoho-desk', 'salesforce', 'dynamics-365', 'hubspot', 'magentrix', 'superoffice', 'vendasta' ] as $system ) {
			self::wpdb()->insert( $this->database()->table( 'connections' ), [ 'site_id' => 1, 'slug' => $system, 'system' => $system, 'fields' => '{}', 'secrets' => '{}', 'token' => '', 'facts' => '{}', 'conditions' => '[]' ] );
		}
		wp_cache_flush();
		wp_get_current_user()->to_array();
		wp_load_alloptions();
		$answer  = null;
		$counted = self::queriesOf(
			function () use ( &$answer, $document, $operation, $case ): void {
				$answer = $this->http( 'POST', '/graphql', [ 'query' => $document, 'variables' => [ 'id' => $case, 'first' => 20, 'order' => 'newest', 'open' => true, 'waiting' => true, 'after' => 'IncidentCases' === $operation ? 0 : null, 'days' => 14, 'message' => 'Please contact your administrator', 'system' => 'zoho-crm', 'cause' => 'contact-without-account' ], 'operationName' => $operation ] );
			}
		);
		self::assertNull( $answer->at( 'errors' ), $operation . ': ' . json_encode( $answer->at( 'errors' ) ) );
		$ours = array_filter( $counted, static fn ( string $query ): bool => 1 !== preg_match( '/FROM \w+(users|usermeta) WHERE (user_login|user_id IN \(\d+\))|autoload IN/', $query ) );
		self::assertLessThanOrEqual( 8, count( $ours ), implode( "\n", $ours ) );
	}

	public function test_the_whole_catalog_costs_eight_queries_at_most(): void {
		$this->administrator();
		$text = (string) file_get_contents( dirname( __DIR__, 4 ) . '/src/admin/data/catalog.graphql' );
		preg_match_all( '/^query (\w+)/m', $text, $queries );
		foreach ( $queries[1] as $operation ) {
			$document = $this->withFragments( $operation, $text );
			wp_cache_flush();
			$counted = self::queriesOf( fn () => self::assertNull( $this->ask( $document, [ 'system' => 'zoho-crm', 'cause' => 'contact-without-account' ] )->at( 'errors' ) ) );
			$ours    = array_filter( $counted, static fn ( string $query ): bool => str_contains( $query, 'causeway_' ) || str_contains( $query, 'SHOW' ) );
			self::assertLessThanOrEqual( 8, count( $ours ), $operation . ': ' . implode( "\n", $ours ) );
		}
	}

	/** The operation with the fragments that it spreads, as the build puts them together. */
	private function withFragments( string $operation, string $text ): string {
		preg_match_all( '/^(?:query|fragment) (\w+).*?^}/ms', $text, $parts, PREG_SET_ORDER );
		$known  = array_column( $parts, 0, 1 );
		$wanted = [ $operation ];
		for ( $at = 0; $at < count( $wanted ); $at++ ) {
			preg_match_all( '/\.\.\.(\w+)/', $known[ $wanted[ $at ] ] ?? '', $spreads );
			$wanted = array_values( array_unique( [ ...$wanted, ...$spreads[1] ] ) );
		}
		return implode( "\n", array_intersect_key( $known, array_flip( $wanted ) ) );
	}

	public function test_a_list_of_a_hundred_costs_no_more_queries_than_one_of_ten(): void {
		$this->administrator();
		for ( $person = 0; $person < 30; $person++ ) {
			$this->refuse( self::user()->ID, "typed-{$person}" );
		}
		$this->work();
		$count = fn ( int $first ): int => count( array_filter( self::queriesOf( fn () => $this->ask( "{ cases(first: {$first}) { totalCount edges { node { id reference state person { label email } cause { title confidence } } } } }" ) ), static fn ( string $query ): bool => str_contains( $query, 'causeway_' ) ) );
		self::assertSame( $count( 2 ), $count( 100 ) );
		self::assertLessThanOrEqual( 8, $count( 100 ) );
	}

	/** @return iterable<string, array{string}> */
	public static function cursors(): iterable {
		yield 'rubbish' => [ 'rubbish' ];
		yield 'SQL in our own clothes' => [ base64_encode( '1:1 OR 1=1' ) ];
		yield 'beyond 64 bits' => [ base64_encode( '9999999999:9999999999999999999' ) ];
		yield 'negative' => [ base64_encode( '-1:-1' ) ];
		yield 'bytes' => [ base64_encode( "\x00\xff" ) ];
		yield 'blank' => [ ' ' ];
	}

	/** @dataProvider cursors */
	public function test_a_cursor_that_is_not_ours_gets_one_sentence( string $cursor ): void {
		$this->administrator();
		$answer = $this->ask( 'query($after: String) { cases(after: $after) { totalCount } }', [ 'after' => $cursor ] );
		self::assertSame( [ 'message' => 'This page of the list is no longer there. Start again from the top.', 'path' => [ 'cases' ] ], $answer->at( 'errors', 0 ) );
	}

	public function test_what_a_fault_says_stays_here(): void {
		$case = $this->diagnosedCase();
		add_filter( 'query', static fn ( string $query ): string => str_contains( $query, 'causeway_diagnoses' ) ? "SELECT 'canary' FROM nowhere_at_all" : $query );
		$answer = $this->ask( "{ overview { openCases } case(id: {$case}) { id diagnosis { id } } }" );

		self::assertSame( 200, $answer->status );
		self::assertSame( $case, $answer->at( 'data', 'case', 'id' ), 'What could be answered is answered.' );
		self::assertNull( $answer->at( 'data', 'case', 'diagnosis' ) );
		self::assertSame( [ 'Causeway could not answer this part of the question.' ], array_column( (array) $answer->at( 'errors' ), 'message' ) );
		self::assertStringNotContainsString( 'nowhere_at_all', $answer->body );
		self::assertStringNotContainsString( 'canary', $answer->body );
		self::assertStringNotContainsString( '.php', $answer->body );
	}

	public function test_a_missing_catalog_is_a_sentence_not_a_fatal_error(): void {
		$this->administrator();
		$this->wiring = new Wiring( '/nowhere/plugin.php' );
		$answer = $this->ask( '{ overview { openCases } }' );
		self::assertSame( 500, $answer->status );
		self::assertSame( 'causeway_fault', $answer->code() );
		self::assertStringNotContainsString( 'nowhere', $answer->body );
	}

	public function test_introspection_is_for_whoever_may_view(): void {
		foreach ( [ [ [], 403 ], [ [ 'causeway_view' ], 200 ] ] as [ $capabilities, $status ] ) {
			$this->logIn( self::personWith( $capabilities ) );
			$answer = $this->ask( '{ __schema { types { name } } }' );
			self::assertSame( $status, $answer->status );
			self::assertSame( 200 === $status, str_contains( $answer->body, 'RankedCause' ) );
		}
	}

	/** @return iterable<string, array{string}> */
	public static function wrong(): iterable {
		yield 'no GraphQL' => [ 'SELECT * FROM wp_users' ];
		yield 'a field that is not there' => [ '{ overview { password } }' ];
		yield 'an id beyond 32 bits' => [ '{ case(id: 9223372036854775807) { id } }' ];
		yield 'a state that is none' => [ '{ cases(filter: { states: [gone] }) { totalCount } }' ];
		yield 'two operations' => [ 'query A { overview { pace } } query B { overview { pace } }' ];
		yield 'only a fragment' => [ 'fragment A on Query { overview { pace } }' ];
	}

	/** @dataProvider wrong */
	public function test_says_what_is_wrong_with_a_question( string $query ): void {
		$this->administrator();
		$answer = $this->ask( $query );
		self::assertSame( 200, $answer->status );
		self::assertIsString( $answer->at( 'errors', 0, 'message' ) );
		self::assertStringNotContainsString( '.php', $answer->body );
	}
}
