<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Http\OptionalPause;
use Causeway\Support\FrozenClock;
use Causeway\Systems\ZohoCrm\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** Reading everybody of Zoho CRM: the lab's truth after every change, and afterwards only what has changed. */
#[CoversNothing]
final class EverybodyTest extends TestCase {

	private CurlTransport $network;

	/** @var array<mixed> */
	private array $lab = [];

	private int $now;

	private MemoryTokens $tokens;

	protected function setUp(): void {
		$lab = json_decode( (string) getenv( 'CAUSEWAY_LAB' ), true );
		self::assertIsArray( $lab, 'The lab is not running: run the suite by `npm test`.' );
		$this->lab     = is_array( $lab['zoho-crm'] ?? null ) ? $lab['zoho-crm'] : [];
		$this->network = new CurlTransport();
		$this->tokens  = new MemoryTokens();
		$this->now     = time();
		$this->control( 'POST', '/state', [] );
		$this->control( 'DELETE', '/faults' );
		$this->control( 'DELETE', '/calls' );
	}

	/**
	 * @param array<mixed>|null $body
	 * @return array<mixed>
	 */
	private function control( string $method, string $path, ?array $body = null ): array {
		$sent   = null === $body ? '' : ( [] === $body ? '{}' : (string) json_encode( $body ) );
		$answer = $this->network->send( new Request( 'DELETE' === $method ? 'DELETE' : ( 'GET' === $method ? 'GET' : 'POST' ), JsonPath::text( $this->lab, 'control' ) . $path, [], [], $sent ) );
		self::assertSame( 200, $answer->status, $method . ' ' . $path . ': ' . $answer->body );
		return $answer->json();
	}

	private function connection(): Connection {
		$text = fn ( string ...$path ): string => JsonPath::text( $this->lab, ...$path );
		return new Connection(
			'zoho-crm',
			'zoho-crm',
			[
				'data_centre'   => 'custom',
				'api_base'      => $text( 'base' ),
				'accounts_base' => $text( 'accounts' ),
				'client_id'     => $text( 'credentials', 'clientId' ),
			],
			[
				'client_secret' => $text( 'credentials', 'clientSecret' ),
				'refresh_token' => $text( 'credentials', 'refreshToken' ),
			],
			false,
		);
	}

	private function page( string $cursor ): BulkPage {
		$connector = new Connector( new ConnectorTools( new OneTransport( $this->network ), $this->tokens, new MemoryConnections( $this->connection() ), new SeededPortal(), new OptionalPause( false ), new FrozenClock( $this->now ) ) );
		return $connector->page( $this->connection(), $cursor );
	}

	/** @return array{list<BulkPerson>, string, bool} People, mark, whether it was a whole pass. */
	private function pass( string $cursor = '' ): array {
		$people = [];
		for ( $number = 0; $number < 50; ++$number ) {
			$page   = $this->page( $cursor );
			$people = [ ...$people, ...$page->people ];
			self::assertLessThanOrEqual( 4000, strlen( $page->next . $page->mark ) );
			if ( '' === $page->next ) {
				return [ $people, $page->mark, $page->isWhole ];
			}
			$cursor = $page->next;
		}
		self::fail( 'It does not end.' );
	}

	/** @return array<string, list<string>> Id → presence, address, Account; as the lab holds it. */
	private function truth(): array {
		$state = $this->control( 'GET', '/state' );
		$truth = [];
		foreach ( JsonPath::rows( $state, 'contacts' ) as $contact ) {
			$truth[ JsonPath::text( $contact, 'id' ) ] = [ 'live', strtolower( JsonPath::text( $contact, 'Email' ) ), JsonPath::text( $contact, 'Account_Name', 'id' ) ];
		}
		foreach ( JsonPath::rows( $state, 'deleted' ) as $row ) {
			if ( 'Contacts' === JsonPath::text( $row, 'module' ) ) {
				$truth[ JsonPath::text( $row, 'id' ) ] = [ 'recycle' === JsonPath::text( $row, 'kind' ) ? 'in-recycle-bin' : 'permanently-deleted', '', '' ];
			}
		}
		ksort( $truth );
		return $truth;
	}

	/**
	 * @param list<BulkPerson>            $people
	 * @param array<string, list<string>> $known
	 * @return array<string, list<string>>
	 */
	private static function after( array $people, array $known = [] ): array {
		foreach ( $people as $person ) {
			$known[ $person->id ] = [ $person->presence, $person->email, $person->accountId ];
		}
		ksort( $known );
		return $known;
	}

	public function testEverybodyComesOnceByHardlyMoreCallsThanPages(): void {
		$this->control( 'POST', '/state', [ 'do' => 'populate', 'people' => 4_500 ] );
		$this->control( 'DELETE', '/calls' );
		[ $people, $mark, $isWhole ] = $this->pass();
		$truth = $this->truth();
		self::assertSame( $truth, self::after( $people ) );
		self::assertCount( count( $truth ), $people );
		self::assertTrue( $isWhole );
		self::assertNotSame( '', $mark );
		$calls = array_filter( $this->control( 'GET', '/calls' ), static fn ( mixed $call ): bool => 'accounts' !== JsonPath::text( $call, 'host' ) );
		self::assertLessThanOrEqual( 4, count( $calls ), 'three pages of contacts, one of deletions' );
		self::assertSame( [], array_filter( $calls, static fn ( mixed $call ): bool => 'write' === JsonPath::text( $call, 'kind' ) ) );
	}

	public function testTheNextPassBringsOnlyWhatHasChanged(): void {
		$this->control( 'POST', '/state', [ 'do' => 'populate', 'people' => 2_100 ] );
		[ $people, $mark ] = $this->pass();
		$known             = self::after( $people );
		$ids               = array_map( 'strval', array_keys( array_filter( $known, static fn ( array $row ): bool => 'live' === $row[0] ) ) );
		shuffle( $ids );
		$this->control( 'POST', '/state', [ 'do' => 'advance-clock', 'seconds' => 3_600 ] );
		$this->now += 3_600;
		$this->control( 'POST', '/state', [ 'do' => 'delete-contact', 'id' => $ids[0] ] );
		$this->control( 'POST', '/state', [ 'do' => 'purge-contact', 'id' => $ids[0] ] );
		$this->control( 'POST', '/state', [ 'do' => 'delete-contact', 'id' => $ids[1] ] );
		$this->control( 'POST', '/state', [ 'do' => 'unlink-account', 'id' => $ids[2] ] );
		[ $changed, $next, $isWhole ] = $this->pass( $mark );
		self::assertFalse( $isWhole );
		self::assertSame( $this->truth(), self::after( $changed, $known ) );
		self::assertLessThan( 200, count( $changed ) );
		self::assertNotSame( '', $next );

		$this->now += 8 * 86_400;
		self::assertTrue( $this->pass( $next )[2], 'a whole pass comes each week' );
	}

	public function testWhatIsNoCursorBeginsAWholePass(): void {
		foreach ( [ 'x', '{}', '{"part":"contacts","after":"1; drop"}', str_repeat( '[', 5_000 ), '{"part":"contacts","isWhole":false,"after":"0","since":"never","wholeAt":' . PHP_INT_MAX . '}' ] as $cursor ) {
			self::assertTrue( $this->page( $cursor )->isWhole );
		}
	}
}
