<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Systems\SuperOffice\ErrorWords;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class ErrorWordsTest extends TestCase {

	/** @return iterable<string, array{int, FaultKind|null}> */
	public static function statuses(): iterable {
		foreach ( [
			200 => null,
			204 => null,
			302 => FaultKind::Malformed,
			304 => null,
			400 => FaultKind::Rejected,
			401 => FaultKind::Unauthorised,
			403 => FaultKind::Forbidden,
			404 => FaultKind::NotFound,
			405 => FaultKind::Unsupported,
			408 => FaultKind::TimedOut,
			412 => FaultKind::Rejected,
			421 => FaultKind::Rejected,
			429 => FaultKind::RateLimited,
			500 => FaultKind::ServerFault,
			501 => FaultKind::Unsupported,
			503 => FaultKind::ServerFault,
		] as $status => $kind ) {
			yield 'status ' . $status => [ $status, $kind ];
		}
	}

	#[DataProvider( 'statuses' )]
	public function testEachStatusIsOneFault( int $status, ?FaultKind $kind ): void {
		self::assertSame( $kind, ErrorWords::fault( new Response( $status, [], '' ) )?->kind );
	}

	public function testTheServersOwnWordIsKeptInEitherFormAndItsProseNever(): void {
		foreach ( [ 'ErrorType', 'ExceptionType' ] as $key ) {
			$fault = ErrorWords::fault( new Response( 403, [], (string) json_encode( [ $key => 'SoSecurityException', 'Message' => 'jane@acme.example may not' ] ) ) );
			self::assertNotNull( $fault );
			self::assertSame( 'SoSecurityException', $fault->vendorCode );
			self::assertStringNotContainsString( 'jane', $fault->getMessage() );
		}
		foreach ( [ '<b>x</b>', str_repeat( 'x', 65 ), '' ] as $word ) {
			self::assertSame( '', ErrorWords::fault( new Response( 403, [], (string) json_encode( [ 'ErrorType' => $word ] ) ) )?->vendorCode );
		}
	}

	public function testAMovedTenantHasAWordOfItsOwn(): void {
		self::assertSame( ErrorWords::MOVED, ErrorWords::fault( new Response( 421, [], 'Misdirected Request' ) )?->vendorCode );
	}

	public function testTheWaitThatIsAskedForIsKept(): void {
		self::assertSame( 30, ErrorWords::fault( new Response( 429, [ 'retry-after' => '30' ], '' ) )?->retryAfterSeconds );
		self::assertNull( ErrorWords::fault( new Response( 429, [ 'retry-after' => 'soon' ], '' ) )?->retryAfterSeconds );
	}

	public function testWhyNoTicketCameIsSaidInOurWordsOnly(): void {
		foreach ( [ 'Revoked', 'Expired', 'Denied', 'NeedsReapproval', 'InvalidTimestamp', 'InvalidSignature' ] as $word ) {
			$fault = ErrorWords::noTicket( "Authorization error: {$word} for jane@acme.example" );
			self::assertSame( [ FaultKind::Unauthorised, $word ], [ $fault->kind, $fault->vendorCode ] );
			self::assertStringNotContainsString( 'jane', $fault->getMessage() );
		}
		self::assertSame( '', ErrorWords::noTicket( 'something else' )->vendorCode );
	}
}
