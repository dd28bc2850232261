<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Support\FrozenClock;
use Causeway\Support\Truth;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** What HubSpot's pages leave open is played either way, and the answers stay right. */
#[CoversNothing]
final class VariantsTest extends LabCase {

	private const DAY = 86_400;

	/** @return array<string, array{string}> */
	public static function waysToReadAMergedContact(): array {
		return [
			'the survivor answers'  => [ 'survivor' ],
			'nobody answers'        => [ 'absent' ],
			'it is listed archived' => [ 'archived' ],
		];
	}

	#[DataProvider( 'waysToReadAMergedContact' )]
	public function testAMergeIsNeverTakenForADeletion( string $way ): void {
		foreach ( [ 'new-record', 'keeps-primary' ] as $kind ) {
			$this->lab->reset();
			$partner = RandomPartner::meet( $this->lab );
			$this->lab->play( Order::switches( mergedRecord: $way, merge: $kind ), Order::of( 'merge-contacts', winner: Northwind::id( 'fine' ), loser: $partner->id ) );
			$answers = $this->examine( $partner->subject() );
			self::assertSame(
				[ 'true', 'false', 'false', 'false', 'false' ],
				[ $answers['contact.merged'], $answers['contact.exists'], $answers['contact.in-recycle-bin'], $answers['contact.permanently-deleted'], $answers['contact.replaced'] ],
				"{$kind}, seed {$partner->seed}"
			);
		}
	}

	public function testTheMergeOfSomebodyElsesNumberDoesNotCount(): void {
		$this->lab->play( Order::switches( mergedRecord: 'absent' ), Order::on( 'fine', 'purge-contact' ) );
		$this->lab->play( Order::of( 'merge-contacts', winner: Northwind::id( 'noAccount' ), loser: Northwind::id( 'moved' ) ) );
		$answers = $this->examine( Northwind::subject( 'fine' ) );
		self::assertSame( [ 'false', 'true' ], [ $answers['contact.merged'], $answers['contact.permanently-deleted'] ] );
	}

	public function testWithoutTheSearchAMergeIsStillKnownByTheAddress(): void {
		$this->lab->play( Order::switches( mergedRecord: 'absent' ) );
		$this->lab->fault(
			[
				'path' => '/search',
				'then' => [
					'status' => 400,
					'body'   => [ 'category' => 'VALIDATION_ERROR' ],
				],
			]
		);
		self::assertSame( 'true', $this->examine( Northwind::subject( 'merged' ) )['contact.merged'] );
		$answers = $this->examine( Northwind::subject( 'replaced' ) );
		self::assertSame( [ 'unknown:rejected', 'true', 'true' ], [ $answers['contact.merged'], $answers['contact.replaced'], $answers['contact.in-recycle-bin'] ], 'what could not be asked is not denied' );
	}

	public function testAnotherRecordThanTheOneAskedForIsNotTakenForADeletedOne(): void {
		$this->lab->fault(
			[
				'path'  => '/contacts/' . Northwind::id( 'purged' ),
				'after' => 1,
				'times' => 1,
				'then'  => [
					'status' => 200,
					'body'   => [
						'id'         => Northwind::id( 'fine' ),
						'properties' => [],
						'archived'   => true,
						'archivedAt' => gmdate( 'Y-m-d\TH:i:s.v\Z' ),
					],
				],
			]
		);
		$answers = $this->examine( Northwind::subject( 'purged' ) );
		self::assertSame( [ 'false', 'true' ], [ $answers['contact.in-recycle-bin'], $answers['contact.permanently-deleted'] ] );
	}

	/** @return array<string, array{string}> */
	public static function waysToReadADeletedAddress(): array {
		return [
			'found'    => [ 'found' ],
			'missed'   => [ 'not-found' ],
			'rejected' => [ 'rejected' ],
		];
	}

	#[DataProvider( 'waysToReadADeletedAddress' )]
	public function testADeletedContactIsFoundByItsAddressWhateverHubSpotTakes( string $way ): void {
		$this->lab->play( Order::switches( archivedByEmail: $way ) );
		$found = $this->findings( Northwind::stranger( 'binned' ) )['contact.in-recycle-bin'];
		self::assertSame( Truth::True, $found->truth );
		self::assertStringContainsString( Northwind::id( 'binned' ), $found->detail );
		self::assertStringContainsString( 'by tidy.admin@northwind.example', $found->detail );
	}

	public function testWithoutAnAuditLogTheRestIsStillTold(): void {
		$this->lab->play(
			[
				'merge'   => true,
				'account' => [ 'isEnterprise' => false ],
			]
		);
		$found = $this->findings( Northwind::subject( 'binned' ) )['contact.in-recycle-bin'];
		self::assertSame( Truth::True, $found->truth );
		self::assertStringNotContainsString( ' by ', $found->detail );
	}

	public function testAfterNinetyDaysItIsGoneForGoodEvenIfItIsStillListed(): void {
		foreach ( [ 'gone', 'listed' ] as $way ) {
			$this->lab->reset();
			$this->lab->play( Order::switches( expiredRecords: $way ), Order::of( 'advance-clock', seconds: 84 * self::DAY ) );
			$clock   = new FrozenClock( time() + 84 * self::DAY );
			$answers = $this->examine( Northwind::subject( 'binned' ), connector: $this->connector( clock: $clock ) );
			self::assertSame( [ 'false', 'true' ], [ $answers['contact.in-recycle-bin'], $answers['contact.permanently-deleted'] ], $way );
		}
	}

	public function testManyDeletionsAreCountedAroundThisOneOnly(): void {
		$this->lab->play(
			Order::noShortLimits(),
			[
				'do'     => 'populate',
				'people' => 900,
				'seed'   => 3,
			]
		);
		self::assertSame( 'false', $this->examine( Northwind::subject( 'binned' ) )['deletions.many'], 'a few a day are not a clean-up' );
		foreach ( [ 'fine', 'noAccount', 'noEmail', 'otherEmail', 'additional', 'moved', 'noUserName', 'pending', 'uninvited', 'inactive' ] as $number => $key ) {
			$this->lab->play( Order::on( $key, 'delete-contact' ) );
			self::assertSame( $number < 9 ? 'false' : 'true', $this->examine( Northwind::subject( 'fine' ) )['deletions.many'], $key );
		}
	}

	public function testWhereMoreWasDeletedThanIsLookedThroughNothingIsClaimed(): void {
		$this->lab->play(
			[
				'do'     => 'populate',
				'people' => 70_000,
				'seed'   => 5,
			],
			Order::switches( archivedByEmail: 'not-found' ),
		);
		// Its number is higher than all others, so it comes last in the list.
		$partner = RandomPartner::meet( $this->lab );
		$this->lab->play( Order::of( 'delete-contact', id: $partner->id ) );
		$answers = $this->examine( new Subject( 'user:1', email: $partner->email ) );
		self::assertSame( [ 'unknown:too-many-deletions', 'unknown:contact-unknown' ], [ $answers['contact.in-recycle-bin'], $answers['contact.permanently-deleted'] ], "seed {$partner->seed}" );
		$byId = $this->examine( $partner->subject() );
		self::assertSame( [ 'true', 'unknown:too-many-deletions' ], [ $byId['contact.in-recycle-bin'], $byId['deletions.many'] ], 'by its number it is found at once' );
	}

	public function testAdditionalAddressesAreFoundBothWays(): void {
		foreach ( [ 'search-only', 'by-email' ] as $way ) {
			$this->lab->play( Order::switches( additionalEmail: $way ) );
			$answers = $this->examine( Northwind::stranger( 'additional' ) );
			self::assertSame( [ 'true', 'false', 'true' ], [ $answers['contact.linked'], $answers['contact.email-matches'], $answers['contact.email-additional'] ], $way );
		}
	}

	public function testCaseOfAnAddressNeverCounts(): void {
		foreach ( [ 'insensitive', 'exact' ] as $way ) {
			$this->lab->play( Order::switches( emailCase: $way ) );
			self::assertSame( 'true', $this->examine( new Subject( 'user:1', email: 'Clara.BERG@Northwind.Example' ) )['contact.email-matches'], $way );
		}
	}

	public function testASearchThatIsLateDoesNotMakeAnybodyDisappear(): void {
		$this->lab->play( Order::switches( searchLagSeconds: 3_600 ), Order::on( 'fine', 'set-email', email: 'brand.new@northwind.example' ) );
		self::assertSame( 'true', $this->examine( new Subject( 'user:1', email: 'brand.new@northwind.example' ) )['contact.exists'], 'an address is read live first' );
	}

	public function testIdsOfCompaniesComeAsTextOrNumber(): void {
		foreach ( [ 'text', 'number' ] as $way ) {
			$this->lab->play( Order::switches( toObjectId: $way ) );
			self::assertSame( 'true', $this->examine( Northwind::subject( 'fine', Northwind::NORTHWIND ) )['contact.account-unchanged'], $way );
		}
	}

	public function testADeletedCompanyIsNone(): void {
		$this->lab->play( Order::of( 'delete-company', id: Northwind::NORTHWIND ) );
		self::assertSame( 'false', $this->examine( Northwind::subject( 'fine', Northwind::NORTHWIND ) )['contact.has-account'] );
	}

	public function testUnknownPropertiesAreLeftOutOrRefusedAndTheMembershipIsReadAllTheSame(): void {
		foreach ( [ 'left-out', 'rejected' ] as $way ) {
			$this->lab->play( Order::switches( unknownProperty: $way ) );
			$answers = $this->examine( Northwind::subject( 'pending' ), $this->members() );
			self::assertSame( [ 'true', 'false', 'unknown:not-said', 'unknown:not-said' ], [ $answers['user.invited'], $answers['user.confirmed'], $answers['user.active'], $answers['user.email-matches'] ], $way );
		}
		$this->lab->play( Order::of( 'purge-property', name: 'hs_content_membership_registered_at' ) );
		$answers = $this->examine( Northwind::subject( 'pending' ), $this->members() );
		self::assertSame( [ 'unknown:field-absent', 'true', 'true' ], [ $answers['user.confirmed'], $answers['contact.exists'], $answers['portal-field.filled'] ] );
	}

	public function testARefusalWithoutANameIsSettledByTheUsage(): void {
		foreach ( [
			'answered' => [ 'false', 'unknown:quota-exhausted' ],
			'refused'  => [ 'false', 'unknown:quota-exhausted' ],
		] as $way => $expected ) {
			$this->lab->reset();
			$this->lab->play( Order::switches( dailyPolicy: 'none', usageWhenSpent: $way ), Order::of( 'spend-calls', leave: 0 ) );
			$answers = $this->examine( Northwind::subject( 'fine' ) );
			self::assertSame( $expected, [ $answers['quota.available'], $answers['contact.exists'] ], $way );
		}
	}

	public function testTheEndOfTheDayIsTold(): void {
		$this->lab->play( Order::of( 'spend-calls', leave: 0 ) );
		self::assertMatchesRegularExpression( '/start anew at \d{4}-\d\d-\d\d \d\d:\d\d UTC/', $this->findings( Northwind::subject( 'fine' ) )['quota.available']->detail );
		$this->lab->play( Order::of( 'refill-calls' ), Order::of( 'spend-calls', leave: 3 ) );
		$answers = $this->examine( Northwind::subject( 'fine' ) );
		self::assertSame( 'unknown:quota-exhausted', $answers['contact.has-account'], 'the calls ran out on the way' );
		self::assertSame( 'false', $answers['quota.available'] );
	}

	public function testABusyMomentIsWaitedOutWhereNobodyWaits(): void {
		foreach ( [ 'TEN_SECONDLY_ROLLING', 'SECONDLY', '' ] as $policy ) {
			$this->lab->reset();
			$this->lab->fault( [ 'times' => 1 ] + Order::refusal( $policy, '/account-info/v3/details' ) );
			$pause   = new RecordingPause();
			$answers = $this->examine( Northwind::subject( 'fine' ), connector: $this->connector( pause: $pause ) );
			self::assertSame( [ 'true', 'true' ], [ $answers['quota.available'], $answers['contact.exists'] ], $policy );
			self::assertSame( [ 10.0 ], $pause->waits, $policy );
		}
	}

	public function testABusyMomentOnTheWayIsWaitedOutToo(): void {
		$this->lab->fault( [ 'times' => 1 ] + Order::refusal( 'SECONDLY', '/objects/contacts/' ) );
		$pause   = new RecordingPause();
		$answers = $this->examine( Northwind::subject( 'fine' ), connector: $this->connector( pause: $pause ) );
		self::assertSame( [ 'true', 'true', [ 10.0 ] ], [ $answers['contact.exists'], $answers['contact.has-account'], $pause->waits ] );
	}

	public function testAnUnnamedLimitIsNeverTakenForTheDayAtOnce(): void {
		$this->lab->fault( Order::refusal( '', '/crm/' ), Order::refusal( '', '/account-info/' ) );
		self::assertSame( 'unknown:rate-limited', $this->examine( Northwind::subject( 'fine' ) )['quota.available'] );
		self::assertSame( 'false', $this->examine( Northwind::subject( 'fine' ), connector: $this->connector( pause: new RecordingPause() ) )['quota.available'], 'ten seconds later it still refuses' );
	}

	public function testAnotherAccountThanBeforeStopsEverything(): void {
		$door    = new Connection( 'hubspot', 'hubspot', $this->door()->fields, $this->door()->secrets, false, [ 'portalId' => '999' ] );
		$answers = $this->examine( Northwind::subject( 'fine' ), $door );
		self::assertSame( [ 'unknown:other-organisation', 'unknown:other-organisation' ], [ $answers['connection.reachable'], $answers['contact.exists'] ] );
	}

	public function testAHealthyPersonCostsFiveCalls(): void {
		$this->examine( Northwind::subject( 'fine' ) );
		self::assertSame(
			[
				'GET /account-info/v3/details',
				'GET /crm/v3/objects/contacts',
				'GET /crm/v3/objects/contacts/' . Northwind::id( 'fine' ),
				'GET /crm/v4/objects/contacts/' . Northwind::id( 'fine' ) . '/associations/companies',
				'GET /crm/v3/properties/contacts/portal_user_name',
			],
			$this->paths()
		);
	}
}
