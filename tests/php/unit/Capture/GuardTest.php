<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\Fuse;
use Causeway\Capture\Guard;
use Causeway\Support\FrozenClock;
use Error;
use LogicException;

final class GuardTest extends CaptureTestCase {

	private FrozenClock $clock;

	private RememberedFuse $store;

	protected function setUp(): void {
		parent::setUp();
		$this->clock = new FrozenClock();
		$this->store = new RememberedFuse();
	}

	private function guard(): Guard {
		return new Guard( fn (): Fuse => new Fuse( $this->store, $this->clock ) );
	}

	public function testAFilterThatThrowsGivesBackWhatCameIn(): void {
		$filter = $this->guard()->filter( 'x', static fn (): never => throw new Error( 'ours' ) );
		self::assertSame( 'original', $filter( 'original', 'more' ) );
	}

	public function testAnActionThatThrowsEndsQuietly(): void {
		$this->guard()->action( 'x', static fn (): never => throw new LogicException( 'ours' ) )( 1, 2 );
		self::assertSame( 1, $this->store->writes );
	}

	public function testAfterAFaultOtherFiltersOfTheRequestStepAsideAndActionsGoOn(): void {
		$guard = $this->guard();
		$ran   = 0;
		$other = $guard->filter( 'b', static fn (): string => 'ours' );
		$write = $guard->action( 'c', static function () use ( &$ran ): void {
			++$ran;
		} );
		self::assertSame( 'ours', $other( 'theirs' ) );
		$guard->filter( 'a', static fn (): never => throw new Error() )( null );
		$write();
		self::assertSame( [ 'theirs', 1 ], [ $other( 'theirs' ), $ran ] );
	}

	public function testWritesNothingWhereNothingGoesWrong(): void {
		$this->guard()->filter( 'x', static fn ( int $n ): int => $n + 1 )( 1 );
		self::assertSame( 0, $this->store->writes );
	}

	public function testCountsOneFaultARequestHoweverManyCallbacksFail(): void {
		$guard = $this->guard();
		for ( $i = 0; $i < 5; $i++ ) {
			$guard->action( 'x', static fn (): never => throw new Error() )();
		}
		self::assertCount( 1, $this->store->fuse()['faults'] );
		self::assertTrue( $this->guard()->isOpen() );
	}

	public function testThreeFaultsWithinTenMinutesBlowTheFuse(): void {
		for ( $i = 0; $i < 3; $i++ ) {
			self::assertTrue( $this->guard()->isOpen() );
			$this->guard()->action( 'x', static fn (): never => throw new Error() )();
			$this->clock->advance( 250 );
		}
		self::assertFalse( $this->guard()->isOpen() );
		self::assertStringContainsString( 'GuardTest.php', $this->store->fuse()['where'] );
	}

	public function testThreeFaultsFurtherApartDoNot(): void {
		for ( $i = 0; $i < 6; $i++ ) {
			$this->guard()->action( 'x', static fn (): never => throw new Error() )();
			$this->clock->advance( 301 );
		}
		self::assertTrue( $this->guard()->isOpen() );
	}

	public function testABlownFuseStaysBlownUntilSomebodyPutsItBack(): void {
		for ( $i = 0; $i < 3; $i++ ) {
			$this->guard()->action( 'x', static fn (): never => throw new Error() )();
		}
		$this->clock->advance( 86_400 );
		self::assertFalse( $this->guard()->isOpen() );
		( new Fuse( $this->store, $this->clock ) )->putBack();
		self::assertTrue( $this->guard()->isOpen() );
	}

	public function testAFuseThatCannotBeReadStopsNobodysLogin(): void {
		$guard = new Guard( static fn (): never => throw new Error( 'no table' ) );
		self::assertSame( 'login', $guard->filter( 'x', static fn (): never => throw new Error() )( 'login' ) );
	}

	public function testKeepsNothingThatAVisitorTyped(): void {
		$this->guard()->action( 'x', static fn (): never => throw new Error( 'secret-password' ) )();
		self::assertStringNotContainsString( 'secret', $this->store->fuse()['where'] );
	}
}
