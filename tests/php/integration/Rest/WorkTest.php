<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Background\WorkSignature;
use Causeway\Storage\Settings;
use Causeway\Support\FrozenClock;
use Causeway\Support\SystemRandomness;
use PHPUnit\Framework\Attributes\CoversNothing;

/** `POST /work`: for the site's own signed kick, and for whoever may manage settings. */
#[CoversNothing]
final class WorkTest extends DoorTestCase {

	private function signed( int $age = 0, string $key = '' ): string {
		$key = '' === $key ? ( new Settings( $this->database(), new SystemRandomness() ) )->hashKey() : $key;
		return ( new WorkSignature( $key, new FrozenClock( time() - $age ) ) )->make();
	}

	public function test_a_signed_kick_works_without_anybody_being_logged_in(): void {
		$this->administrator();
		$this->connect();
		$this->refuse();
		$this->logIn( null );
		$started = microtime( true );
		$answer  = $this->http( 'POST', '/work', null, [ 'X-Causeway-Work' => $this->signed() ] );

		self::assertSame( 200, $answer->status );
		self::assertGreaterThan( 0, $answer->at( 'jobs' ) );
		self::assertGreaterThan( 0, $this->onlyCase() );
		self::assertLessThan( 15, microtime( true ) - $started );
	}

	/** @return iterable<string, array{string}> */
	public static function wrongSignatures(): iterable {
		yield 'none' => [ '' ];
		yield 'a stale one, replayed' => [ 'stale' ];
		yield 'one of the future' => [ 'future' ];
		yield 'one by another key' => [ 'foreign' ];
		yield 'a good one with a new time' => [ 'moved' ];
		yield 'a good one with a tail' => [ 'tail' ];
		yield 'rubbish' => [ '1e9.' . str_repeat( 'f', 64 ) ];
		yield 'a megabyte' => [ str_repeat( 'f', 1_000_000 ) ];
	}

	/** @dataProvider wrongSignatures */
	public function test_a_stranger_cannot_make_this_site_work( string $kind ): void {
		$signature = match ( $kind ) {
			'stale'   => $this->signed( 61 ),
			'future'  => $this->signed( -61 ),
			'foreign' => $this->signed( 0, 'another key' ),
			'moved'   => (string) preg_replace( '/^\d+/', (string) ( time() + 1 ), $this->signed() ),
			'tail'    => $this->signed() . '0',
			default   => $kind,
		};
		$this->refuse();
		$answer = $this->http( 'POST', '/work', null, '' === $signature ? [] : [ 'X-Causeway-Work' => $signature ] );

		self::assertSame( [ 401, 'causeway_forbidden' ], [ $answer->status, $answer->code() ] );
		self::assertSame( [], self::wpdb()->get_col( "SELECT id FROM {$this->database()->table( 'cases' )}" ) );
	}

	public function test_an_administrator_with_a_bad_signature_works_once_and_does_not_linger(): void {
		$this->administrator();
		$started = microtime( true );
		self::assertSame( 200, $this->http( 'POST', '/work', null, [ 'X-Causeway-Work' => 'rubbish' ] )->status );
		self::assertLessThan( 5, microtime( true ) - $started );
	}
}
