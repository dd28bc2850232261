<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Storage;

use Causeway\Cases\CaseQuery;
use Causeway\Connector\Subject;
use Causeway\Storage\CatalystTables;
use Causeway\Storage\Database;
use Causeway\Tests\Integration\Cases\CaseRoomTestCase;

final class CatalystTablesTest extends CaseRoomTestCase {

	public function test_without_the_plugin_one_look_answers_for_the_whole_request(): void {
		$tables  = new CatalystTables( new Database( self::wpdb() ) );
		$queries = self::queriesOf(
			static function () use ( $tables ): void {
				self::assertFalse( $tables->isPresent() );
				self::assertNull( $tables->byId( 1 ) );
				self::assertNull( $tables->byUsernameOrEmail( 'x' ) );
				self::assertSame( [], $tables->after( 0, 10 ) );
				self::assertSame( [ '', 0 ], [ $tables->usernameField(), $tables->newestTokenAt() ] );
			}
		);
		self::assertCount( 1, $queries );
	}

	public function test_reads_people_the_mapping_and_the_age_of_the_token_but_no_secret(): void {
		$this->makeTables();
		$tables  = new CatalystTables( new Database( self::wpdb() ) );
		$queries = self::queriesOf(
			static function () use ( $tables ): void {
				self::assertSame(
					[
						'id'       => 7,
						'crmId'    => '5437800000012',
						'username' => 'Mara@Northwind.example',
						'email'    => 'mara@northwind.example',
						'fullName' => 'Mara Lind',
						'status'   => 'active',
					],
					$tables->byUsernameOrEmail( 'mara@northwind.example' )
				);
				self::assertSame( [ 7 ], array_column( $tables->after( 6, 10 ), 'id' ) );
				self::assertSame( 'User_Name', $tables->usernameField() );
				self::assertEqualsWithDelta( time(), $tables->newestTokenAt(), 10 );
			}
		);
		self::assertDoesNotMatchRegularExpression( '/password|condtl|\bdata\b|_token|client_secret|\*/i', implode( "\n", $queries ) );
	}

	public function test_a_portal_person_is_found_by_the_typed_name_although_wordpress_knows_nobody(): void {
		$this->makeTables();
		$this->room = new \Causeway\Tests\Fakes\CaseRoom( self::wpdb() );
		$this->room->connect();
		$this->room->refuse( 0, ' mara@NORTHWIND.example ', true );
		$this->room->work();

		$case = $this->room->desk->list( new CaseQuery() )->cases[0] ?? self::fail();
		self::assertSame( 'portal:7', $case->personKey );
		self::assertSame( 'Mara Lind', $this->room->desk->people( [ $case ] )[ $case->id ]->label );
		$subject = end( $this->room->crm->subjects );
		self::assertInstanceOf( Subject::class, $subject );
		self::assertSame( [ 'mara@northwind.example', 7 ], [ $subject->email, $subject->portalUserId ] );
		self::assertSame( [ '', '5437800000012' ], [ $subject->contactId, $subject->in( 'zoho-crm' )->contactId ], 'an id is used only in the system that it names something in' );
		self::assertSame( $case->id, $this->room->desk->diagnosePerson( 'mara@northwind.example' )->case?->id );
		self::assertCount( 1, $this->room->desk->list( new CaseQuery( search: 'lind' ) )->cases );
	}

	/** Temporary tables: nothing of them is left, and the transaction stays. */
	private function makeTables(): void {
		foreach ( [
				'CREATE TEMPORARY TABLE ccgclientportal_users (id int PRIMARY KEY, crmid varchar(30), fname varchar(150), lname varchar(150), fullname varchar(150), email varchar(100), username varchar(100), password varchar(100), status varchar(10), condtl text)',
				"INSERT INTO ccgclientportal_users VALUES (7, '5437800000012', 'Mara', 'Lind', '', 'mara@northwind.example', 'Mara@Northwind.example', 'plain', 'Active', '{}')",
				'CREATE TEMPORARY TABLE ccgclientportal_options (id int PRIMARY KEY, option_name varchar(150), option_index varchar(100), option_value mediumtext)',
				"INSERT INTO ccgclientportal_options VALUES (1, 'um-settings', 'sctoCRM', '{\"sctoCRMp\":1,\"username\":\"User_Name\"}')",
				'CREATE TEMPORARY TABLE ccgclientportal_auth (id int PRIMARY KEY, access_token varchar(500), create_time datetime NOT NULL DEFAULT CURRENT_TIMESTAMP)',
				"INSERT INTO ccgclientportal_auth (id, access_token) VALUES (1, 'x')",
			] as $statement
		) {
			self::wpdb()->query( $statement );
		}
	}

	protected function tearDown(): void {
		foreach ( [ 'users', 'options', 'auth' ] as $table ) {
			self::wpdb()->query( "DROP TEMPORARY TABLE IF EXISTS ccgclientportal_{$table}" );
		}
		parent::tearDown();
	}
}
