<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Cases\Examination;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\Connector;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\KnownRecord;
use Causeway\Connector\Registry;
use Causeway\Connector\Request;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Diagnosis;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RankedCause;
use Causeway\Diagnosis\RuleInterpreter;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Systems\Dynamics365\Connector as Dynamics365;
use Causeway\Systems\Magentrix\Connector as Magentrix;
use Causeway\Systems\Salesforce\Connector as Salesforce;
use Causeway\Tests\Unit\Cases\Doubles\NotedConnector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use Causeway\Tests\Unit\Systems\Dynamics365\Northwind;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\Reached;
use Causeway\Tests\Unit\Systems\Salesforce\Cast;
use Causeway\Tests\Unit\Systems\Salesforce\Doors;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * A portal and the CRM behind it, both simulated: what Magentrix knows of the user is joined with what Dynamics 365 knows of the contact.
 *
 * The person's address in the portal is one that Dynamics 365 has never heard of, so only the id that the portal knows finds the contact.
 */
#[CoversNothing]
final class JoinTest extends TestCase {

	private const EMAIL = 'portal.only@harbourline.example';

	private const USER = '005000000000Jn10001';

	private Lab $portal;

	private Lab $crm;

	private MemoryConnections $connections;

	protected function setUp(): void {
		$this->portal = Lab::of( 'magentrix' );
		$this->crm    = Lab::of( 'dynamics-365' );
		$this->portal->reset();
		$this->crm->reset();
		$this->connections = new MemoryConnections( People::connection( $this->portal ), Northwind::connection( $this->crm, true, [ 'logins' => 'elsewhere' ] ) );
	}

	/**
	 * Makes the portal's user, linked to a contact of Dynamics 365, of which the portal has a copy or not.
	 *
	 * @param string $contact Key of the contact; '' for none.
	 */
	private function register( string $contact, bool $hasCopy, string $type = 'Partner', int $changedAt = 1_780_000_000_000 ): Subject {
		return $this->link( '' === $contact ? null : Northwind::id( $contact ), $hasCopy, $type, $changedAt );
	}

	private function link( ?string $id, bool $hasCopy, string $type = 'Partner', int $changedAt = 1_780_000_000_000 ): Subject {
		$this->portal->play(
			[
				'merge' => true,
				'users' => [
					[
						'id'            => self::USER,
						'firstname'     => 'Per',
						'lastname'      => 'Tal',
						'username'      => self::EMAIL,
						'email'         => self::EMAIL,
						'isActive'      => true,
						'deactivatedAt' => null,
						'lastLoginAt'   => 1_780_000_000_000,
						'roleId'        => 'role1',
						'type'          => $type,
						'contactId'     => $id,
						'modifiedAt'    => $changedAt,
					],
				],
			]
		);
		if ( $hasCopy && null !== $id ) {
			$copy = [
				'id'            => $id,
				'firstname'     => 'Per',
				'lastname'      => 'Tal',
				'email'         => self::EMAIL,
				'accountId'     => Northwind::ALDER,
				'communityUser' => true,
				'isDeleted'     => false,
				'modifiedAt'    => 1_780_000_000_000,
			];
			$this->portal->play(
				[
					'merge'       => true,
					'crmContacts' => [ $copy ],
					'contacts'    => [ $copy ],
				]
			);
		}
		return new Subject( 'user:1', 1, self::EMAIL );
	}

	private function tools(): ConnectorTools {
		$clock = new SystemClock();
		$pause = new OptionalPause( false );
		$way   = new RetryingTransport( new CurlTransport( 2.0 ), $pause, new SystemRandomness(), $clock );
		return new ConnectorTools( new OneTransport( $way ), new MemoryTokens(), $this->connections, new SeededPortal(), $pause, $clock );
	}

	private function examination( Connector ...$others ): Examination {
		$registry = new Registry();
		foreach ( [ new Dynamics365( $this->tools() ), new Salesforce( $this->tools() ), new Magentrix( $this->tools() ), ...$others ] as $connector ) {
			$registry->add( $connector );
		}
		return new Examination( $registry, $this->connections, BuiltCatalog::load(), new SystemClock() );
	}

	private function facts( Subject $subject, string ...$symptoms ): Facts {
		$examination = $this->examination();
		$before      = [ $this->portal->writes(), $this->crm->writes() ];
		$facts       = $examination->facts( $examination->introduced( $subject ), array_values( $symptoms ) );
		self::assertSame( $before, [ $this->portal->writes(), $this->crm->writes() ], 'a probe never writes' );
		return $facts;
	}

	private function diagnose( Subject $subject ): Diagnosis {
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( $this->facts( $subject, 'magentrix:account-may-be-disabled' ) );
	}

	/** @return array{string, string} The first cause and its confidence. */
	private function first( Subject $subject ): array {
		$first = $this->diagnose( $subject )->causes[0] ?? null;
		return [ $first?->ref() ?? '', $first->confidence->value ?? '' ];
	}

	public function testTheCrmTellsWhatBecameOfTheContactThatThePortalLost(): void {
		self::assertSame( [ 'dynamics-365/contact-in-recycle-bin', 'certain' ], $this->first( $this->register( 'binned', false ) ) );
		self::assertSame( [ 'dynamics-365/contact-permanently-deleted', 'certain' ], $this->first( $this->register( 'purged', false ) ) );
	}

	public function testWithoutThePortalsWordTheSamePersonIsUnknownToTheCrm(): void {
		$subject  = $this->register( 'binned', false );
		$findings = $this->examination()->facts( $subject, [] )->findings;
		foreach ( $findings as $finding ) {
			if ( 'dynamics-365' === $finding->system && 'contact.in-recycle-bin' === $finding->key ) {
				self::assertNotSame( Truth::True, $finding->truth );
			}
		}
	}

	public function testAContactThatTheCrmHasAndThePortalHasNotIsNoDeletedOne(): void {
		$subject = $this->register( 'fine', false );
		$first = $this->diagnose( $subject )->causes[0] ?? null;
		Reached::note( $this, 'magentrix/schema-stale', $first );
		self::assertSame( [ 'magentrix/schema-stale', 'likely' ], [ $first?->ref(), $first?->confidence->value ] );
		$this->register( 'fine', false, changedAt: 1_000 * time() );
		self::assertSame( [ 'magentrix/sync-under-way', 'likely' ], $this->first( $subject ) );
	}

	public function testBeforeSalesforceItIsTheSame(): void {
		$salesforce = Lab::of( 'salesforce' );
		$salesforce->reset();
		// Dynamics 365 is connected as well: the form of the contact's id says that it does not stand behind this portal.
		$this->connections = new MemoryConnections( People::connection( $this->portal ), Northwind::connection( $this->crm, fields: [ 'logins' => 'elsewhere' ] ), Doors::portal( $salesforce ) );
		self::assertSame( [ 'salesforce/contact-in-recycle-bin', 'certain' ], $this->first( $this->link( Cast::Binned->contactId(), false ) ) );
		$this->connections->delete( 'dynamics-365' );
		$refs = array_map( static fn ( RankedCause $cause ): string => $cause->ref(), $this->diagnose( $this->link( Cast::Fine->contactId(), false ) )->causes );
		// The two addresses differ as well, which the CRM is certain of.
		self::assertSame( [ 'salesforce/contact-email-differs', 'magentrix/schema-stale' ], array_slice( $refs, 0, 2 ) );
		self::assertSame( [], $salesforce->writes() );
	}

	public function testAUserWithoutALinkIsTheFirstThingToMendWhateverTheCrmSays(): void {
		self::assertSame( 'magentrix/user-without-contact', $this->first( $this->register( '', false ) )[0] );
	}

	public function testWhereBothSidesAreInOrderNobodyIsAccused(): void {
		$exists = [];
		foreach ( $this->facts( $this->register( 'fine', true ) )->findings as $finding ) {
			if ( 'contact.exists' === $finding->key ) {
				$exists[ $finding->system ] = $finding->truth;
			}
		}
		self::assertSame(
			[
				'magentrix'    => Truth::True,
				'dynamics-365' => Truth::True,
			],
			$exists
		);
		self::assertSame( 'in', $this->portalSays( 'try-login' )['outcome'] ?? '' );
	}

	public function testAColleagueIsNotMissedInTheCrm(): void {
		$diagnosis = $this->diagnose( $this->register( '', false, 'Employee' ) );
		self::assertSame( 'magentrix/employee-user-refused', ( $diagnosis->causes[0] ?? null )?->ref() );
		$asked = array_filter( $this->crm->calls(), static fn ( array $call ): bool => str_contains( (string) json_encode( $call ), 'contacts' ) );
		self::assertSame( [], $asked, 'nobody looks for a contact that is not needed' );
	}

	public function testTheContactIsRestoredByTheIdThatThePortalKnowsAndProvedOnBothSides(): void {
		$subject     = $this->register( 'binned', true );
		$id          = Northwind::id( 'binned' );
		$examination = $this->examination();
		$this->portal->play(
			[
				'do' => 'delete-contact',
				'id' => $id,
			],
			[ 'do' => 'synchronise-now' ]
		);
		self::assertSame( 'dynamics-365/contact-in-recycle-bin', $this->first( $subject )[0] );

		$crm    = $this->connections->get( 'dynamics-365' ) ?? throw new \LogicException( 'It is there.' );
		$action = ( new Dynamics365( $this->tools() ) )->actions()['restore-contact'];
		$change = $action->preview( $examination->introduced( $subject )->in( 'dynamics-365' ), $crm );
		self::assertInstanceOf( Change::class, $change );
		$action->apply( $examination->introduced( $subject )->in( 'dynamics-365' ), $crm, $change );
		$holds = fn ( string $system, string $cause ): Truth => ( new RuleInterpreter() )->evaluate( BuiltCatalog::load()->cause( $system, $cause )->verification ?? throw new \LogicException( 'There is such a cause.' ), $system, $this->facts( $subject ) )->truth;
		self::assertSame( Truth::True, $holds( 'dynamics-365', 'contact-in-recycle-bin' ) );
		self::assertSame( Truth::False, $holds( 'magentrix', 'portal-contact-missing' ), 'the portal has not heard of it yet' );
		$this->portal->play(
			[
				'do' => 'restore-contact',
				'id' => $id,
			],
			[
				'do'      => 'advance-clock',
				'seconds' => 600,
			]
		);
		self::assertSame( Truth::True, $holds( 'magentrix', 'portal-contact-missing' ) );
		self::assertSame( 'in', $this->portalSays( 'try-login' )['outcome'] ?? '' );
	}

	public function testWhatThePortalKnowsGoesIntoTheCrmsRecordOnly(): void {
		$subject = $this->examination()->introduced( $this->register( 'fine', true ) );
		self::assertEquals( [ 'dynamics-365' => new KnownRecord( Northwind::id( 'fine' ), Northwind::ALDER, self::EMAIL ) ], $subject->records );
		self::assertSame( [ '', '' ], [ $subject->in( 'magentrix' )->contactId, $subject->in( 'salesforce' )->contactId ] );
	}

	/** @return array<string, array{string, string|null}> What the connection says of the CRM, which others are connected, and who gets the id. */
	public static function crms(): array {
		return [
			'found by itself'            => [ 'auto', 'dynamics-365' ],
			'named'                      => [ 'dynamics-365', 'dynamics-365' ],
			'another one is named'       => [ 'salesforce', 'salesforce' ],
			'none: contacts of its own'  => [ 'none', null ],
		];
	}

	#[DataProvider( 'crms' )]
	public function testTheConnectionSaysWhichCrmStandsBehindIt( string $named, ?string $expected ): void {
		$this->connections = new MemoryConnections( People::connection( $this->portal, fields: [ 'crm' => $named ] ), Northwind::connection( $this->crm ), new Connection( 'our-hub', 'hubspot', [], [], false ) );
		$records           = $this->examination( new NotedConnector( 'hubspot' ) )->introduced( $this->register( 'fine', true ) )->records;
		self::assertSame( null === $expected ? [] : [ $expected ], array_keys( $records ) );
		// An id of another form than the CRM's own is no id there.
		self::assertSame( 'dynamics-365' === $expected ? Northwind::id( 'fine' ) : '', $records[ $expected ?? '' ]->contactId ?? '' );
	}

	public function testAPortalThatDoesNotAnswerLeavesThePersonAsKnown(): void {
		$subject = new Subject( 'user:1', 1, self::EMAIL, records: [ 'dynamics-365' => new KnownRecord( Northwind::id( 'binned' ) ) ] );
		foreach ( [ 'reset', 'malformed', 'html', [ 'status' => 503 ], [ 'status' => 403 ] ] as $then ) {
			$this->portal->reset();
			$this->portal->fault( [ 'then' => $then ] );
			self::assertSame( 'dynamics-365/contact-in-recycle-bin', $this->first( $subject )[0] );
		}
	}

	/** @return array<mixed> */
	private function portalSays( string $verb ): array {
		return ( new CurlTransport() )->send( new Request( 'POST', $this->portal->text( 'control' ) . '/state', [], [], (string) json_encode( [ 'do' => $verb, 'id' => self::USER ] ) ) )->json();
	}
}
