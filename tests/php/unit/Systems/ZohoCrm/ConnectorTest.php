<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\Connection;
use Causeway\Connector\Connector as ConnectorInterface;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Subject;
use Causeway\Connector\Transport;
use Causeway\Http\ScriptedTransport;
use Causeway\Support\FrozenClock;
use Causeway\Systems\ZohoCrm\Connector;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\ConnectorContract;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class ConnectorTest extends ConnectorContract {

	private const CONTACT = 'GET /crm/v8/Contacts/' . ScriptedCrm::ID;
	private const BIN     = 'GET /crm/v8/settings/recycle_bin';

	protected static function folder(): string {
		return 'ZohoCrm';
	}

	protected static function isRemote(): bool {
		return true;
	}

	protected function connection(): Connection {
		return ScriptedCrm::connection( self::CANARY );
	}

	protected function subjectIn( string $state ): Subject {
		return match ( $state ) {
			'not found', 'found by the address', 'nobody known', 'two contacts with the address' => new Subject( 'user:1', 1, 'nobody known' === $state ? '' : ScriptedCrm::EMAIL ),
			'not yet linked, typed as a name' => new Subject( 'user:1', 1, '', 'JANE.DOE@acme.example' ),
			default => new Subject( 'user:1', 1, ScriptedCrm::EMAIL, contactId: ScriptedCrm::ID ),
		};
	}

	protected function connectorIn( string $state ): ConnectorInterface {
		$clock = new FrozenClock();
		return self::connector( self::transportIn( $state, $clock ), $clock, new MemoryConnections( $this->connection() ), new RecordingPause( $clock, 'throttled for a visitor' !== $state ) );
	}

	private static function connector( Transport $transport, FrozenClock $clock, MemoryConnections $connections, ?RecordingPause $pause = null, ?MemoryTokens $tokens = null, ?SeededPortal $portal = null ): Connector {
		return new Connector( new ConnectorTools( new OneTransport( $transport ), $tokens ?? new MemoryTokens(), $connections, $portal ?? new SeededPortal(), $pause ?? new RecordingPause( $clock ), $clock ) );
	}

	private static function transportIn( string $state, FrozenClock $clock ): ScriptedTransport {
		$gone = [ self::CONTACT => ScriptedCrm::nothing() ];
		return match ( $state ) {
			'throttled' => self::throttledOnce(),
			'slow' => self::slow( $clock ),
			default => ScriptedCrm::transport( match ( $state ) {
				'found', 'nobody known', 'not found' => [],
				'found by the address', 'not yet linked, typed as a name' => [ 'POST /crm/v8/coql' => ScriptedCrm::contact() ],
				'two contacts with the address' => [
					'POST /crm/v8/coql' => ScriptedCrm::answer( 200, [ 'data' => [ [ 'id' => '1', 'Email' => ScriptedCrm::EMAIL ], [ 'id' => '2', 'Email' => ScriptedCrm::EMAIL ] ] ] ),
				],
				'deleted' => [ ...$gone, self::BIN => ScriptedCrm::deleted( 'recycle_bin' ) ],
				'deleted, said with 404' => [ self::CONTACT => ScriptedCrm::error( 404, 'INVALID_DATA' ), self::BIN => ScriptedCrm::deleted( 'recycle_bin' ) ],
				'deleted, said with 400' => [ self::CONTACT => ScriptedCrm::error( 400, 'INVALID_DATA' ), self::BIN => ScriptedCrm::deleted( 'recycle_bin' ) ],
				'deleted, and the bin is closed to us' => [
					...$gone,
					self::BIN => ScriptedCrm::error( 401, 'OAUTH_SCOPE_MISMATCH' ),
					'GET /crm/v8/Contacts/deleted?type=recycle' => ScriptedCrm::deleted( 'data', [ 'type' => 'recycle' ] ),
				],
				'permanently deleted' => [ ...$gone, 'GET /crm/v8/Contacts/deleted?type=permanent' => ScriptedCrm::deleted( 'data', [ 'type' => 'permanent' ] ) ],
				'gone without a trace' => $gone,
				'merged' => [ ...$gone, 'POST /crm/v8/coql' => ScriptedCrm::contact( [ 'id' => '777', 'Email' => 'other@acme.example', 'Secondary_Email' => ScriptedCrm::EMAIL ] ) ],
				'no account' => [ self::CONTACT => ScriptedCrm::contact( [ 'Account_Name' => null ] ) ],
				'no e-mail' => [ self::CONTACT => ScriptedCrm::contact( [ 'Email' => null ] ) ],
				'another e-mail' => [ self::CONTACT => ScriptedCrm::contact( [ 'Email' => 'not.' . ScriptedCrm::EMAIL ] ) ],
				'user name empty' => [ self::CONTACT => ScriptedCrm::contact( [ 'User_Name' => null ] ) ],
				'field gone' => [ 'GET /crm/v8/settings/fields?module=Contacts&type=unused' => ScriptedCrm::nothing(), 'GET /crm/v8/settings/fields?module=Contacts' => ScriptedCrm::fields( [ 'Email' ] ) ],
				'field unused' => [ 'GET /crm/v8/settings/fields?module=Contacts&type=unused' => ScriptedCrm::fields( [ 'User_Name' ] ), 'GET /crm/v8/settings/fields?module=Contacts' => ScriptedCrm::fields( [ 'Email' ] ) ],
				'field hidden' => [ self::CONTACT . '?fields=User_Name' => ScriptedCrm::answer( 200, [ 'data' => [ [ 'id' => ScriptedCrm::ID ] ] ] ), self::CONTACT . '?fields=Full_Name' => ScriptedCrm::contact() ],
				'bad credential' => [ 'POST /oauth/v2/token' => ScriptedCrm::answer( 200, [ 'error' => 'invalid_code' ] ) ],
				'token refused twice' => [ 'GET /crm/v8/org' => ScriptedCrm::error( 401, 'INVALID_TOKEN' ) ],
				'too many tokens' => [ 'POST /oauth/v2/token' => ScriptedCrm::answer( 200, [ 'error' => 'access_denied' ] ) ],
				'missing scope' => [
					'POST /oauth/v2/token' => ScriptedCrm::token( scopes: 'ZohoCRM.org.READ,ZohoCRM.modules.ALL' ),
					'GET /crm/v8/settings/fields?module=Contacts' => ScriptedCrm::error( 401, 'OAUTH_SCOPE_MISMATCH' ),
				],
				'may not read contacts' => [ self::CONTACT => ScriptedCrm::error( 403, 'NO_PERMISSION' ) ],
				'throttled for a visitor', 'quota gone' => [ 'GET /crm/v8/org' => ScriptedCrm::error( 429, 'TOO_MANY_REQUESTS' ) ],
				'quota gone on the way' => [ self::CONTACT => ScriptedCrm::error( 429, 'TOO_MANY_REQUESTS' ), 'GET /crm/v8/org' => self::goodThenThrottled() ],
				'server fault' => [ 'GET /crm/v8/org' => ScriptedCrm::error( 500, 'INTERNAL_ERROR' ) ],
				'malformed' => [ 'GET /crm/v8/org' => new Response( 200, [], '{"org":[{"zg' ) ],
				'sign-in page instead' => [ 'GET /crm/v8/org' => new Response( 200, [], '<!DOCTYPE html><title>Sign in</title>' ) ],
				'reset' => [ 'GET /crm/v8/org' => new ConnectorFault( FaultKind::Unreachable, 'No connection could be made.' ) ],
				'unknown field in the answer' => [ self::CONTACT => ScriptedCrm::contact( [ 'Brand_New' => [ 'a' => [ 'b' => '<script>alert(1)</script>' ] ], '__proto__' => 1, 'Full_Name' => "Eve\r\nX-Evil: 1 \u{202E}" . str_repeat( 'x', 5_000 ) . self::CANARY ] ) ],
				default => throw new \LogicException( "No script for {$state}." ),
			} ),
		};
	}

	protected static function expectations(): array {
		$healthy = [
			'connection.reachable'        => 'true',
			'connection.authorised'       => 'true',
			'connection.scopes'           => 'true',
			'quota.available'             => 'true',
			'contact.linked'              => 'true',
			'contact.has-email'           => 'true',
			'contact.email-matches'       => 'true',
			'contact.exists'              => 'true',
			'contact.in-recycle-bin'      => 'false',
			'contact.permanently-deleted' => 'false',
			'contact.merged'              => 'false',
			'contact.has-account'         => 'true',
			'username-field.mapped'       => 'true',
			'username-field.exists'       => 'true',
			'username-field.unused'       => 'false',
			'username-field.visible'      => 'true',
			'username.filled'             => 'true',
		];
		$person  = array_filter( array_keys( $healthy ), static fn ( string $key ): bool => str_starts_with( $key, 'contact.' ) || str_starts_with( $key, 'username' ) );
		$after   = static fn ( string $reason ): array => array_fill_keys( $person, 'unknown:' . $reason );
		$deleted = [
			'contact.linked'              => 'true',
			'contact.has-email'           => 'unknown:contact-absent',
			'contact.email-matches'       => 'unknown:contact-absent',
			'contact.exists'              => 'false',
			'contact.in-recycle-bin'      => 'true',
			'contact.permanently-deleted' => 'false',
			'contact.merged'              => 'false',
			'contact.has-account'         => 'unknown:contact-absent',
			'username-field.exists'       => 'true',
			'username-field.visible'      => 'true',
			'username.filled'             => 'unknown:contact-absent',
		];
		$unknown = [
			'contact.has-email'           => 'unknown:contact-unknown',
			'contact.in-recycle-bin'      => 'unknown:contact-unknown',
			'contact.permanently-deleted' => 'unknown:contact-unknown',
			'contact.merged'              => 'unknown:contact-unknown',
			'contact.has-account'         => 'unknown:contact-unknown',
			'username.filled'             => 'unknown:contact-unknown',
		];
		return [
			'found'                                => $healthy,
			'found by the address'                 => $healthy,
			'not yet linked, typed as a name'      => $healthy,
			'unknown field in the answer'          => $healthy,
			'throttled'                            => $healthy,
			'not found'                            => [ 'contact.linked' => 'false', 'contact.exists' => 'false', ...$unknown ],
			'nobody known'                         => [ 'contact.linked' => 'unknown:no-address', 'contact.exists' => 'unknown:contact-unknown', ...$unknown ],
			'two contacts with the address'        => [ 'contact.linked' => 'unknown:ambiguous', 'contact.exists' => 'true', 'contact.has-account' => 'unknown:ambiguous', 'username.filled' => 'unknown:ambiguous' ],
			'deleted'                              => $deleted,
			'deleted, said with 404'               => $deleted,
			'deleted, said with 400'               => $deleted,
			'deleted, and the bin is closed to us' => $deleted,
			'permanently deleted'                  => [ ...$deleted, 'contact.in-recycle-bin' => 'false', 'contact.permanently-deleted' => 'true' ],
			'gone without a trace'                 => [ ...$deleted, 'contact.exists' => 'unknown:not-visible', 'contact.in-recycle-bin' => 'false', 'contact.permanently-deleted' => 'unknown:not-listed' ],
			'merged'                               => [ ...$deleted, 'contact.in-recycle-bin' => 'false', 'contact.merged' => 'true' ],
			'no account'                           => [ ...$healthy, 'contact.has-account' => 'false' ],
			'no e-mail'                            => [ ...$healthy, 'contact.has-email' => 'false', 'contact.email-matches' => 'false' ],
			'another e-mail'                       => [ ...$healthy, 'contact.email-matches' => 'false' ],
			'user name empty'                      => [ ...$healthy, 'username.filled' => 'false' ],
			'field gone'                           => [ ...$healthy, 'username-field.exists' => 'false', 'username-field.visible' => 'unknown:field-absent', 'username.filled' => 'unknown:field-absent' ],
			'field unused'                         => [ ...$healthy, 'username-field.unused' => 'true', 'username-field.visible' => 'unknown:field-unused', 'username.filled' => 'unknown:field-unused' ],
			'field hidden'                         => [ ...$healthy, 'username-field.visible' => 'false', 'username.filled' => 'unknown:field-hidden' ],
			'bad credential'                       => [ 'connection.reachable' => 'true', 'connection.authorised' => 'false', 'connection.scopes' => 'unknown:unauthorised', 'quota.available' => 'unknown:unauthorised', ...$after( 'unauthorised' ) ],
			'token refused twice'                  => [ 'connection.reachable' => 'true', 'connection.authorised' => 'false', 'quota.available' => 'unknown:unauthorised', ...$after( 'unauthorised' ) ],
			'too many tokens'                      => [ 'connection.reachable' => 'true', 'connection.authorised' => 'unknown:rate-limited', 'quota.available' => 'unknown:rate-limited', ...$after( 'rate-limited' ) ],
			'missing scope'                        => [ ...$healthy, 'connection.scopes' => 'false', 'username-field.mapped' => 'unknown:forbidden', 'username-field.exists' => 'unknown:forbidden', 'username-field.unused' => 'unknown:forbidden', 'username-field.visible' => 'unknown:forbidden', 'username.filled' => 'unknown:forbidden' ],
			'may not read contacts'                => [ 'connection.authorised' => 'true', 'contact.linked' => 'unknown:forbidden', 'contact.exists' => 'unknown:forbidden', 'contact.in-recycle-bin' => 'unknown:forbidden', 'contact.has-account' => 'unknown:forbidden', 'username-field.exists' => 'true' ],
			'throttled for a visitor'              => [ 'connection.reachable' => 'true', 'quota.available' => 'unknown:rate-limited', ...$after( 'rate-limited' ) ],
			'quota gone'                           => [ 'connection.reachable' => 'true', 'connection.authorised' => 'true', 'quota.available' => 'false', ...$after( 'quota-exhausted' ) ],
			'quota gone on the way'                => [ 'connection.authorised' => 'true', 'quota.available' => 'false', ...$after( 'quota-exhausted' ) ],
			'server fault'                         => [ 'connection.reachable' => 'false', 'connection.authorised' => 'unknown:server-fault', 'quota.available' => 'unknown:server-fault', ...$after( 'server-fault' ) ],
			'malformed'                            => [ 'connection.reachable' => 'unknown:malformed', 'quota.available' => 'unknown:malformed', ...$after( 'malformed' ) ],
			'sign-in page instead'                 => [ 'connection.reachable' => 'unknown:malformed', ...$after( 'malformed' ) ],
			'reset'                                => [ 'connection.reachable' => 'false', 'quota.available' => 'unknown:unreachable', ...$after( 'unreachable' ) ],
			'slow'                                 => [ 'connection.reachable' => 'true', 'contact.linked' => 'true', 'username-field.exists' => 'unknown:out-of-time' ],
		];
	}

	private static function throttledOnce(): ScriptedTransport {
		return ( new ScriptedTransport() )
			->once( 'POST /oauth/v2/token', ScriptedCrm::token() )
			->once( 'GET /crm/v8/org', ScriptedCrm::error( 429, 'TOO_MANY_REQUESTS' ) )
			->always( 'GET /crm/v8/org', ScriptedCrm::org() )
			->always( self::CONTACT, ScriptedCrm::contact() )
			->always( 'GET /crm/v8/settings/fields?module=Contacts', ScriptedCrm::fields( [ 'Email', 'User_Name' ] ) )
			->always( 'POST /crm/v8/coql', ScriptedCrm::nothing() )
			->always( 'GET /crm/v8/Contacts/deleted', ScriptedCrm::nothing() )
			->always( 'GET /crm/v8/settings/recycle_bin', ScriptedCrm::nothing() );
	}

	/** Every call is answered, after seven seconds. */
	private static function slow( FrozenClock $clock ): ScriptedTransport {
		$late = static fn ( Response $answer ): \Closure => static function () use ( $clock, $answer ): Response {
			$clock->advance( 7 );
			return $answer;
		};
		return ScriptedCrm::transport(
			[
				'POST /oauth/v2/token'                        => $late( ScriptedCrm::token() ),
				'GET /crm/v8/org'                             => $late( ScriptedCrm::org() ),
				self::CONTACT                                 => $late( ScriptedCrm::contact() ),
				'GET /crm/v8/settings/fields?module=Contacts' => $late( ScriptedCrm::fields( [ 'User_Name' ] ) ),
			]
		);
	}

	/** @return \Closure(Request): Response */
	private static function goodThenThrottled(): \Closure {
		$calls = 0;
		return static function () use ( &$calls ): Response {
			return 1 === ++$calls ? ScriptedCrm::org() : ScriptedCrm::error( 429, 'TOO_MANY_REQUESTS' );
		};
	}

	public function testItStopsWhereAnotherOrganisationAnswers(): void {
		$clock      = new FrozenClock();
		$transport  = ScriptedCrm::transport( [ 'GET /crm/v8/org' => ScriptedCrm::org( '666' ) ] );
		$connection = ScriptedCrm::connection( self::CANARY, false, zgid: '20098814732' );
		$findings   = self::connector( $transport, $clock, new MemoryConnections( $connection ) )->examine( $this->subjectIn( 'found' ), $connection );
		foreach ( $findings as $finding ) {
			self::assertSame( 'other-organisation', $finding->reason, $finding->key );
		}
		self::assertCount( 2, $transport->sent(), 'token and organisation, then nothing more' );
	}

	public function testItLearnsWhereTheOrganisationIs(): void {
		$clock       = new FrozenClock();
		$connections = new MemoryConnections( $this->connection() );
		self::connector( ScriptedCrm::transport(), $clock, $connections )->examine( $this->subjectIn( 'found' ), $this->connection() );
		$learnt = $connections->get( 'zoho-crm' );
		self::assertNotNull( $learnt );
		self::assertSame(
			[
				'apiDomain'      => 'https://www.zohoapis.eu',
				'zgid'           => '20098814732',
				'organisation'   => 'Acme',
				'contactsLayout' => '4150868000000091055',
			],
			$learnt->facts
		);

		$connector = self::connector( ScriptedCrm::transport(), $clock, $connections );
		$subject   = new Subject( 'user:1', contactId: ScriptedCrm::ID, accountId: '4150868000001944100' );
		self::assertSame( 'https://crm.zoho.eu/crm/org20098814732/tab/Contacts/' . ScriptedCrm::ID, $connector->link( 'contact', $subject, $learnt ) );
		self::assertSame( 'https://crm.zoho.eu/crm/org20098814732/tab/Accounts/4150868000001944100', $connector->link( 'account', $subject, $learnt ) );
		self::assertSame( 'https://crm.zoho.eu/crm/org20098814732/settings/modules/Contacts/layouts/4150868000000091055', $connector->link( 'contact-layout', $subject, $learnt ) );
		foreach ( [ 'recycle-bin', 'api-usage', 'users', 'profiles' ] as $unproved ) {
			self::assertSame( '', $connector->link( $unproved, $subject, $learnt ), $unproved );
		}
		self::assertSame( '', $connector->link( 'contact', new Subject( 'user:1', contactId: '1/../evil' ), $learnt ) );
	}

	public function testItRemembersWhatIsLeftOfTheCredits(): void {
		$clock       = new FrozenClock();
		$connections = new MemoryConnections( $this->connection() );
		$few         = array_map(
			static fn ( Response $answer ): Response => new Response( $answer->status, [ 'x-api-credits-remaining' => '17' ], $answer->body ),
			[
				'GET /crm/v8/org'                             => ScriptedCrm::org(),
				'POST /crm/v8/coql'                           => ScriptedCrm::nothing(),
				'GET /crm/v8/Contacts/deleted'                => ScriptedCrm::nothing(),
				'GET /crm/v8/settings/recycle_bin'            => ScriptedCrm::nothing(),
				'GET /crm/v8/settings/fields?module=Contacts' => ScriptedCrm::fields( [ 'Email' ] ),
			]
		);
		$conditions  = self::connector( ScriptedCrm::transport( $few ), $clock, $connections )->test( $this->connection() );
		self::assertSame( '17 API credits are left.', $conditions[3]->message );
		$learnt = $connections->get( 'zoho-crm' )?->facts;
		self::assertSame( [ '17', (string) $clock->now() ], [ $learnt['quotaRemaining'] ?? '', $learnt['quotaSeenAt'] ?? '' ] );

		$now = $connections->get( 'zoho-crm' );
		self::assertNotNull( $now );
		self::connector( ScriptedCrm::transport(), $clock, $connections )->test( $now );
		self::assertArrayNotHasKey( 'quotaRemaining', $connections->get( 'zoho-crm' )->facts ?? [], 'silence means that more than half is left' );
	}

	public function testALiveTokenIsUsedAgainAndAStaleOneIsRefreshedOnce(): void {
		$clock     = new FrozenClock();
		$tokens    = new MemoryTokens();
		$seen      = [];
		$issued    = 0;
		$transport = ScriptedCrm::transport(
			[
				'POST /oauth/v2/token' => static function () use ( &$issued ): Response {
					return ScriptedCrm::token( 'token-number-' . ++$issued );
				},
				'GET /crm/v8/org'      => static function ( Request $request ) use ( &$seen ): Response {
					$seen[] = $request->secretHeaders['Authorization'];
					return 'Zoho-oauthtoken token-number-1' === end( $seen ) && count( $seen ) > 1 ? ScriptedCrm::error( 401, 'AUTHENTICATION_FAILURE' ) : ScriptedCrm::org();
				},
			]
		);
		$connector = self::connector( $transport, $clock, new MemoryConnections( $this->connection() ), tokens: $tokens );
		$connector->test( $this->connection() );
		$connector->test( $this->connection() );
		self::assertSame( 2, $issued );
		self::assertSame( [ 'Zoho-oauthtoken token-number-1', 'Zoho-oauthtoken token-number-1', 'Zoho-oauthtoken token-number-2' ], $seen );

		$clock->advance( 3_600 );
		$connector->test( $this->connection() );
		self::assertSame( 3, $issued, 'an expired token is not even tried' );
	}

	public function testATokenThatAnotherProcessGotMeanwhileIsTaken(): void {
		$clock                = new FrozenClock();
		$tokens               = new MemoryTokens();
		$tokens->whileWaiting = static function ( MemoryTokens $cache ) use ( $clock ): void {
			$cache->put( 'zoho-crm', new \Causeway\Connector\AccessToken( 'of-the-other-process', $clock->now() + 3_600, 'https://www.zohoapis.eu' ) );
		};
		$transport            = ScriptedCrm::transport();
		self::connector( $transport, $clock, new MemoryConnections( $this->connection() ), tokens: $tokens )->test( $this->connection() );
		self::assertNotSame( [], $transport->sent() );
		foreach ( $transport->sent() as $sent ) {
			self::assertSame( 'Zoho-oauthtoken of-the-other-process', $sent->secretHeaders['Authorization'] ?? '' );
			self::assertStringStartsWith( 'https://www.zohoapis.eu/', $sent->url );
		}
	}

	/** @return array<string, array{string, string}> */
	public static function addresses(): array {
		return [
			'a plain one is asked by COQL'      => [ 'jane.doe+portal@acme.example', 'POST' ],
			'one with a quote goes to search'   => [ "o'neil@acme.example", 'GET' ],
			'an international one goes to search' => [ 'müller@acme.example', 'GET' ],
		];
	}

	#[DataProvider( 'addresses' )]
	public function testAnAddressNeverLeavesItsPlaceInTheQuery( string $email, string $method ): void {
		$clock     = new FrozenClock();
		$transport = ScriptedCrm::transport();
		self::connector( $transport, $clock, new MemoryConnections( $this->connection() ) )->examine( new Subject( 'user:1', 1, $email ), $this->connection() );
		$asked = $transport->sent()[2];
		self::assertSame( $method, $asked->method );
		self::assertTrue( $asked->idempotent );
		if ( 'GET' === $method ) {
			self::assertStringContainsString( '?email=' . rawurlencode( $email ) . '&', $asked->url );
		} else {
			self::assertSame( [ 'select_query' => "select id, Email, Secondary_Email from Contacts where (Email = '{$email}' or Secondary_Email = '{$email}') limit 0, 10" ], json_decode( $asked->body, true ) );
		}
	}

	public function testAnAddressThatOnlyContainsTheOneAskedForIsSomebodyElse(): void {
		$clock     = new FrozenClock();
		$transport = ScriptedCrm::transport( [ 'GET /crm/v8/Contacts/search' => ScriptedCrm::contact( [ 'Email' => "x.o'neil@acme.example" ] ) ] );
		$findings  = self::connector( $transport, $clock, new MemoryConnections( $this->connection() ) )->examine( new Subject( 'user:1', 1, "o'neil@acme.example" ), $this->connection() );
		self::assertSame( 'false', array_column( array_map( static fn ( \Causeway\Support\Finding $finding ): array => $finding->toArray(), $findings ), 'value', 'finding' )['contact.linked'] );
	}

	public function testABusyMomentIsWaitedForOnceAndNotByAPerson(): void {
		$clock = new FrozenClock();
		$pause = new RecordingPause( $clock );
		self::connector( self::throttledOnce(), $clock, new MemoryConnections( $this->connection() ), $pause )->test( $this->connection() );
		self::assertSame( [ 5.0 ], $pause->waits );
		self::assertGreaterThanOrEqual( 5.0, array_sum( $pause->waits ) );
	}

	public function testEveryCallGoesToTheVendorWithACeilingOfTime(): void {
		$clock     = new FrozenClock();
		$transport = self::slow( $clock );
		self::connector( $transport, $clock, new MemoryConnections( $this->connection() ) )->examine( $this->subjectIn( 'found' ), $this->connection() );
		$timeouts = array_map( static fn ( Request $request ): float => $request->timeoutSeconds, $transport->sent() );
		self::assertSame( [ 8.0, 8.0, 8.0, 4.0 ], $timeouts );
	}

	public function testWithoutASetUpConnectionNothingIsSent(): void {
		$clock     = new FrozenClock();
		$transport = new ScriptedTransport();
		$empty     = new Connection( 'zoho-crm', 'zoho-crm', [], [], false );
		foreach ( self::connector( $transport, $clock, new MemoryConnections( $empty ) )->examine( $this->subjectIn( 'found' ), $empty ) as $finding ) {
			self::assertContains( $finding->truth->value, 'connection.authorised' === $finding->key ? [ 'false' ] : [ 'unknown' ], $finding->key );
		}
		self::assertSame( [], $transport->sent() );
	}
}
