<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\JsonPath;
use Causeway\Support\FrozenClock;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Reading everybody of Zoho CRM: the lab's truth after every change, and afterwards only what has changed. */
#[CoversNothing]
final class EverybodyTest extends LabCase {

	private int $now;

	protected function setUp(): void {
		parent::setUp();
		$this->now = time();
	}

	private function page( string $cursor ): BulkPage {
		return $this->connector( new FrozenClock( $this->now ) )->page( $this->connection(), $cursor );
	}

	private function populate( int $people ): void {
		$this->lab->play( [ 'do' => 'populate', 'people' => $people ] );
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
		$state = $this->lab->state();
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
		$this->populate( 4_500 );
		[ $people, $mark, $isWhole ] = $this->pass();
		$truth = $this->truth();
		self::assertSame( $truth, self::after( $people ) );
		self::assertCount( count( $truth ), $people );
		self::assertTrue( $isWhole );
		self::assertNotSame( '', $mark );
		$calls = array_filter( $this->lab->calls(), static fn ( array $call ): bool => 'accounts' !== JsonPath::text( $call, 'host' ) );
		self::assertLessThanOrEqual( 4, count( $calls ), 'three pages of contacts, one of deletions' );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testTheNextPassBringsOnlyWhatHasChanged(): void {
		$this->populate( 2_100 );
		[ $people, $mark ] = $this->pass();
		$known             = self::after( $people );
		$ids               = array_map( 'strval', array_keys( array_filter( $known, static fn ( array $row ): bool => 'live' === $row[0] ) ) );
		shuffle( $ids );
		$this->lab->play( [ 'do' => 'advance-clock', 'seconds' => 3_600 ] );
		$this->now += 3_600;
		$this->lab->play( [ 'do' => 'delete-contact', 'id' => $ids[0] ] );
		$this->lab->play( [ 'do' => 'purge-contact', 'id' => $ids[0] ] );
		$this->lab->play( [ 'do' => 'delete-contact', 'id' => $ids[1] ] );
		$this->lab->play( [ 'do' => 'unlink-account', 'id' => $ids[2] ] );
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
