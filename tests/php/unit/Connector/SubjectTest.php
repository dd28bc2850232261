<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector;

use Causeway\Connector\KnownRecord;
use Causeway\Connector\Subject;
use PHPUnit\Framework\TestCase;

final class SubjectTest extends TestCase {

	private static function ofTwoSystems(): Subject {
		return new Subject( 'user:1', 1, 'mara@northwind.example', 'mara', 7, facts: [ 'attempt-at' => '5' ], records: [
			'zoho-crm'   => new KnownRecord( '5437', '99' ),
			'salesforce' => new KnownRecord( '003x', '', 'mara@old.example' ),
		] );
	}

	public function test_each_system_sees_its_own_ids_and_no_other_ones(): void {
		$subject = self::ofTwoSystems();
		self::assertSame( [ '5437', '99' ], [ $subject->in( 'zoho-crm' )->contactId, $subject->in( 'zoho-crm' )->accountId ] );
		self::assertSame( [ '003x', '' ], [ $subject->in( 'salesforce' )->contactId, $subject->in( 'salesforce' )->accountId ] );
		self::assertSame( [ '', '' ], [ $subject->in( 'hubspot' )->contactId, $subject->in( 'hubspot' )->accountId ] );
		self::assertSame( '', $subject->in( 'salesforce' )->in( 'hubspot' )->contactId, 'nor by way of a third one' );
	}

	public function test_a_portals_address_counts_in_the_system_behind_it_only(): void {
		$subject = self::ofTwoSystems();
		self::assertSame( 'mara@old.example', $subject->in( 'salesforce' )->email );
		self::assertSame( 'mara@northwind.example', $subject->in( 'zoho-crm' )->email );
	}

	public function test_everything_else_of_the_person_stays(): void {
		$seen = self::ofTwoSystems()->in( 'zoho-crm' );
		self::assertSame( [ 'user:1', 1, 'mara', 7, [ 'attempt-at' => '5' ] ], [ $seen->personKey, $seen->userId, $seen->loginName, $seen->portalUserId, $seen->facts ] );
	}

	public function test_the_contact_that_is_told_now_goes_before_the_one_that_was_known_and_brings_its_own_account(): void {
		$told = self::ofTwoSystems()->introducedTo( 'zoho-crm', new KnownRecord( '6000', email: 'm@northwind.example' ) );
		self::assertEquals( new KnownRecord( '6000', '', 'm@northwind.example' ), $told->records['zoho-crm'] );
		self::assertEquals( new KnownRecord( '003x', '', 'mara@old.example' ), $told->records['salesforce'] );
		self::assertSame( '5437', self::ofTwoSystems()->introducedTo( 'zoho-crm', new KnownRecord() )->records['zoho-crm']->contactId, 'who knows nothing takes nothing away' );
	}

	public function test_the_account_that_was_known_while_things_worked_is_remembered(): void {
		$told = self::ofTwoSystems()->introducedTo( 'zoho-crm', new KnownRecord( '5437', '100' ) );
		self::assertSame( [ '5437', '99' ], [ $told->in( 'zoho-crm' )->contactId, $told->in( 'zoho-crm' )->accountId ] );
		self::assertSame( '001y', self::ofTwoSystems()->introducedTo( 'salesforce', new KnownRecord( '003x', '001y' ) )->in( 'salesforce' )->accountId );
	}
}
