<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\ErrorWords;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class ErrorWordsTest extends TestCase {

	/** @param array<string, mixed> $body */
	private static function response( int $status, array $body = [], string ...$headers ): Response {
		$named = [];
		foreach ( $headers as $name => $value ) {
			$named[ (string) $name ] = $value;
		}
		return new Response( $status, $named, [] === $body ? '' : (string) json_encode( $body ) );
	}

	/** @return iterable<string, array{int, array<string, mixed>, FaultKind|null}> */
	public static function answers(): iterable {
		foreach ( [
			[ 200, [], null ],
			[ 201, [], null ],
			[ 207, [ 'errors' => [ [ 'category' => 'OBJECT_NOT_FOUND' ] ] ], null ],
			[ 302, [], FaultKind::Malformed ],
			[ 400, [ 'category' => 'VALIDATION_ERROR' ], FaultKind::Rejected ],
			[ 401, [ 'category' => 'INVALID_AUTHENTICATION' ], FaultKind::Unauthorised ],
			[ 401, [ 'category' => 'EXPIRED_AUTHENTICATION' ], FaultKind::Unauthorised ],
			[ 403, [ 'category' => 'MISSING_SCOPES' ], FaultKind::Forbidden ],
			[ 404, [ 'category' => 'OBJECT_NOT_FOUND' ], FaultKind::NotFound ],
			[ 404, [], FaultKind::Unsupported ],
			[ 409, [ 'category' => 'CONFLICT' ], FaultKind::Rejected ],
			[ 414, [], FaultKind::Rejected ],
			[ 423, [], FaultKind::RateLimited ],
			[ 429, [ 'policyName' => 'DAILY' ], FaultKind::QuotaExhausted ],
			[ 429, [ 'policyName' => 'TEN_SECONDLY_ROLLING' ], FaultKind::RateLimited ],
			[ 429, [ 'policyName' => 'SECONDLY' ], FaultKind::RateLimited ],
			[ 429, [ 'errorType' => 'RATE_LIMIT' ], FaultKind::RateLimited ],
			[ 477, [], FaultKind::ServerFault ],
			[ 500, [], FaultKind::ServerFault ],
			[ 502, [], FaultKind::ServerFault ],
			[ 521, [], FaultKind::ServerFault ],
		] as [ $status, $body, $kind ] ) {
			yield $status . ' ' . json_encode( $body ) => [ $status, $body, $kind ];
		}
	}

	/** @param array<string, mixed> $body */
	#[DataProvider( 'answers' )]
	public function testEachAnswerIsOneFault( int $status, array $body, ?FaultKind $kind ): void {
		self::assertSame( $kind, ErrorWords::fault( self::response( $status, $body ) )?->kind );
	}

	public function testTheShortLimitCountsEvenWhileTheDayHasNothingLeft(): void {
		$header = [ 'x-hubspot-ratelimit-daily-remaining' => '0' ];
		self::assertSame( FaultKind::QuotaExhausted, ErrorWords::fault( self::response( 429, [ 'errorType' => 'RATE_LIMIT' ], ...$header ) )?->kind );
		self::assertSame( FaultKind::RateLimited, ErrorWords::fault( self::response( 429, [ 'policyName' => 'SECONDLY' ], ...$header ) )?->kind );
	}

	public function testHubSpotsWordIsKeptAndItsProseNever(): void {
		$fault = ErrorWords::fault(
			self::response(
				403,
				[
					'status'   => 'error',
					'message'  => 'jane@acme.example may not',
					'category' => 'MISSING_SCOPES',
					'errors'   => [ [ 'context' => [ 'requiredGranularScopes' => [ 'crm.objects.contacts.read', '<b>jane</b>' ] ] ] ],
				]
			)
		);
		self::assertNotNull( $fault );
		self::assertSame( 'MISSING_SCOPES', $fault->vendorCode );
		self::assertStringContainsString( 'crm.objects.contacts.read', $fault->getMessage() );
		self::assertStringNotContainsString( 'jane', $fault->getMessage() );
		foreach ( [ '<b>x</b>', str_repeat( 'X', 65 ), '' ] as $word ) {
			self::assertSame( '', ErrorWords::fault( self::response( 400, [ 'category' => $word ] ) )?->vendorCode );
		}
	}

	public function testAPauseIsTakenFromTheHeaderAndOneIsKnownForALockedRecord(): void {
		self::assertSame( 7, ErrorWords::fault( self::response( 429, [], ...[ 'retry-after' => '7' ] ) )?->retryAfterSeconds );
		self::assertSame( 2, ErrorWords::fault( self::response( 423 ) )?->retryAfterSeconds );
		self::assertNull( ErrorWords::fault( self::response( 429, [], ...[ 'retry-after' => 'soon' ] ) )?->retryAfterSeconds );
	}

	/** @return array<string, array{int, array<string, mixed>, FaultKind|null}> */
	public static function tokenAnswers(): array {
		return [
			'good'                     => [ 200, [], null ],
			'a dead refresh token'     => [ 400, [ 'status' => 'BAD_REFRESH_TOKEN' ], FaultKind::Unauthorised ],
			'the same, in newer words' => [ 400, [ 'error' => 'invalid_grant' ], FaultKind::Unauthorised ],
			'another client'           => [ 400, [ 'status' => 'BAD_CLIENT_ID' ], FaultKind::Unauthorised ],
			'anything else refused'    => [ 403, [], FaultKind::Unauthorised ],
			'too many'                 => [ 429, [], FaultKind::RateLimited ],
			'out of order'             => [ 503, [], FaultKind::ServerFault ],
		];
	}

	/** @param array<string, mixed> $body */
	#[DataProvider( 'tokenAnswers' )]
	public function testARefusedTokenIsTheCredentialsFaultAndAnOutageIsNot( int $status, array $body, ?FaultKind $kind ): void {
		self::assertSame( $kind, ErrorWords::tokenFault( self::response( $status, $body ) )?->kind );
	}
}
