<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\ErrorWords;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class ErrorWordsTest extends TestCase {

	private static function answer( int $status, string $code = '', string $message = '', string ...$headers ): Response {
		$error = [
			'error' => [
				'code'    => $code,
				'message' => $message,
			],
		];
		return new Response( $status, array_combine( array_map( 'strval', array_keys( $headers ) ), array_values( $headers ) ), (string) json_encode( $error ) );
	}

	/** @return iterable<string, array{int, FaultKind|null}> */
	public static function statuses(): iterable {
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
			412 => FaultKind::Rejected,
			413 => FaultKind::Rejected,
			429 => FaultKind::RateLimited,
			500 => FaultKind::ServerFault,
			501 => FaultKind::Unsupported,
			503 => FaultKind::ServerFault,
		] as $status => $kind ) {
			yield 'status ' . $status => [ $status, $kind ];
		}
	}

	#[DataProvider( 'statuses' )]
	public function testWithoutACodeTheStatusDecides( int $status, ?FaultKind $kind ): void {
		foreach ( [ self::answer( $status ), new Response( $status, [], '' ), new Response( $status, [], '<html>' ) ] as $response ) {
			self::assertSame( $kind, ErrorWords::fault( $response )?->kind );
		}
	}

	/** @return array<string, array{Response, FaultKind, string}> */
	public static function words(): array {
		return [
			'no user here'          => [ self::answer( 403, '0x80072560' ), FaultKind::Unauthorised, '0x80072560' ],
			'a disabled user'       => [ self::answer( 403, '0x80040225' ), FaultKind::Unauthorised, '0x80040225' ],
			'five minutes used up'  => [ self::answer( 429, '0x80072322' ), FaultKind::QuotaExhausted, '0x80072322' ],
			'too much work in them' => [ self::answer( 429, '0x80072321' ), FaultKind::QuotaExhausted, '0x80072321' ],
			'too many at once'      => [ self::answer( 429, '0x80072326' ), FaultKind::RateLimited, ErrorWords::BUSY ],
			'a limit without code'  => [ self::answer( 429, '' ), FaultKind::RateLimited, ErrorWords::LIMIT ],
			'a column, old code'    => [ self::answer( 400, '0x0', "Could not find a property named 'x' on type 'Microsoft.Dynamics.CRM.contact'." ), FaultKind::Rejected, ErrorWords::NO_COLUMN ],
			'a column, no code'     => [ self::answer( 400, '', "Could not find a property named 'x'" ), FaultKind::Rejected, ErrorWords::NO_COLUMN ],
			'a table'               => [ self::answer( 404, '0x8006088a' ), FaultKind::NotFound, ErrorWords::NO_TABLE ],
			'a table, no code'      => [ self::answer( 404, '', "Resource not found for the segment 'adx_invitations'." ), FaultKind::NotFound, ErrorWords::NO_TABLE ],
			'a row'                 => [ self::answer( 404, '0x80040217', 'Does Not Exist' ), FaultKind::NotFound, '0x80040217' ],
			'a code that is prose'  => [ self::answer( 403, 'jane@acme.example may not' ), FaultKind::Forbidden, '' ],
		];
	}

	#[DataProvider( 'words' )]
	public function testTheCodeRefinesWhatTheStatusSays( Response $response, FaultKind $kind, string $word ): void {
		$fault = ErrorWords::fault( $response );
		self::assertSame( [ $kind, $word ], [ $fault?->kind, $fault?->vendorCode ] );
	}

	public function testProseIsNeverRepeated(): void {
		foreach ( [ 400, 401, 403, 404, 412, 429, 500 ] as $status ) {
			self::assertStringNotContainsString( 'jane', (string) ErrorWords::fault( self::answer( $status, '0x1', 'jane@acme.example' ) )?->getMessage() );
		}
		$token = new Response( 400, [], (string) json_encode( [ 'error' => 'invalid_client', 'error_description' => 'AADSTS7000215: jane@acme.example' ] ) );
		self::assertStringNotContainsString( 'jane', (string) ErrorWords::tokenFault( $token )?->getMessage() );
	}

	public function testTheWaitThatIsAskedForIsKept(): void {
		self::assertSame( 37, ErrorWords::fault( new Response( 429, [ 'retry-after' => '37' ], '' ) )?->retryAfterSeconds );
		self::assertNull( ErrorWords::fault( new Response( 429, [ 'retry-after' => 'soon' ], '' ) )?->retryAfterSeconds );
	}

	/** @return array<string, array{int, array<string, mixed>, FaultKind, string}> */
	public static function tokens(): array {
		return [
			'by its number'       => [ 401, [ 'error' => 'invalid_client', 'error_codes' => [ 7000222 ] ], FaultKind::Unauthorised, 'AADSTS7000222' ],
			'by its prose'        => [ 400, [ 'error' => 'unauthorized_client', 'error_description' => 'AADSTS700016: Application …' ], FaultKind::Unauthorised, 'AADSTS700016' ],
			'without a number'    => [ 400, [ 'error' => 'invalid_request' ], FaultKind::Unauthorised, '' ],
			'a number of its own' => [ 400, [ 'error' => 'x', 'error_codes' => [ 53003 ] ], FaultKind::Unauthorised, 'AADSTS53003' ],
			'too many'            => [ 429, [], FaultKind::RateLimited, '' ],
			'a loop'              => [ 400, [ 'error' => 'invalid_grant', 'error_codes' => [ 50196 ] ], FaultKind::RateLimited, 'AADSTS50196' ],
			'down'                => [ 503, [], FaultKind::ServerFault, '' ],
			'another server'      => [ 404, [ 'message' => 'Not found' ], FaultKind::Malformed, '' ],
		];
	}

	/** @param array<string, mixed> $body */
	#[DataProvider( 'tokens' )]
	public function testWhyNoTokenCame( int $status, array $body, FaultKind $kind, string $word ): void {
		$fault = ErrorWords::tokenFault( new Response( $status, [], (string) json_encode( $body ) ) );
		self::assertSame( [ $kind, $word ], [ $fault?->kind, $fault?->vendorCode ] );
	}
}
