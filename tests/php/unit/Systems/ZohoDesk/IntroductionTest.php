<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Cases\Examination;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\KnownRecord;
use Causeway\Connector\Registry;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Support\SystemClock;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoCrm\Connector as Crm;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use Causeway\Tests\Unit\Systems\Lab;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** A person of Zoho Desk with Zoho CRM behind it: both simulated, joined by what Zoho Desk says of its contact. */
#[CoversNothing]
final class IntroductionTest extends LabCase {

	private Lab $crm;

	protected function setUp(): void {
		parent::setUp();
		$this->crm = Lab::of( 'zoho-crm' );
		$this->crm->reset();
		$this->connections = new MemoryConnections( Door::to( $this->lab ), $this->crmConnection() );
	}

	private function crmConnection(): Connection {
		return new Connection(
			'zoho-crm',
			'zoho-crm',
			[
				'data_centre'   => 'custom',
				'api_base'      => $this->crm->text( 'base' ),
				'accounts_base' => $this->crm->text( 'accounts' ),
				'client_id'     => $this->crm->text( 'credentials', 'clientId' ),
			],
			[
				'client_secret' => $this->crm->text( 'credentials', 'clientSecret' ),
				'refresh_token' => $this->crm->text( 'credentials', 'refreshToken' ),
			],
			false,
		);
	}

	private function examination(): Examination {
		$registry = new Registry();
		// The CRM first: the order of the registry must not matter.
		$registry->add( new Crm( new ConnectorTools( new OneTransport( new CurlTransport() ), $this->tokens, $this->connections, new SeededPortal( isPresent: false ), $this->pause, new SystemClock() ) ) );
		$registry->add( $this->connector() );
		return new Examination( $registry, $this->connections, BuiltCatalog::load(), new SystemClock() );
	}

	/** A random live contact of the CRM, and a contact of Zoho Desk that is kept in step with it under another address. */
	private function joined( string $type = 'contacts' ): string {
		$rows = array_values( array_filter( JsonPath::rows( $this->crm->state(), 'contacts' ), static fn ( array $row ): bool => '' !== JsonPath::text( $row, 'Account_Name', 'id' ) && '' !== JsonPath::text( $row, 'Email' ) ) );
		$id   = JsonPath::text( $rows[ random_int( 0, count( $rows ) - 1 ) ], 'id' );
		$this->lab->play(
			[
				'do'     => 'set-contact',
				'id'     => Door::contact( 'fine' ),
				'fields' => [
					'zohoCRMContact' => [
						'id'   => $id,
						'type' => $type,
					],
				],
			]
		);
		return $id;
	}

	/** As this site knows the person: by the address alone. */
	private function known(): Subject {
		return new Subject( 'user:1', 1, 'maren.holt@northwind.example' );
	}

	/** @return array<string, string> `system:finding` → `true`, `false` or `unknown`. */
	private static function answers( Examination $examination, Subject $subject ): array {
		$answers = [];
		foreach ( $examination->facts( $examination->introduced( $subject ), [] )->findings as $finding ) {
			$answers[ $finding->system . ':' . $finding->key ] = $finding->truth->value;
		}
		return $answers;
	}

	public function testTheContactOfTheCrmIsAskedForByItsIdThoughItsAddressIsAnother(): void {
		$id      = $this->joined();
		$subject = $this->examination()->introduced( $this->known() );
		self::assertEquals( [ 'zoho-crm' => new KnownRecord( $id ) ], $subject->records );
		self::assertSame( '', $subject->in( 'zoho-desk' )->contactId, 'an id of the CRM names nothing in Zoho Desk' );
		$answers = self::answers( $this->examination(), $this->known() );
		self::assertSame( [ 'true', 'true', 'true' ], [ $answers['zoho-desk:contact.exists'], $answers['zoho-crm:contact.exists'], $answers['zoho-crm:contact.has-account'] ] );
		self::assertSame( [], $this->lab->writes() );
	}

	public function testADeletedContactOfTheCrmIsFoundThoughOnlyZohoDeskStillKnowsIt(): void {
		$id = $this->joined();
		$this->crm->play(
			[
				'do' => 'delete-contact',
				'id' => $id,
			]
		);
		$examination = $this->examination();
		$first       = ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( $examination->facts( $examination->introduced( $this->known() ), [] ) )->causes[0] ?? null;
		self::assertSame( [ 'zoho-crm/contact-in-recycle-bin', 'certain' ], [ $first?->ref(), $first?->confidence->value ] );
	}

	public function testALeadIsNoContact(): void {
		$this->joined( 'leads' );
		self::assertSame( [], $this->examination()->introduced( $this->known() )->records );
	}

	/** @return array<string, array{string}> */
	public static function brokenIds(): array {
		return [
			'a word'    => [ 'abc' ],
			'a path'    => [ '1/../../org' ],
			'none'      => [ '' ],
		];
	}

	#[DataProvider( 'brokenIds' )]
	public function testWhatIsNoIdIsNotPassedOn( string $id ): void {
		$this->lab->play(
			[
				'do'     => 'set-contact',
				'id'     => Door::contact( 'fine' ),
				'fields' => [
					'zohoCRMContact' => [
						'id'   => $id,
						'type' => 'contacts',
					],
				],
			]
		);
		self::assertSame( [], $this->examination()->introduced( $this->known() )->records );
	}

	public function testThePortalOfThisSiteKeepsItsOwnLink(): void {
		$this->joined();
		$own     = new KnownRecord( '5843104000000412068' );
		$records = [ 'zoho-crm' => $own ];
		self::assertSame( $own, $this->connector()->introduce( new Subject( 'portal:3', 1, $this->known()->email, portalUserId: 3, records: $records ), $this->connection() )->records['zoho-crm'] );
		self::assertSame( [], $this->lab->calls() );
		$remembered = $this->connector()->introduce( new Subject( 'user:1', 1, $this->known()->email, records: $records ), $this->connection() )->records['zoho-crm'];
		self::assertNotSame( $own->contactId, $remembered->contactId, 'what was only remembered gives way' );
	}

	public function testWithoutAConnectionToTheCrmNothingIsAsked(): void {
		$this->joined();
		$this->use();
		self::assertSame( [], $this->connector()->introduce( $this->known(), $this->connection() )->records );
		self::assertSame( [], $this->lab->calls() );
	}

	public function testWhereZohoDeskCannotSayThePersonStaysWhoTheyWere(): void {
		$this->joined();
		$this->lab->fault(
			[
				'host' => 'api',
				'then' => 'reset',
			]
		);
		$subject = $this->known();
		self::assertSame( $subject, $this->connector()->introduce( $subject, $this->connection() ) );
		$this->lab->clearFaults();
		$stranger = new Subject( 'user:2', 2, 'nobody@northwind.example' );
		self::assertSame( $stranger, $this->connector()->introduce( $stranger, $this->connection() ) );
		self::assertSame( Truth::False->value, self::answers( $this->examination(), $stranger )['zoho-crm:contact.linked'] );
	}
}
