<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Subject;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoCrm\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The connector against the simulated Zoho CRM over HTTP: its states, its limits, its clock. */
#[CoversNothing]
final class LabTest extends TestCase {

	/** Ids of the lab's org. */
	private const FINE       = '5843104000000412003';
	private const BINNED     = '5843104000000412019';
	private const PURGED     = '5843104000000412034';
	private const MERGED     = '5843104000000412047';
	private const NO_ACCOUNT = '5843104000000412068';

	private CurlTransport $network;

	/** @var array<mixed> */
	private array $lab = [];

	private MemoryTokens $tokens;

	protected function setUp(): void {
		$started = getenv( 'CAUSEWAY_LAB' );
		if ( false === $started || '' === $started ) {
			self::fail( 'The lab is not running: start it with `npm run lab -- --json` and put the line that it prints into CAUSEWAY_LAB, or run the suite by `npm test`.' );
		}
		$lab = json_decode( $started, true );
		self::assertIsArray( $lab, 'CAUSEWAY_LAB is not the JSON that the lab prints.' );
		$this->lab     = is_array( $lab['zoho-crm'] ?? null ) ? $lab['zoho-crm'] : [];
		$this->network = new CurlTransport();
		$this->tokens  = new MemoryTokens();
		$this->control( 'POST', '/state', [] );
		$this->control( 'DELETE', '/faults' );
		$this->control( 'DELETE', '/calls' );
	}

	private function text( string ...$path ): string {
		return JsonPath::text( $this->lab, ...$path );
	}

	/**
	 * @param array<mixed>|null $body
	 * @return array<mixed>
	 */
	private function control( string $method, string $path, ?array $body = null ): array {
		$sent   = null === $body ? '' : ( [] === $body ? '{}' : (string) json_encode( $body ) );
		$answer = $this->network->send( new Request( 'DELETE' === $method ? 'DELETE' : ( 'GET' === $method ? 'GET' : 'POST' ), $this->text( 'control' ) . $path, [], [], $sent ) );
		self::assertSame( 200, $answer->status, $method . ' ' . $path . ': ' . $answer->body );
		return $answer->json();
	}

	/** @param array<string, mixed> ...$orders What somebody does in the CRM's own screens. */
	private function play( array ...$orders ): void {
		$client = [ 'client' => $this->text( 'credentials', 'clientId' ) ];
		foreach ( $orders as $order ) {
			$this->control( 'POST', '/state', in_array( $order['do'] ?? '', [ 'revoke-refresh-token', 'expire-access-tokens', 'drop-scope', 'hide-field', 'deny-right' ], true ) ? $order + $client : $order );
		}
	}

	private function connection( bool $mayWrite = false ): Connection {
		return new Connection(
			'zoho-crm',
			'zoho-crm',
			[
				'data_centre'   => 'custom',
				'api_base'      => $this->text( 'base' ),
				'accounts_base' => $this->text( 'accounts' ),
				'client_id'     => $this->text( 'credentials', 'clientId' ),
			],
			[
				'client_secret' => $this->text( 'credentials', 'clientSecret' ),
				'refresh_token' => $this->text( 'credentials', 'refreshToken' ),
			],
			$mayWrite,
		);
	}

	private function connector( bool $mayPause = false ): Connector {
		$clock = new SystemClock();
		$pause = $mayPause ? new OptionalPause( true ) : new OptionalPause( false );
		$way   = new RetryingTransport( $this->network, $pause, new SystemRandomness(), $clock );
		return new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, new MemoryConnections( $this->connection() ), new SeededPortal(), $pause, $clock ) );
	}

	/** @return array<string, string> Finding → `true`, `false` or `unknown:reason`. */
	private function examine( Subject $subject, bool $mayPause = false ): array {
		$answers = [];
		foreach ( $this->connector( $mayPause )->examine( $subject, $this->connection() ) as $finding ) {
			$answers[ $finding->key ] = Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value;
		}
		$this->assertNothingWasWritten();
		return $answers;
	}

	private function assertNothingWasWritten(): void {
		$calls = $this->control( 'GET', '/calls' );
		self::assertNotSame( [], $calls );
		$writes = array_filter( $calls, static fn ( mixed $call ): bool => 'write' === JsonPath::text( $call, 'kind' ) && 'accounts' !== JsonPath::text( $call, 'host' ) );
		self::assertSame( [], array_values( $writes ), 'a probe never writes' );
	}

	/** @return array<string, array{string, string, list<array<string, mixed>>, array<string, string>}> Contact id, address, what happened before, expectation. */
	public static function states(): array {
		return [
			'everything is well'          => [ self::FINE, 'maya.lindqvist@alderfinch.example', [], [ 'connection.reachable' => 'true', 'connection.authorised' => 'true', 'connection.scopes' => 'true', 'quota.available' => 'true', 'contact.linked' => 'true', 'contact.exists' => 'true', 'contact.email-matches' => 'true', 'contact.has-account' => 'true', 'username-field.exists' => 'true', 'username-field.visible' => 'true', 'username.filled' => 'true' ] ],
			'found by the address alone'  => [ '', 'maya.lindqvist@alderfinch.example', [], [ 'contact.linked' => 'true', 'contact.exists' => 'true', 'contact.has-account' => 'true' ] ],
			'an address with a quote'     => [ '', "sean.o'neil@ember.example", [], [ 'contact.linked' => 'true', 'contact.email-matches' => 'true' ] ],
			'an address that nobody has'  => [ '', 'nobody@ember.example', [], [ 'contact.linked' => 'false', 'contact.exists' => 'false' ] ],
			'in the recycle bin'          => [ self::BINNED, 'tomas.okafor@brightwater.example', [], [ 'contact.exists' => 'false', 'contact.in-recycle-bin' => 'true', 'contact.permanently-deleted' => 'false', 'contact.merged' => 'false', 'contact.has-account' => 'unknown:contact-absent' ] ],
			'deleted for good'            => [ self::PURGED, 'irene.castellano@cormorant.example', [], [ 'contact.exists' => 'false', 'contact.in-recycle-bin' => 'false', 'contact.permanently-deleted' => 'true' ] ],
			'merged'                      => [ self::MERGED, 'jon.petrov@dunes.example', [], [ 'contact.exists' => 'false', 'contact.in-recycle-bin' => 'false', 'contact.merged' => 'true' ] ],
			'no Account'                  => [ self::NO_ACCOUNT, 'priya.raman@brightwater.example', [], [ 'contact.exists' => 'true', 'contact.has-account' => 'false' ] ],
			'no e-mail'                   => [ '5843104000000412073', 'oskar.wind@cormorant.example', [], [ 'contact.has-email' => 'false', 'contact.email-matches' => 'false' ] ],
			'another e-mail'              => [ '5843104000000412125', 'ruth.adeyemi@dunes.example', [], [ 'contact.has-email' => 'true', 'contact.email-matches' => 'false' ] ],
			'user name empty'             => [ '5843104000000412091', 'victor.amari@alderfinch.example', [], [ 'username-field.visible' => 'true', 'username.filled' => 'false' ] ],
			'deleted just now, said 404'  => [ self::FINE, 'maya.lindqvist@alderfinch.example', [ [ 'merge' => true, 'switches' => [ 'absentRecord' => '404' ] ], [ 'do' => 'delete-contact', 'id' => self::FINE ] ], [ 'contact.exists' => 'false', 'contact.in-recycle-bin' => 'true' ] ],
			'deleted just now, said 400'  => [ self::FINE, 'maya.lindqvist@alderfinch.example', [ [ 'merge' => true, 'switches' => [ 'absentRecord' => '400' ] ], [ 'do' => 'delete-contact', 'id' => self::FINE ] ], [ 'contact.exists' => 'false', 'contact.in-recycle-bin' => 'true' ] ],
			'field deleted'               => [ self::FINE, 'maya.lindqvist@alderfinch.example', [ [ 'do' => 'remove-field', 'field' => 'User_Name' ] ], [ 'username-field.mapped' => 'true', 'username-field.exists' => 'false', 'username-field.unused' => 'false', 'contact.has-account' => 'true' ] ],
			'field unused'                => [ self::FINE, 'maya.lindqvist@alderfinch.example', [ [ 'do' => 'unuse-field', 'field' => 'User_Name' ] ], [ 'username-field.exists' => 'true', 'username-field.unused' => 'true' ] ],
			'field hidden'                => [ self::FINE, 'maya.lindqvist@alderfinch.example', [ [ 'do' => 'hide-field', 'field' => 'User_Name' ] ], [ 'username-field.exists' => 'true', 'username-field.visible' => 'false', 'username.filled' => 'unknown:field-hidden' ] ],
			'consent taken back'          => [ self::FINE, '', [ [ 'do' => 'revoke-refresh-token' ] ], [ 'connection.reachable' => 'true', 'connection.authorised' => 'false', 'contact.exists' => 'unknown:unauthorised' ] ],
			'recycle bin not consented'   => [ self::BINNED, '', [ [ 'do' => 'drop-scope', 'scope' => 'ZohoCRM.settings.recycle_bin.READ' ] ], [ 'connection.scopes' => 'false', 'contact.in-recycle-bin' => 'true' ] ],
			'fields not consented'        => [ self::FINE, '', [ [ 'do' => 'drop-scope', 'scope' => 'ZohoCRM.settings.fields.READ' ] ], [ 'connection.scopes' => 'false', 'contact.exists' => 'true', 'username-field.exists' => 'unknown:forbidden' ] ],
			'contacts not allowed'        => [ self::FINE, '', [ [ 'do' => 'deny-right', 'right' => 'contacts.read' ] ], [ 'connection.authorised' => 'true', 'contact.exists' => 'unknown:forbidden', 'contact.has-account' => 'unknown:forbidden' ] ],
		];
	}

	/**
	 * @param list<array<string, mixed>> $before
	 * @param array<string, string>      $expected
	 */
	#[DataProvider( 'states' )]
	public function testEachStateOfTheCrmIsToldApart( string $contactId, string $address, array $before, array $expected ): void {
		$this->play( ...$before );
		$answers = $this->examine( new Subject( 'portal:1', email: $address, contactId: $contactId ) );
		self::assertSame( $expected, array_merge( $expected, array_intersect_key( $answers, $expected ) ) );
	}

	/** @return array<string, array{array<string, mixed>, array<string, string>}> */
	public static function faults(): array {
		return [
			'connection reset'       => [ [ 'host' => 'api', 'then' => 'reset' ], [ 'connection.reachable' => 'false', 'contact.exists' => 'unknown:unreachable' ] ],
			'a sign-in page'         => [ [ 'host' => 'api', 'then' => 'html' ], [ 'connection.reachable' => 'unknown:malformed', 'contact.exists' => 'unknown:malformed' ] ],
			'JSON that breaks off'   => [ [ 'host' => 'api', 'then' => 'malformed' ], [ 'contact.exists' => 'unknown:malformed' ] ],
			'an empty answer'        => [ [ 'host' => 'api', 'then' => 'empty' ], [ 'contact.exists' => 'unknown:malformed' ] ],
			'an answer cut short'    => [ [ 'host' => 'api', 'then' => 'truncated' ], [ 'connection.reachable' => 'false', 'contact.exists' => 'unknown:unreachable' ] ],
			'vendor out of order'    => [ [ 'host' => 'api', 'then' => [ 'status' => 503, 'body' => 'down' ] ], [ 'connection.reachable' => 'false', 'contact.exists' => 'unknown:server-fault' ] ],
			'only contacts fail'     => [ [ 'path' => '/crm/v8/Contacts/', 'then' => 'html' ], [ 'connection.reachable' => 'true', 'contact.exists' => 'unknown:malformed', 'username-field.exists' => 'true' ] ],
			'a stranger’s redirect'  => [ [ 'host' => 'api', 'then' => [ 'status' => 302, 'headers' => [ 'Location' => 'https://login.example/' ] ] ], [ 'contact.exists' => 'unknown:malformed' ] ],
			'accounts host is down'  => [ [ 'host' => 'accounts', 'then' => [ 'status' => 500 ] ], [ 'connection.reachable' => 'false', 'connection.authorised' => 'unknown:server-fault' ] ],
		];
	}

	/**
	 * @param array<string, mixed>  $fault
	 * @param array<string, string> $expected
	 */
	#[DataProvider( 'faults' )]
	public function testWhatCouldNotBeAskedIsUnknown( array $fault, array $expected ): void {
		$this->control( 'POST', '/faults', $fault );
		$answers = $this->examine( new Subject( 'portal:1', contactId: self::FINE ) );
		self::assertSame( $expected, array_merge( $expected, array_intersect_key( $answers, $expected ) ) );
	}

	public function testASilentVendorCostsOneTimeoutAndNoMore(): void {
		$this->control( 'POST', '/faults', [ 'host' => 'api', 'then' => 'hang' ] );
		$before  = hrtime( true );
		$answers = $this->examine( new Subject( 'portal:1', contactId: self::FINE ), true );
		self::assertSame( [ 'false', 'unknown:timed-out' ], [ $answers['connection.reachable'], $answers['contact.exists'] ] );
		self::assertLessThan( 9.0, ( hrtime( true ) - $before ) / 1e9 );
	}

	public function testUsedUpCreditsAreToldFromABusyMoment(): void {
		$this->play( [ 'do' => 'spend-credits', 'leave' => 0 ] );
		$person = new Subject( 'portal:1', contactId: self::FINE );
		self::assertSame( 'unknown:rate-limited', $this->examine( $person )['quota.available'], 'nobody is made to wait' );
		$answers = $this->examine( $person, true );
		self::assertSame( [ 'false', 'unknown:quota-exhausted' ], [ $answers['quota.available'], $answers['contact.exists'] ] );

		$this->play( [ 'do' => 'refill-credits' ] );
		$this->control( 'POST', '/faults', [ 'host' => 'api', 'times' => 1, 'then' => [ 'status' => 429, 'body' => [ 'code' => 'TOO_MANY_REQUESTS', 'details' => [], 'message' => 'busy', 'status' => 'error' ] ] ] );
		$answers = $this->examine( $person, true );
		self::assertSame( [ 'true', 'true' ], [ $answers['quota.available'], $answers['contact.exists'] ] );
	}

	public function testAnExpiredTokenIsRefreshedOnce(): void {
		$person = new Subject( 'portal:1', contactId: self::FINE );
		foreach ( [ 'INVALID_TOKEN', 'AUTHENTICATION_FAILURE' ] as $number => $word ) {
			$this->control(
				'POST',
				'/state',
				[
					'merge'    => true,
					'switches' => [ 'expiredToken' => $word ],
				]
			);
			$this->play( [ 'do' => 'expire-access-tokens' ] );
			self::assertSame( 'true', $this->examine( $person )['contact.exists'], $word );
			self::assertSame( $number + 1, $this->tokens->locks );
		}
	}

	public function testTokensAreNotAskedForAtEveryLook(): void {
		for ( $look = 1; $look <= 15; ++$look ) {
			self::assertSame( 'true', $this->examine( new Subject( 'portal:1', contactId: self::FINE ) )['connection.authorised'] );
		}
		$tokenCalls = array_filter( $this->control( 'GET', '/calls' ), static fn ( mixed $call ): bool => str_contains( JsonPath::text( $call, 'path' ), 'oauth' ) );
		self::assertCount( 1, $tokenCalls );
	}

	public function testARestoredContactIsThereAgainAndRestoringTwiceDoesNothing(): void {
		$person  = new Subject( 'portal:1', email: 'tomas.okafor@brightwater.example', contactId: self::BINNED );
		$action  = $this->connector()->actions()['restore-contact'];
		$writing = $this->connection( true );
		$change  = $action->preview( $person, $writing );
		self::assertSame( [ 'Tomas Okafor', 'in the recycle bin', 'Farah Nordin' ], [ $change->before['Name'], $change->before['State'], $change->before['Deleted by'] ] );
		$this->assertNothingWasWritten();

		$action->apply( $person, $writing, $change );
		$action->apply( $person, $writing, $change );
		$writes = array_filter( $this->control( 'GET', '/calls' ), static fn ( mixed $call ): bool => 'write' === JsonPath::text( $call, 'kind' ) && 'accounts' !== JsonPath::text( $call, 'host' ) );
		self::assertCount( 1, $writes );

		$this->control( 'DELETE', '/calls' );
		$answers = $this->examine( $person );
		self::assertSame( [ 'true', 'false' ], [ $answers['contact.exists'], $answers['contact.in-recycle-bin'] ] );
	}

	public function testARestoreWhoseAnswerGotLostCounts(): void {
		$person  = new Subject( 'portal:1', contactId: self::BINNED );
		$action  = $this->connector()->actions()['restore-contact'];
		$writing = $this->connection( true );
		$change  = $action->preview( $person, $writing );
		$this->control( 'POST', '/faults', [ 'path' => '/actions/restore', 'then' => 'reset', 'performed' => true ] );
		$action->apply( $person, $writing, $change );
		self::assertSame( 'among the contacts', $action->preview( $person, $writing )->before['State'] );
	}

	public function testARestoreThatTheUserMayNotDoIsRefused(): void {
		$person  = new Subject( 'portal:1', contactId: self::BINNED );
		$action  = $this->connector()->actions()['restore-contact'];
		$writing = $this->connection( true );
		$change  = $action->preview( $person, $writing );
		$this->play( [ 'do' => 'deny-right', 'right' => 'recycle_bin.update' ] );
		$this->expectException( ConnectorFault::class );
		$this->expectExceptionMessage( 'may not do this' );
		$action->apply( $person, $writing, $change );
	}
}
