<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Subject;
use Causeway\Http\ScriptedTransport;
use Causeway\Support\FrozenClock;
use Causeway\Systems\ZohoCrm\Connector;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class RestoreContactTest extends TestCase {

	private const RESTORE = 'POST /crm/v8/settings/recycle_bin/actions/restore';
	private const BIN     = 'GET /crm/v8/settings/recycle_bin';
	private const CONTACT = 'GET /crm/v8/Contacts/' . ScriptedCrm::ID;

	private function action( ScriptedTransport $transport ): Action {
		$clock     = new FrozenClock();
		$connector = new Connector( new ConnectorTools( new OneTransport( $transport ), new MemoryTokens(), new MemoryConnections( $this->connection() ), new SeededPortal(), new RecordingPause( $clock ), $clock ) );
		return $connector->actions()['restore-contact'];
	}

	private function connection( bool $mayWrite = true ): Connection {
		return ScriptedCrm::connection( mayWrite: $mayWrite );
	}

	private function subject(): Subject {
		return new Subject( 'user:1', contactId: ScriptedCrm::ID );
	}

	/** @return list<string> */
	private static function writes( ScriptedTransport $transport ): array {
		return array_values( array_map( static fn ( Request $request ): string => $request->body, array_filter( $transport->sent(), static fn ( Request $request ): bool => str_contains( $request->url, '/actions/' ) ) ) );
	}

	private function inBin(): ScriptedTransport {
		return ScriptedCrm::transport(
			[
				self::RESTORE => ScriptedCrm::answer( 200, [ 'recycle_bin' => [ [ 'code' => 'SUCCESS', 'details' => [ 'id' => ScriptedCrm::ID ] ] ] ] ),
				self::BIN     => ScriptedCrm::deleted( 'recycle_bin' ),
				self::CONTACT => ScriptedCrm::nothing(),
			]
		);
	}

	private function previewed(): Change {
		return $this->action( $this->inBin() )->preview( $this->subject(), $this->connection() );
	}

	private function refusal( callable $attempt ): ConnectorFault {
		try {
			$attempt();
		} catch ( ConnectorFault $fault ) {
			return $fault;
		}
		self::fail( 'It was not refused.' );
	}

	public function testThePreviewSaysWhoWasDeletedWhenAndByWhomAndChangesNothing(): void {
		$transport = $this->inBin();
		$change    = $this->action( $transport )->preview( $this->subject(), $this->connection( false ) );
		self::assertSame(
			[
				'Contact'   => ScriptedCrm::ID,
				'Name'      => 'Jane Doe',
				'State'      => 'in the recycle bin',
				'Deleted on' => '2026-01-01 04:30 UTC',
				'Deleted by' => 'Bob Admin',
			],
			$change->before
		);
		self::assertSame( 'among the contacts', $change->after['State'] );
		self::assertFalse( $change->reversible );
		self::assertSame( [], self::writes( $transport ) );
	}

	public function testItRestoresOnceAndNeverSendsAWriteAgainByItself(): void {
		$transport = $this->inBin();
		$this->action( $transport )->apply( $this->subject(), $this->connection(), $this->previewed() );
		self::assertSame( [ '{"ids":["' . ScriptedCrm::ID . '"]}' ], self::writes( $transport ) );
		$write = array_values( array_filter( $transport->sent(), static fn ( Request $request ): bool => str_contains( $request->url, '/actions/' ) ) )[0];
		self::assertFalse( $write->idempotent );
	}

	public function testAScheduledRestoreIsAccepted(): void {
		$transport = ScriptedCrm::transport(
			[
				self::RESTORE => ScriptedCrm::answer( 202, [ 'recycle_bin' => [ [ 'code' => 'SCHEDULED' ] ] ] ),
				self::BIN     => ScriptedCrm::deleted( 'recycle_bin' ),
				self::CONTACT => ScriptedCrm::nothing(),
			]
		);
		$this->action( $transport )->apply( $this->subject(), $this->connection(), $this->previewed() );
		self::assertCount( 1, self::writes( $transport ) );
	}

	public function testAContactThatIsThereAlreadyIsLeftAlone(): void {
		$transport = ScriptedCrm::transport();
		$change    = $this->action( $transport )->preview( $this->subject(), $this->connection() );
		self::assertSame( $change->before, $change->after );
		$this->action( $transport )->apply( $this->subject(), $this->connection(), $this->previewed() );
		self::assertSame( [], self::writes( $transport ) );
	}

	public function testADeletionOtherThanThePreviewedOneIsRefused(): void {
		$transport = ScriptedCrm::transport(
			[
				self::BIN     => ScriptedCrm::deleted( 'recycle_bin', [ 'deleted_time' => '2026-02-02T10:00:00+05:30' ] ),
				self::CONTACT => ScriptedCrm::nothing(),
			]
		);
		$fault     = $this->refusal( fn () => $this->action( $transport )->apply( $this->subject(), $this->connection(), $this->previewed() ) );
		self::assertSame( [ FaultKind::Rejected, 'state-moved' ], [ $fault->kind, $fault->reason() ] );
		self::assertSame( [], self::writes( $transport ) );
	}

	public function testAConnectionThatMayOnlyReadSendsNothing(): void {
		$transport = $this->inBin();
		$fault     = $this->refusal( fn () => $this->action( $transport )->apply( $this->subject(), $this->connection( false ), $this->previewed() ) );
		self::assertSame( 'writing-off', $fault->reason() );
		self::assertSame( [], $transport->sent() );
	}

	/** @return array<string, array{ConnectorFault|Response}> */
	public static function uncertain(): array {
		return [
			'the answer got lost'                 => [ new ConnectorFault( FaultKind::TimedOut, 'No answer came in time.' ) ],
			'somebody was quicker, and it is 400' => [ ScriptedCrm::answer( 400, [ 'code' => 'INVALID_DATA' ] ) ],
			'somebody was quicker, and it is 404' => [ ScriptedCrm::answer( 404, [ 'code' => 'INVALID_DATA' ] ) ],
		];
	}

	#[DataProvider( 'uncertain' )]
	public function testAnUncertainAnswerIsNoFailureWhereTheContactIsBack( ConnectorFault|Response $answer ): void {
		$isBack    = false;
		$transport = ScriptedCrm::transport(
			[
				self::RESTORE => static function () use ( &$isBack, $answer ): Response {
					$isBack = true;
					return $answer instanceof Response ? $answer : throw $answer;
				},
				self::BIN     => ScriptedCrm::deleted( 'recycle_bin' ),
				self::CONTACT => static function () use ( &$isBack ): Response {
					return $isBack ? ScriptedCrm::contact() : ScriptedCrm::nothing();
				},
			]
		);
		$this->action( $transport )->apply( $this->subject(), $this->connection(), $this->previewed() );
		self::assertCount( 1, self::writes( $transport ) );
	}

	public function testARefusedRestoreIsTold(): void {
		$transport = ScriptedCrm::transport(
			[
				self::RESTORE => ScriptedCrm::answer( 400, [ 'recycle_bin' => [ [ 'code' => 'AUTHORIZATION_FAILED' ] ] ] ),
				self::BIN     => ScriptedCrm::deleted( 'recycle_bin' ),
				self::CONTACT => ScriptedCrm::nothing(),
			]
		);
		$fault     = $this->refusal( fn () => $this->action( $transport )->apply( $this->subject(), $this->connection(), $this->previewed() ) );
		self::assertSame( [ FaultKind::Forbidden, 'AUTHORIZATION_FAILED' ], [ $fault->kind, $fault->vendorCode ] );
	}

	public function testAContactThatIsNowhereOrUnknownCannotBePreviewed(): void {
		$nowhere = ScriptedCrm::transport( [ self::CONTACT => ScriptedCrm::nothing() ] );
		self::assertSame( FaultKind::NotFound, $this->refusal( fn () => $this->action( $nowhere )->preview( $this->subject(), $this->connection() ) )->kind );
		$unasked = new ScriptedTransport();
		self::assertSame( 'contact-unknown', $this->refusal( fn () => $this->action( $unasked )->preview( new Subject( 'user:1', contactId: '../../evil' ), $this->connection() ) )->reason() );
		self::assertSame( [], $unasked->sent() );
	}
}
