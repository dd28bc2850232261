<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Connection;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Crm;
use Causeway\Systems\Magentrix\ErrorWords;
use Causeway\Systems\Magentrix\Links;
use Causeway\Systems\Magentrix\Requests\Moment;
use Causeway\Systems\Magentrix\Requests\OpenSession;
use Causeway\Systems\Magentrix\Requests\PortalContact;
use Causeway\Systems\Magentrix\Requests\PortalUser;
use Causeway\Systems\Magentrix\Spelling;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What Magentrix says, and how it is spoken to, word by word. */
#[CoversNothing]
final class WordsTest extends TestCase {

	/** @return iterable<string, array{int, string, FaultKind|null}> */
	public static function answers(): iterable {
		foreach ( [
			200 => null,
			204 => null,
			302 => FaultKind::Malformed,
			400 => FaultKind::Rejected,
			401 => FaultKind::Unauthorised,
			403 => FaultKind::Forbidden,
			404 => FaultKind::NotFound,
			405 => FaultKind::Unsupported,
			408 => FaultKind::TimedOut,
			429 => FaultKind::RateLimited,
			500 => FaultKind::ServerFault,
			501 => FaultKind::Unsupported,
			503 => FaultKind::ServerFault,
		] as $status => $kind ) {
			yield 'status ' . $status => [ $status, '', $kind ];
		}
		yield 'a refusal with a good status' => [ 200, '{"success":false,"errors":[]}', FaultKind::Rejected ];
		yield 'a refused record among several' => [ 200, '[{"id":"1","success":false,"errors":[]}]', FaultKind::Rejected ];
		yield 'a refusal of version 2' => [ 200, '{"Id":null,"HasError":true,"Errors":[]}', FaultKind::Rejected ];
		yield 'an unknown entity' => [ 400, '{"message":"The entity: \'XZY\' does not exist.","success":false}', FaultKind::Unsupported ];
		yield 'an unknown field of an entity' => [ 400, '{"message":"The field: \'X\' of entity \'User\' does not exist.","success":false}', FaultKind::Rejected ];
		yield 'records' => [ 200, '{"Count":0,"Records":[]}', null ];
	}

	#[DataProvider( 'answers' )]
	public function testEachAnswerIsOneFault( int $status, string $body, ?FaultKind $kind ): void {
		self::assertSame( $kind, ErrorWords::fault( new Response( $status, [], $body ) )?->kind );
	}

	public function testACodeIsKeptAndProseNever(): void {
		foreach ( [
			[ 'errors' => [ [ 'code' => 'REQUIRED_FIELD', 'message' => 'jane@acme.example may not' ] ] ],
			[ [ 'success' => false, 'errors' => [ [ 'code' => 'REQUIRED_FIELD', 'message' => 'jane@acme.example may not' ] ] ] ],
			[ 'Errors' => [ [ 'Code' => 'REQUIRED_FIELD', 'Message' => 'jane@acme.example may not' ] ] ],
		] as $body ) {
			$fault = ErrorWords::fault( new Response( 400, [ 'retry-after' => '30' ], (string) json_encode( $body ) ) );
			self::assertNotNull( $fault );
			self::assertSame( [ 'REQUIRED_FIELD', 30 ], [ $fault->vendorCode, $fault->retryAfterSeconds ] );
			self::assertStringNotContainsString( 'jane', $fault->getMessage() );
		}
		foreach ( [ '<b>x</b>', str_repeat( 'x', 65 ), 'causeway-circuit-open', '' ] as $word ) {
			self::assertSame( '', ErrorWords::fault( new Response( 400, [], (string) json_encode( [ 'errors' => [ [ 'code' => $word ] ] ] ) ) )?->vendorCode );
		}
	}

	public function testARefusedKeyIsToldFromAnOutage(): void {
		foreach ( [ 403 => '{"token":null,"success":false,"errors":[]}', 401 => '', 200 => '{"SessionId":null,"IsSuccess":false}' ] as $status => $body ) {
			self::assertSame( FaultKind::Unauthorised, ErrorWords::noSession( new Response( $status, [], $body ) )?->kind );
		}
		self::assertSame( FaultKind::ServerFault, ErrorWords::noSession( new Response( 503, [], '' ) )?->kind );
		self::assertNull( ErrorWords::noSession( new Response( 200, [], '{"token":"x","success":true}' ) ) );
	}

	/** @return array<string, array{string, string, int}> */
	public static function lives(): array {
		return [
			'as told'                 => [ '2026-05-01T10:00:00.0583347Z', '2026-05-01T12:00:00.0583347Z', 7_200 ],
			'without a zone'          => [ '2026-05-01T10:00:00', '2026-05-01T10:30:00', 1_800 ],
			'with another zone'       => [ '2026-05-01T10:00:00+02:00', '2026-05-01T09:00:00Z', 3_600 ],
			'longer than a day'       => [ '2026-05-01T10:00:00Z', '2027-05-01T10:00:00Z', 86_400 ],
			'no end'                  => [ '2026-05-01T10:00:00Z', '0001-01-01T00:00:00', 900 ],
			'nothing that is a time'  => [ 'today', 'tomorrow', 900 ],
		];
	}

	#[DataProvider( 'lives' )]
	public function testASessionLivesAsLongAsBothItsDatesSay( string $from, string $until, int $seconds ): void {
		$body = [ 'token' => 'abcd1234', 'dateIssued' => $from, 'validUntil' => $until, 'success' => true, 'errors' => [] ];
		self::assertSame( 1_790_000_000 + $seconds, ( new OpenSession( 'https://p.example', 'key' ) )->answer( new Response( 200, [], (string) json_encode( $body ) ), 1_790_000_000 )->expiresAt );
	}

	public function testAKeyIsShownNowhere(): void {
		$question = new OpenSession( 'https://p.example', 'a-secret-key' );
		self::assertStringNotContainsString( 'a-secret-key', (string) json_encode( [ $question->__debugInfo(), $question->request()->__debugInfo() ] ) );
	}

	public function testATextThatCouldEndItselfIsNeverSent(): void {
		foreach ( [ "o'neil@x.example", 'a"b@x.example', 'a\\b@x.example', "a`b", "a\nb", '', str_repeat( 'x', 201 ) ] as $text ) {
			self::assertFalse( Spelling::isPlain( $text ), $text );
		}
		self::assertTrue( Spelling::isPlain( 'jürgen+x@nord-vind.example' ) );
	}

	public function testEachWayToSayIt(): void {
		self::assertSame( 'Email.ToLower() = "a@x.example"', Spelling::LowerDouble->is( 'Email', 'A@x.example' ) );
		self::assertSame( "Email.ToLower().StartsWith('a')", Spelling::LowerSingle->startsWith( 'Email', 'A' ) );
		self::assertSame( 'Email = "A@x.example"', Spelling::ExactDouble->is( 'Email', 'A@x.example' ) );
		self::assertSame( "Id = 'Ab1'", Spelling::LowerSingle->exactly( 'Id', 'Ab1' ) );
	}

	/** @return array<string, array{string, string}> Field → contact. */
	public static function lookups(): array {
		return [
			'as usual'    => [ 'ContactId', 'c-1' ],
			'custom'      => [ 'Contact__c', 'c-1' ],
			'prefixed'    => [ 'Force__ContactId', 'c-1' ],
			'of the CRM'  => [ 'CRMContact__c', 'c-1' ],
			'another one' => [ 'ContactPhone', '' ],
			'a method'    => [ 'PreferredContactMethod', '' ],
		];
	}

	#[DataProvider( 'lookups' )]
	public function testTheLookupFieldIsKnownByItsLook( string $field, string $expected ): void {
		$user = PortalUser::fromRow( [ 'Id' => 'u1', $field => 'c-1' ] );
		self::assertNotNull( $user );
		self::assertSame( '' === $expected ? '' : $field, $user->contactField() );
		self::assertSame( '', PortalUser::fromRow( [ 'Id' => 'u1', 'Contact' => [ 'Id' => 'c-1' ] ] )?->contactField(), 'a relation is no id' );
	}

	public function testTheKindOfLicenceSaysWhoNeedsAContact(): void {
		foreach ( [ 'Employee' => Truth::False, 'Internal Staff' => Truth::False, 'Partner' => Truth::True, 'Customer Community' => Truth::True, 'Guest' => Truth::Unknown, '' => Truth::Unknown ] as $type => $needs ) {
			self::assertSame( $needs, PortalUser::fromRow( [ 'Id' => 'u1', 'UserType' => $type ] )?->needsContact(), $type );
		}
		self::assertSame( Truth::Unknown, PortalUser::fromRow( [ 'Id' => 'u1' ] )?->needsContact() );
	}

	public function testTheCheckBoxIsReadWhateverItsPrefixAndOnlyWhereItIsOne(): void {
		foreach ( [ 'Community_User__c', 'CommunityUser', 'Force__Is_Community_User__c', 'magentrix_community_user' ] as $field ) {
			self::assertSame( Truth::False, PortalContact::fromRow( [ 'Id' => 'c1', $field => false ] )?->isCommunityUser(), $field );
		}
		foreach ( [ [ 'Community_User__c' => 'no' ], [ 'CommunityUserName' => true ], [] ] as $row ) {
			self::assertSame( Truth::Unknown, PortalContact::fromRow( [ 'Id' => 'c1' ] + $row )?->isCommunityUser() );
		}
	}

	public function testAnIdIsOfItsCrmOnly(): void {
		$ids = [ 'salesforce' => '003Wd000001dIfFIAU', 'dynamics-365' => '5a1e0401-7c2d-ef11-9f89-6045bdece801', 'hubspot' => '51700000101' ];
		foreach ( Crm::cases() as $crm ) {
			foreach ( $ids as $system => $id ) {
				self::assertSame( $crm->value === $system, $crm->isId( $id ), "{$crm->value} {$id}" );
			}
			foreach ( [ '', '00300000000001F0001', "003' OR 1=1", '0' ] as $other ) {
				self::assertFalse( $crm->isId( $other ), "{$crm->value} {$other}" );
			}
		}
		self::assertTrue( Crm::Salesforce->isAccountId( '001Wd000001dIfFIAU' ) );
		self::assertFalse( Crm::Salesforce->isAccountId( '003Wd000001dIfFIAU' ) );
	}

	public function testOfSeveralCrmsTheOneWhoseIdsTheLinksHaveStandsBehind(): void {
		$portal = new Connection( 'magentrix', 'magentrix', [], [], false );
		$two    = new MemoryConnections( new Connection( 'a', 'salesforce', [], [], false ), new Connection( 'b', 'hubspot', [], [], false ), new Connection( 'c', 'zoho-crm', [], [], false ) );
		self::assertSame( Crm::HubSpot, Crm::behind( $portal, $two, '51700000101' ) );
		self::assertSame( Crm::Salesforce, Crm::behind( $portal, $two, '003Wd000001dIfFIAU' ) );
		self::assertNull( Crm::behind( $portal, $two, '' ) );
		self::assertNull( Crm::behind( $portal, new MemoryConnections( new Connection( 'c', 'zoho-crm', [], [], false ) ), '51700000101' ) );
	}

	public function testALinkOpensThePortalItself(): void {
		$to = static fn ( string $name, string $url ): string => Links::to( $name, new Connection( 'magentrix', 'magentrix', [ 'portal_url' => $url ], [], false ) );
		foreach ( [ 'users', 'user-layout', 'roles', 'licences', 'crm-objects', 'api-keys', 'portal' ] as $page ) {
			self::assertSame( 'https://partners.acme.example', $to( $page, ' https://Partners.ACME.example/user/login?x=1 ' ) );
		}
		self::assertSame( 'http://127.0.0.1:8080', $to( 'users', 'http://127.0.0.1:8080/' ) );
		foreach ( [ '', 'partners.acme.example', 'javascript:alert(1)', 'https://u:p@acme.example', 'https://acme.example/"><script>' ] as $url ) {
			self::assertSame( '', $to( 'users', $url ), $url );
		}
		self::assertSame( '', $to( 'connection', 'https://partners.acme.example' ) );
	}

	public function testATimeIsReadInEachFormAndNeverMeansTheYearOne(): void {
		self::assertSame( 1_574_371_528, Moment::of( '2019-11-21T21:25:28.0583347Z' ) );
		self::assertSame( 1_574_371_528, Moment::of( '2019-11-21T21:25:28' ) );
		foreach ( [ '0001-01-01T00:00:00', '1970-01-01T00:00:00Z', '', 'yesterday', '2019-11-21' ] as $text ) {
			self::assertSame( 0, Moment::of( $text ), $text );
		}
	}
}
