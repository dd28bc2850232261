<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Http;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Effort;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Quota;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;
use Causeway\Http\BreakerState;
use Causeway\Http\BreakerStore;
use Causeway\Http\BudgetedTransport;
use Causeway\Http\CallSlots;
use Causeway\Http\CircuitBreaker;
use Causeway\Http\CrowdLimit;
use Causeway\Http\RestingTransport;
use Causeway\Http\RetryAfter;
use Causeway\Http\RetryingTransport;
use Causeway\Http\ScriptedTransport;
use Causeway\Http\SystemResolver;
use Causeway\Http\TransportStack;
use Causeway\Support\FrozenClock;
use Causeway\Support\Randomness;
use Causeway\Tests\Unit\Connections\ShelfMeter;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class TransportsTest extends TestCase {

	private const URL = 'https://www.zohoapis.com/x';

	private static function unreachable(): ConnectorFault {
		return new ConnectorFault( FaultKind::Unreachable, 'No connection could be made.' );
	}

	private static function timedOut(): ConnectorFault {
		return new ConnectorFault( FaultKind::TimedOut, 'No answer came in time.' );
	}

	private static function reason( Transport $transport, ?Request $request = null ): string {
		try {
			return (string) $transport->send( $request ?? new Request( 'GET', self::URL ) )->status;
		} catch ( ConnectorFault $fault ) {
			return $fault->reason();
		}
	}

	private static function randomness( string $byte = "\xFF" ): Randomness {
		return new class( $byte ) implements Randomness {

			public function __construct( private readonly string $byte ) {}

			public function bytes( int $length ): string {
				return str_repeat( $this->byte, $length );
			}
		};
	}

	private static function breakers(): BreakerStore {
		return new class() implements BreakerStore {

			/** @var array<string, BreakerState> */
			public array $states = [];

			public function load( string $host ): BreakerState {
				return $this->states[ $host ] ?? new BreakerState();
			}

			public function save( string $host, BreakerState $state ): void {
				$this->states[ $host ] = $state;
			}
		};
	}

	private static function meter( int $calls = 0 ): ShelfMeter {
		return new ShelfMeter( $calls );
	}

	/** Places for calls, of which so many are taken already. */
	private static function slots( int $taken = 0 ): CallSlots {
		return new class( $taken ) implements CallSlots {

			public function __construct( public int $taken ) {}

			public function take( string $connection, int $slots ): ?string {
				return $this->taken < $slots ? 'place ' . ++$this->taken : null;
			}

			public function release( string $place ): void {
				--$this->taken;
			}
		};
	}

	/** @param array<string, string> $facts */
	private static function quota( array $facts = [], string $entered = '', int $now = 1_000_000 ): Quota {
		return Quota::of( new Connection( 'zoho-crm', 'zoho-crm', [ 'daily_calls' => $entered ], [], false, $facts ), $now );
	}

	/** @return array<string, array{list<Response|ConnectorFault>, bool, string, list<float>}> Answers, idempotent, outcome, waits. */
	public static function retries(): array {
		$ok   = new Response( 200, [], '' );
		$down = new Response( 503, [], '' );
		return [
			'a good answer is taken'                     => [ [ $ok ], true, '200', [] ],
			'an outage is tried twice more, ever later'  => [ [ $down, $down, $ok ], true, '200', [ 0.4, 0.8 ] ],
			'and then it is the answer'                  => [ [ $down, $down, $down ], true, '503', [ 0.4, 0.8 ] ],
			'a broken connection is tried again'         => [ [ self::unreachable(), $ok ], true, '200', [ 0.4 ] ],
			'a time-out is not: it cost its time'        => [ [ self::timedOut() ], true, 'timed-out', [] ],
			'what must not happen twice is never sent twice' => [ [ $down ], false, '503', [] ],
			'not even after a broken connection'         => [ [ self::unreachable() ], false, 'unreachable', [] ],
			'a wait that was asked for is kept'          => [ [ new Response( 429, [ 'retry-after' => '3' ], '' ), $ok ], true, '200', [ 3.0 ] ],
			'one that is too long is the caller’s'       => [ [ new Response( 503, [ 'retry-after' => '120' ], '' ) ], true, '503', [] ],
			'a refusal without a time is the caller’s'   => [ [ new Response( 429, [], '' ) ], true, '429', [] ],
			'an error of ours is not repeated'           => [ [ new Response( 400, [], '' ) ], true, '400', [] ],
			'our own refusal is not repeated'            => [ [ new ConnectorFault( FaultKind::Unreachable, '', vendorCode: 'causeway-circuit-open' ) ], true, 'circuit-open', [] ],
		];
	}

	/**
	 * @param list<Response|ConnectorFault> $answers
	 * @param list<float>                   $waits
	 */
	#[DataProvider( 'retries' )]
	public function testRetries( array $answers, bool $isIdempotent, string $outcome, array $waits ): void {
		$script = new ScriptedTransport();
		foreach ( $answers as $answer ) {
			$script->once( 'GET ', $answer );
		}
		$pause = new RecordingPause();
		self::assertSame( $outcome, self::reason( new RetryingTransport( $script, $pause, self::randomness(), new FrozenClock() ), new Request( 'GET', self::URL, idempotent: $isIdempotent ) ) );
		self::assertSame( $waits, $pause->waits );
		self::assertSame( [], $script->unused() );
	}

	public function testJitterIsAnythingDownToNothing(): void {
		$pause = new RecordingPause();
		self::reason( new RetryingTransport( ( new ScriptedTransport() )->always( 'GET ', new Response( 503, [], '' ) ), $pause, self::randomness( "\0" ), new FrozenClock() ) );
		self::assertSame( [ 0.0, 0.0 ], $pause->waits );
	}

	public function testWhereSomebodyWaitsNothingIsRepeated(): void {
		$script = ( new ScriptedTransport() )->always( 'GET ', new Response( 503, [], '' ) );
		self::reason( new RetryingTransport( $script, new RecordingPause( isAllowed: false ), self::randomness(), new FrozenClock() ) );
		self::assertCount( 1, $script->sent() );
	}

	/** @return array<string, array{string, int|null}> */
	public static function retryAfters(): array {
		return [
			'seconds'         => [ '12', 12 ],
			'now'             => [ '0', 0 ],
			'a date'          => [ 'Mon, 21 Sep 2026 13:07:00 GMT', 20 ],
			'a past date'     => [ 'Sun, 06 Nov 1994 08:49:37 GMT', null ],
			'the year 2099'   => [ 'Thu, 01 Jan 2099 00:00:00 GMT', null ],
			'negative'        => [ '-5', null ],
			'longer than day' => [ '999999', null ],
			'words'           => [ 'soon', null ],
			'absent'          => [ '', null ],
		];
	}

	#[DataProvider( 'retryAfters' )]
	public function testRetryAfter( string $header, ?int $seconds ): void {
		$now = (int) gmmktime( 13, 6, 40, 9, 21, 2026 );
		self::assertSame( $seconds, RetryAfter::seconds( $header, $now ) );
	}

	public function testFiveFailuresInARowOpenTheBreakerForAMinute(): void {
		$clock   = new FrozenClock();
		$store   = self::breakers();
		$script  = ( new ScriptedTransport() )->always( 'GET ', self::timedOut() );
		$breaker = new CircuitBreaker( $script, $store, $clock );
		for ( $call = 1; $call <= 5; ++$call ) {
			self::assertSame( 'timed-out', self::reason( $breaker ) );
		}
		self::assertSame( 'circuit-open', self::reason( $breaker ) );
		self::assertSame( 'timed-out', self::reason( $breaker, new Request( 'GET', 'https://other.example/' ) ), 'another host is not held liable' );
		$clock->advance( 59 );
		self::assertSame( 'circuit-open', self::reason( $breaker ) );
		$clock->advance( 1 );
		self::assertSame( 'timed-out', self::reason( $breaker ), 'one trial call' );
		self::assertSame( 'circuit-open', self::reason( $breaker ), 'and no second one' );
		$clock->advance( 60 );

		$well = new CircuitBreaker( ( new ScriptedTransport() )->always( 'GET ', new Response( 500, [], '' ) ), $store, $clock );
		self::assertSame( '500', self::reason( $well ), 'any answer closes it' );
		self::assertSame( '500', self::reason( $well ) );
		self::assertSame( 0, $store->load( 'www.zohoapis.com:443' )->failures );
	}

	public function testWhileATrialCallRunsOthersWait(): void {
		$clock  = new FrozenClock();
		$store  = self::breakers();
		$store->save( 'www.zohoapis.com:443', new BreakerState( 5, $clock->now() - 60 ) );
		$second  = '';
		$breaker = new CircuitBreaker( new ScriptedTransport(), $store, $clock );
		$trial   = new CircuitBreaker(
			( new ScriptedTransport() )->always(
				'GET ',
				static function () use ( $breaker, &$second ): Response {
					$second = self::reason( $breaker );
					return new Response( 200, [], '' );
				}
			),
			$store,
			$clock
		);
		self::assertSame( '200', self::reason( $trial ) );
		self::assertSame( 'circuit-open', $second );
	}

	/** @return array<string, array{int, array<string, string>, string, Effort, string}> Calls today, facts, entered by the admin, effort, outcome. */
	public static function budgets(): array {
		$half  = [ 'quotaLimit' => '10000', 'quotaRemaining' => '5000', 'quotaSeenAt' => '999000' ];
		$tight = [ 'quotaLimit' => '10000', 'quotaRemaining' => '2000', 'quotaSeenAt' => '999000' ];
		$none  = [ 'quotaLimit' => '10000', 'quotaRemaining' => '0', 'quotaSeenAt' => '999000' ];
		$old   = [ 'quotaSeenAt' => '990000' ] + $none;
		return [
			'nothing said, little used'                    => [ 499, [], '', Effort::Urgent, '200' ],
			'nothing said, the default used'               => [ 500, [], '', Effort::Urgent, 'budget-spent' ],
			'a tenth of what the system allows'            => [ 999, $half, '', Effort::Patient, '200' ],
			'no more than a tenth, also for who waits'     => [ 1_000, $half, '', Effort::Urgent, 'budget-spent' ],
			'what the admin entered counts before'         => [ 40, $half, '40', Effort::Urgent, 'budget-spent' ],
			'four fifths used: an audit waits'             => [ 30, $tight, '', Effort::Patient, 'budget-spent' ],
			'four fifths used: who waits is looked after'  => [ 30, $tight, '', Effort::Urgent, '200' ],
			'nothing left: not even for who waits'         => [ 30, $none, '', Effort::Urgent, 'budget-spent' ],
			'nothing left: a few looks are still possible' => [ 24, $none, '', Effort::Urgent, '200' ],
			'but none of an audit'                         => [ 0, $none, '', Effort::Patient, 'budget-spent' ],
			'what was said two hours ago is forgotten'     => [ 30, $old, '', Effort::Patient, '200' ],
		];
	}

	/** @param array<string, string> $facts */
	#[DataProvider( 'budgets' )]
	public function testCausewayIsNeverTheOneWhoUsesUpTheQuota( int $used, array $facts, string $entered, Effort $effort, string $outcome ): void {
		$script = ( new ScriptedTransport() )->always( 'GET ', new Response( 200, [], '' ) );
		self::assertSame( $outcome, self::reason( new BudgetedTransport( $script, self::meter( $used ), 'zoho-crm', self::quota( $facts, $entered ), $effort ) ) );
		self::assertCount( '200' === $outcome ? 1 : 0, $script->sent() );
	}

	public function testAPauseThatTheVendorAsksForHoldsForEveryProcess(): void {
		$clock  = new FrozenClock();
		$store  = self::breakers();
		$script = ( new ScriptedTransport() )
			->once( 'GET ', new Response( 429, [ 'retry-after' => '90' ], '' ) )
			->always( 'GET ', new Response( 200, [], '' ) );
		self::assertSame( '429', self::reason( new RestingTransport( $script, $store, 'zoho-crm', $clock ) ) );
		$clock->advance( 89 );
		self::assertSame( 'asked-to-wait', self::reason( new RestingTransport( $script, $store, 'zoho-crm', $clock ) ) );
		self::assertSame( '200', self::reason( new RestingTransport( $script, $store, 'another', $clock ) ), 'another connection goes on' );
		$clock->advance( 1 );
		self::assertSame( '200', self::reason( new RestingTransport( $script, $store, 'zoho-crm', $clock ) ) );
		self::assertCount( 3, $script->sent() );
	}

	public function testAShortPauseIsLeftToTheRetry(): void {
		$store  = self::breakers();
		$script = ( new ScriptedTransport() )->once( 'GET ', new Response( 429, [ 'retry-after' => '6' ], '' ) )->always( 'GET ', new Response( 200, [], '' ) );
		$way    = new RestingTransport( $script, $store, 'zoho-crm', new FrozenClock() );
		self::assertSame( [ '429', '200' ], [ self::reason( $way ), self::reason( $way ) ] );
	}

	public function testOnlySoManyCallsAreUnderWayAtOnceAndEveryPlaceIsGivenBack(): void {
		$script = ( new ScriptedTransport() )->once( 'GET ', new Response( 200, [], '' ) )->once( 'GET ', new ConnectorFault( FaultKind::TimedOut, 'No answer came in time.' ) )->always( 'GET ', new Response( 200, [], '' ) );
		$slots  = self::slots( CrowdLimit::AT_ONCE - 1 );
		$way    = new CrowdLimit( $script, $slots, 'zoho-crm', new RecordingPause() );
		self::assertSame( [ '200', 'timed-out', '200' ], [ self::reason( $way ), self::reason( $way ), self::reason( $way ) ] );

		$pause = new RecordingPause();
		self::assertSame( 'too-many-at-once', self::reason( new CrowdLimit( $script, self::slots( CrowdLimit::AT_ONCE ), 'zoho-crm', $pause ) ) );
		self::assertLessThanOrEqual( 5.0, array_sum( $pause->waits ), 'background work waits some seconds' );
		$nobody = new RecordingPause( null, false );
		self::assertSame( 'too-many-at-once', self::reason( new CrowdLimit( $script, self::slots( CrowdLimit::AT_ONCE ), 'zoho-crm', $nobody ) ) );
		self::assertSame( [], $nobody->waits, 'a page that somebody looks at does not wait' );
	}

	public function testTheStackCountsEachTryAndGuardsEachHop(): void {
		$clock  = new FrozenClock();
		$meter  = self::meter();
		$script = ( new ScriptedTransport() )
			->once( 'GET /x', new Response( 503, [], '' ) )
			->once( 'GET /x', new Response( 302, [ 'location' => 'http://169.254.169.254/' ], '' ) );
		$stack  = new TransportStack( $script, new SystemResolver(), self::breakers(), $meter, self::slots(), new RecordingPause( $clock ), self::randomness(), $clock, false );
		self::assertSame( 'not-https', self::reason( $stack->forConnection( new Connection( 'zoho-crm', 'zoho-crm', [], [], false ), [ 'zohoapis.com' ] ) ) );
		self::assertSame( 2, $meter->callsToday( 'zoho-crm' ) );
	}

	public function testTheVendorsWordOnWhatIsLeftCountsForAnHour(): void {
		$clock  = new FrozenClock();
		$facts  = [
			'quotaLimit'     => '100000',
			'quotaRemaining' => '0',
			'quotaSeenAt'    => (string) $clock->now(),
		];
		$script = ( new ScriptedTransport() )->always( 'GET ', new Response( 200, [], '' ) );
		$stack  = new TransportStack( $script, new SystemResolver(), self::breakers(), self::meter( 60 ), self::slots(), new RecordingPause( $clock ), self::randomness(), $clock, false );
		$way    = fn (): string => self::reason( $stack->forConnection( new Connection( 'zoho-crm', 'zoho-crm', [], [], false, $facts ), [ 'zohoapis.com' ] ) );
		self::assertSame( 'budget-spent', $way() );
		$clock->advance( 3_601 );
		self::assertSame( '200', $way() );
	}
}
