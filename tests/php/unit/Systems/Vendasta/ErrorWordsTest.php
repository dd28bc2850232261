<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Systems\Vendasta\ErrorWords;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class ErrorWordsTest extends TestCase {

	/** @return iterable<string, array{int, FaultKind|null}> */
	public static function statuses(): iterable {
		foreach ( [
			200 => null,
			201 => null,
			202 => null,
			204 => null,
			302 => FaultKind::Malformed,
			400 => FaultKind::Rejected,
			401 => FaultKind::Unauthorised,
			403 => FaultKind::Forbidden,
			404 => FaultKind::NotFound,
			405 => FaultKind::Unsupported,
			408 => FaultKind::TimedOut,
			409 => FaultKind::Rejected,
			410 => FaultKind::NotFound,
			422 => FaultKind::Rejected,
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

	public function testTheCodeIsKeptAndTheProseNever(): void {
		$body  = [
			'errors' => [
				[
					'code'   => 'QueryParameterBadValue',
					'detail' => 'jane@acme.example is wrong',
				],
			],
		];
		$fault = ErrorWords::fault( new Response( 422, [], (string) json_encode( $body ) ) );
		self::assertNotNull( $fault );
		self::assertSame( 'QueryParameterBadValue', $fault->vendorCode );
		self::assertStringNotContainsString( 'jane', $fault->getMessage() );
		foreach ( [ '<b>x</b>', str_repeat( 'x', 65 ), "x\n", '' ] as $code ) {
			self::assertSame( '', ErrorWords::fault( new Response( 422, [], (string) json_encode( [ 'errors' => [ [ 'code' => $code ] ] ] ) ) )?->vendorCode );
		}
	}

	public function testARefusedAssertionIsAMatterOfTheKeyWhateverItsForm(): void {
		foreach ( [
			[ 400, '{"error":"invalid_grant","error_description":"jane@acme.example"}' ],
			[ 401, '' ],
			[ 401, '{"errors":[{"status":"401","code":"Unauthenticated"}]}' ],
			[ 400, '{"error":"invalid_request"}' ],
		] as [ $status, $body ] ) {
			$fault = ErrorWords::noToken( new Response( $status, [], $body ) );
			self::assertSame( FaultKind::Unauthorised, $fault?->kind );
			self::assertStringNotContainsString( 'jane', $fault->getMessage() );
		}
		self::assertSame( FaultKind::Forbidden, ErrorWords::noToken( new Response( 400, [], '{"error":"invalid_scope"}' ) )?->kind );
		self::assertSame( FaultKind::ServerFault, ErrorWords::noToken( new Response( 502, [], '' ) )?->kind );
		self::assertNull( ErrorWords::noToken( new Response( 200, [], '{}' ) ) );
	}

	public function testTheWaitThatIsAskedForIsKept(): void {
		self::assertSame( 30, ErrorWords::fault( new Response( 429, [ 'retry-after' => '30' ], '' ) )?->retryAfterSeconds );
		self::assertNull( ErrorWords::fault( new Response( 429, [ 'retry-after' => 'soon' ], '' ) )?->retryAfterSeconds );
	}
}
