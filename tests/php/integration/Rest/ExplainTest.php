<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use PHPUnit\Framework\Attributes\CoversNothing;

/** `POST /explain`, with what people really paste, and with what nobody should. */
#[CoversNothing]
final class ExplainTest extends DoorTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->logIn( self::personWith( [ 'causeway_view' ] ) );
	}

	public function test_answers_in_the_published_shape(): void {
		$answer = $this->http( 'POST', '/explain', [ 'message' => 'Please contact your administrator' ] );
		self::assertSame( 200, $answer->status );
		self::assertSame( [ 'causes', 'unknown', 'questions', 'symptoms', 'recognised', 'recordable', 'pattern' ], array_keys( $answer->json() ) );
		$causes = $answer->at( 'causes' );
		self::assertIsArray( $causes );
		self::assertNotSame( [], $causes );
		foreach ( $causes as $number => $cause ) {
			self::assertSame( [ 'cause', 'system', 'title', 'confidence', 'why', 'fixPath' ], array_keys( is_array( $cause ) ? $cause : [] ) );
			$step = $answer->at( 'causes', $number, 'fixPath', 0 );
			self::assertSame( [ 'step', 'title', 'applicability', 'link', 'body' ], array_keys( is_array( $step ) ? $step : [] ) );
		}
		self::assertSame( [ 'symptom', 'title' ], array_keys( (array) $answer->at( 'symptoms', 0 ) ) );
		self::assertStringContainsString( 'no-store', $answer->headers['cache-control'] ?? '' );
	}

	/** @return iterable<string, array{string, bool}> The paste, and whether it is known. */
	public static function pastes(): iterable {
		$known = 'Please contact your administrator';
		yield 'with markup around it' => [ "<div class=\"error\"><p>{$known}.</p></div>", true ];
		yield 'quoted in a mail' => [ "> > Hello,\n> > {$known}\n> > Thanks", true ];
		yield 'with a script beside it' => [ "<script>alert(1)</script>{$known}<img src=x onerror=alert(1)>", true ];
		yield 'between marks that turn the direction' => [ "\u{202E}{$known}\u{202C}", true ];
		yield 'with emoji' => [ "😡 {$known} 😡", true ];
		yield 'in ninety kilobytes' => [ str_repeat( 'a ', 45_000 ) . $known, true ];
		yield 'SQL' => [ "'; DROP TABLE wp_users; --", false ];
		yield 'a format' => [ '%s %n %1$s %99999999d', false ];
		yield 'a template' => [ '{{7*7}} ${7*7} <%= 7*7 %>', false ];
		yield 'control characters' => [ "\x00\x1b[31mred\x07", false ];
		yield 'ten thousand open tags' => [ str_repeat( '<div>', 10_000 ), false ];
		yield 'ten thousand unclosed comments' => [ str_repeat( '<!--', 10_000 ), false ];
		yield 'what makes bad patterns run away' => [ str_repeat( 'contact your ', 7_000 ), false ];
		yield 'PHP' => [ 'O:8:"stdClass":0:{}', false ];
	}

	/** @dataProvider pastes */
	public function test_takes_any_paste_quickly_and_sends_nothing_of_it_back( string $paste, bool $isKnown ): void {
		$mark    = 'q7x' . bin2hex( random_bytes( 6 ) );
		$started = microtime( true );
		$answer  = $this->http( 'POST', '/explain', [ 'message' => $paste . ' ' . $mark ] );

		self::assertSame( 200, $answer->status );
		self::assertLessThan( 2.0, microtime( true ) - $started );
		self::assertSame( $isKnown, [] !== $answer->at( 'causes' ) );
		self::assertStringNotContainsString( $mark, $answer->body );
		self::assertStringNotContainsString( '<script', $answer->body );
		foreach ( [ 'attempts', 'cases', 'journal' ] as $table ) {
			self::assertSame( '0', self::wpdb()->get_var( "SELECT COUNT(*) FROM {$this->database()->table( $table )}" ) );
		}
	}

	/** @return iterable<string, array{string}> */
	public static function lengths(): iterable {
		yield 'blanks' => [ " \n\t" ];
		yield 'a megabyte' => [ str_repeat( 'x', 1_000_000 ) ];
		yield 'a hundred kilobytes and one byte' => [ str_repeat( 'x', 102_401 ) ];
	}

	/** @dataProvider lengths */
	public function test_says_how_long_a_message_may_be( string $message ): void {
		$answer = $this->http( 'POST', '/explain', [ 'message' => $message ] );
		self::assertSame( [ 400, 'causeway_message_length' ], [ $answer->status, $answer->code() ] );
		self::assertLessThan( 1_000, strlen( $answer->body ) );
	}

	public function test_broken_text_of_a_form_is_read_all_the_same(): void {
		$answer = $this->http( 'POST', '/explain', 'message=' . rawurlencode( "\xff\xfe Please contact your administrator \xc3" ) );
		self::assertSame( 200, $answer->status );
		self::assertIsArray( $answer->at( 'causes' ) );
	}

	public function test_a_connection_makes_the_links_lead_into_the_customers_own_organisation(): void {
		$this->diagnosedCase();
		$answer = $this->http( 'POST', '/explain', [ 'message' => 'Please contact your administrator' ] );
		self::assertStringContainsString( 'org777000111', $answer->body );
	}

	public function test_asks_what_tells_the_causes_apart_and_takes_the_answers(): void {
		$message = 'Please contact your administrator';
		$asked   = $this->http( 'POST', '/explain', [ 'message' => $message ] );
		$ref     = $asked->at( 'questions', 0, 'ref' );
		self::assertIsString( $ref );
		$told = $this->http(
			'POST',
			'/explain',
			[
				'message' => $message,
				'answers' => [ $ref => true ],
			]
		);
		self::assertSame( 200, $told->status );
		self::assertNotEquals( $asked->at( 'causes' ), $told->at( 'causes' ) );
		self::assertNotSame( $ref, $told->at( 'questions', 0, 'ref' ) );
		$wrong = $this->http(
			'POST',
			'/explain',
			[
				'message' => $message,
				'answers' => [ $ref => 'perhaps' ],
			]
		);
		self::assertSame( 400, $wrong->status );
	}

	public function test_graphql_explains_as_the_route_does(): void {
		$message = 'Please contact your administrator';
		$rest    = $this->http( 'POST', '/explain', [ 'message' => $message ] );
		$answer  = $this->http(
			'POST',
			'/graphql',
			[
				'query'     => 'query( $message: String! ) { explain( message: $message ) { recognised recordable symptoms { symptom title } causes { system cause confidence title why } questions { ref question yes no } unknown { what why } } }',
				'variables' => [ 'message' => $message ],
			]
		);
		self::assertNull( $answer->at( 'errors' ), $answer->body );
		foreach ( [ 'recognised', 'recordable', 'symptoms', 'questions', 'unknown' ] as $field ) {
			self::assertSame( $rest->at( $field ), $answer->at( 'data', 'explain', $field ), $field );
		}
		self::assertSame( array_column( (array) $rest->at( 'causes' ), 'cause' ), array_column( (array) $answer->at( 'data', 'explain', 'causes' ), 'cause' ) );
	}
}
