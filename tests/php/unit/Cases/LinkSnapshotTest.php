<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Cases;

use Causeway\Cases\LinkSnapshot;
use Causeway\Cases\People;
use Causeway\Cases\PersonLink;
use Causeway\Cases\PersonMatch;
use Causeway\Cases\SubjectFactory;
use Causeway\Connector\Connection;
use Causeway\Connector\KnownRecord;
use Causeway\Connector\Subject;
use Causeway\Support\FrozenClock;
use Causeway\Support\LoginNameHash;
use Causeway\Tests\Unit\Cases\Doubles\MemoryLinks;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\SeededPeople;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use PHPUnit\Framework\TestCase;

/** What a portal tells of a person is kept, and found again as the id of the right system. */
final class LinkSnapshotTest extends TestCase {

	private MemoryLinks $links;

	private MemoryConnections $connections;

	protected function setUp(): void {
		$this->links       = new MemoryLinks();
		$this->connections = new MemoryConnections( new Connection( 'our-crm', 'salesforce', [], [], false ) );
	}

	private function snapshot(): LinkSnapshot {
		return new LinkSnapshot( new SeededPortal(), new SeededPeople(), $this->links, new LoginNameHash( 'key' ), new FrozenClock( 1_790_000_000 ), $this->connections );
	}

	/** @param list<array{id: int, crmId: string, username: string, email: string, fullName: string, status: string}> $rows */
	private function made( PersonMatch $person, array $rows = [] ): Subject {
		$people = $this->createStub( People::class );
		return ( new SubjectFactory( new SeededPeople(), new SeededPortal( $rows ), $this->links, $people, $this->connections ) )->make( $person );
	}

	public function test_an_introduction_is_kept_under_the_connection_of_its_system(): void {
		$known = new Subject( 'user:1', 1, 'mara@northwind.example', 'mara' );
		$this->snapshot()->keep( $known->introducedTo( 'salesforce', new KnownRecord( '003x', '001y', 'mara@old.example' ) ), $known );

		self::assertCount( 1, $this->links->saved );
		$link = $this->links->saved[0];
		self::assertSame( [ 'our-crm', 1, 0, '003x', '001y', 1_790_000_000 ], [ $link->connection, $link->userId, $link->portalUserId, $link->contactId, $link->accountId, $link->seenAt ] );
		self::assertSame( ( new LoginNameHash( 'key' ) )->of( 'mara@old.example' ), $link->emailHash );
		self::assertEquals( [ 'salesforce' => new KnownRecord( '003x', '001y' ) ], $this->made( new PersonMatch( 'user:1', 1 ) )->records );
	}

	public function test_nothing_is_written_twice_nor_of_a_stranger_nor_for_a_system_without_a_connection(): void {
		$known = new Subject( 'user:1', 1, records: [ 'salesforce' => new KnownRecord( '003x' ) ] );
		$this->snapshot()->keep( $known->introducedTo( 'salesforce', new KnownRecord( '003x' ) ), $known );
		$this->snapshot()->keep( $known->introducedTo( 'hubspot', new KnownRecord( '51' ) ), $known );
		$stranger = new Subject( 'login:abc' );
		$this->snapshot()->keep( $stranger->introducedTo( 'salesforce', new KnownRecord( '003z' ) ), $stranger );
		$nobody = new Subject( 'user:2', 2 );
		$this->snapshot()->keep( $nobody->introducedTo( 'salesforce', new KnownRecord( email: 'x@northwind.example' ) ), $nobody );
		self::assertSame( [], $this->links->saved );
	}

	public function test_the_local_portals_ids_are_those_of_its_own_crm(): void {
		$this->links->save( new PersonLink( LinkSnapshot::PORTAL, 1, 7, '', '', '5000', '', 1 ) );
		$this->links->save( new PersonLink( 'our-crm', 1, 0, '', '', '003x', '', 1 ) );
		$this->links->save( new PersonLink( 'taken-away', 1, 0, '', '', '9', '', 1 ) );
		$row     = [
			'id'       => 7,
			'crmId'    => '5437',
			'username' => 'mara',
			'email'    => 'mara@northwind.example',
			'fullName' => 'Mara',
			'status'   => 'active',
		];
		$subject = $this->made( new PersonMatch( 'user:1', 1, 7 ), [ $row ] );
		self::assertSame( [ '5437', '003x', '', '' ], [ $subject->in( 'zoho-crm' )->contactId, $subject->in( 'salesforce' )->contactId, $subject->in( 'hubspot' )->contactId, $subject->contactId ] );
		self::assertSame( '5000', $this->made( new PersonMatch( 'user:1', 1 ) )->in( 'zoho-crm' )->contactId, 'the snapshot outlives the row' );
	}
}
