<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Cases;

use Causeway\Cases\Examination;
use Causeway\Connector\Connection;
use Causeway\Connector\Connector;
use Causeway\Connector\KnownRecord;
use Causeway\Connector\Registry;
use Causeway\Connector\Subject;
use Causeway\Support\Finding;
use Causeway\Support\FrozenClock;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Cases\Doubles\KnowingPortal;
use Causeway\Tests\Unit\Cases\Doubles\NotedConnector;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use PHPUnit\Framework\TestCase;

/** A portal introduces the person to the CRM behind it; an id is asked for only where it names something. */
final class ExaminationTest extends TestCase {

	private const PERSON = 'mara@northwind.example';

	private static function examination( Connector ...$connectors ): Examination {
		$registry    = new Registry();
		$connections = [];
		foreach ( $connectors as $connector ) {
			$registry->add( $connector );
			$connections[] = new Connection( $connector->system(), $connector->system(), [], [], false );
		}
		return new Examination( $registry, new MemoryConnections( ...$connections ), BuiltCatalog::load(), new FrozenClock( 1_790_000_000 ) );
	}

	/** @return array<string, string> `system` → whether its contact exists. */
	private static function answers( Examination $examination, Subject $subject ): array {
		$answers = [];
		foreach ( $examination->facts( $examination->introduced( $subject ), [] )->findings as $finding ) {
			$answers[ $finding->system ] = Truth::Unknown === $finding->truth ? $finding->reason : $finding->truth->value;
		}
		return $answers;
	}

	public function test_the_crm_behind_a_portal_is_asked_for_the_contact_that_the_portal_knows(): void {
		$crm    = new NotedConnector( 'crm', [ 'c-7' ] );
		$portal = new KnowingPortal( 'portal', 'crm', new KnownRecord( 'c-7', 'a-3', 'mara@old.example' ) );

		$answers = self::answers( self::examination( $crm, $portal ), new Subject( 'user:1', 1, self::PERSON ) );
		self::assertSame( 'true', $answers['crm'] );
		self::assertSame( [ 'c-7', 'a-3', 'mara@old.example' ], [ $crm->asked[0]->contactId, $crm->asked[0]->accountId, $crm->asked[0]->email ] );
		self::assertSame( [ '', self::PERSON ], [ $portal->asked[0]->contactId, $portal->asked[0]->email ], 'the portal itself is not asked by the CRM’s id' );
	}

	public function test_without_a_portal_the_same_crm_knows_no_id(): void {
		self::assertSame( [ 'crm' => 'contact-unknown' ], self::answers( self::examination( new NotedConnector( 'crm', [ 'c-7' ] ) ), new Subject( 'user:1', 1, self::PERSON ) ) );
	}

	public function test_an_id_of_one_system_is_never_asked_for_in_another(): void {
		$same    = new NotedConnector( 'crm', [ '4711' ] );
		$other   = new NotedConnector( 'other-crm', [ '4711' ] );
		$subject = new Subject( 'user:1', 1, self::PERSON, records: [ 'crm' => new KnownRecord( '4711' ) ] );
		self::assertSame(
			[
				'other-crm' => 'contact-unknown',
				'crm'       => 'true',
			],
			self::answers( self::examination( $other, $same ), $subject )
		);
	}

	public function test_portals_introduce_first_and_are_asked_before_what_stands_behind_them(): void {
		/** @var \ArrayObject<int, string> $order */
		$order = new \ArrayObject();
		self::answers(
			self::examination( new NotedConnector( 'crm', [], $order ), new KnowingPortal( 'portal', 'crm', new KnownRecord( 'c-7' ), $order ), new NotedConnector( 'wordpress', [], $order ) ),
			new Subject( 'user:1', 1, self::PERSON )
		);
		self::assertSame( [ 'portal introduces', 'wordpress', 'portal', 'crm' ], $order->getArrayCopy() );
	}

	public function test_what_the_portal_says_now_goes_before_an_older_snapshot(): void {
		$crm     = new NotedConnector( 'crm', [ 'c-8' ] );
		$subject = new Subject( 'user:1', 1, self::PERSON, records: [ 'crm' => new KnownRecord( 'c-7', 'a-3' ) ] );
		self::assertSame( 'true', self::answers( self::examination( $crm, new KnowingPortal( 'portal', 'crm', new KnownRecord( 'c-8' ) ) ), $subject )['crm'] );
		self::assertSame( '', $crm->asked[0]->accountId, 'the Account was another contact’s' );
	}

	public function test_a_crm_that_the_portal_does_not_need_is_not_asked_and_nothing_is_missing_there(): void {
		$crm    = new NotedConnector( 'zoho-crm', [ 'c-7' ] );
		$portal = new KnowingPortal( 'portal', 'zoho-crm', new KnownRecord( isNeeded: false ) );
		$found  = array_filter( self::examination( $crm, $portal )->facts( self::examination( $crm, $portal )->introduced( new Subject( 'user:1', 1, self::PERSON ) ), [] )->findings, static fn ( Finding $finding ): bool => 'zoho-crm' === $finding->system );
		self::assertSame( [], $crm->asked );
		self::assertEqualsCanonicalizing( array_keys( BuiltCatalog::load()->system( 'zoho-crm' )->findings ?? [] ), array_map( static fn ( Finding $finding ): string => $finding->key, $found ) );
		self::assertSame( [ 'unknown not-needed' ], array_values( array_unique( array_map( static fn ( Finding $finding ): string => $finding->truth->value . ' ' . $finding->reason, $found ) ) ) );
	}

	public function test_a_portal_that_breaks_its_promise_leaves_what_was_known(): void {
		$crm     = new NotedConnector( 'crm', [ 'c-7' ] );
		$subject = new Subject( 'user:1', 1, self::PERSON, records: [ 'crm' => new KnownRecord( 'c-7' ) ] );
		self::assertSame( 'true', self::answers( self::examination( $crm, new KnowingPortal( 'portal', 'crm', null ) ), $subject )['crm'] );
	}

	public function test_a_portal_without_a_connection_is_not_asked(): void {
		$portal   = new KnowingPortal( 'portal', 'crm', new KnownRecord( 'c-7' ) );
		$registry = new Registry();
		$registry->add( $portal );
		$examination = new Examination( $registry, new MemoryConnections(), BuiltCatalog::load(), new FrozenClock( 1_790_000_000 ) );
		self::assertSame( [], $examination->introduced( new Subject( 'user:1', 1, self::PERSON ) )->records );
	}
}
