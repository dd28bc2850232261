<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Systems\ZohoDesk\ErrorWords;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class ErrorWordsTest extends TestCase {

	/** @param array<string, string> $headers */
	private static function answer( int $status, string $word, array $headers = [] ): Response {
		return new Response( $status, $headers, (string) json_encode( [ 'errorCode' => $word, 'message' => 'maren@northwind.example is not welcome' ] ) );
	}

	/** @return array<string, array{int, string, array<string, string>, FaultKind}> */
	public static function answers(): array {
		$none = [ 'x-rate-limit-remaining-v3' => '0' ];
		$some = [ 'x-rate-limit-remaining-v3' => '17' ];
		return [
			'dead token'               => [ 401, 'INVALID_OAUTH', [], FaultKind::Unauthorised ],
			'dead token, other word'   => [ 401, 'UNAUTHORIZED', [], FaultKind::Unauthorised ],
			'scope, as 403'            => [ 403, 'SCOPE_MISMATCH', [], FaultKind::Forbidden ],
			'scope, as 401'            => [ 401, 'SCOPE_MISMATCH', [], FaultKind::Forbidden ],
			'organisation'             => [ 403, 'OAUTH_ORG_MISMATCH', [], FaultKind::Forbidden ],
			'right'                    => [ 403, 'FORBIDDEN', [], FaultKind::Forbidden ],
			'live chat only'           => [ 403, 'ONLY_LIVECHAT_USER', [], FaultKind::Forbidden ],
			'edition'                  => [ 403, 'LICENSE_ACCESS_LIMITED', [], FaultKind::Forbidden ],
			'edition, as 422'          => [ 422, 'LICENSE_ACCESS_LIMITED', [], FaultKind::Forbidden ],
			'nothing there'            => [ 404, 'URL_NOT_FOUND', [], FaultKind::NotFound ],
			'other method'             => [ 405, 'METHOD_NOT_ALLOWED', [], FaultKind::Unsupported ],
			'wrong member'             => [ 422, 'INVALID_DATA', [], FaultKind::Rejected ],
			'crowded'                  => [ 429, 'TOO_MANY_REQUESTS', [], FaultKind::RateLimited ],
			'crowded, some left'       => [ 429, 'THRESHOLD_EXCEEDED', $some, FaultKind::RateLimited ],
			'spent'                    => [ 429, 'THRESHOLD_EXCEEDED', $none, FaultKind::QuotaExhausted ],
			'spent, by the other word' => [ 429, 'TOO_MANY_REQUESTS', $none, FaultKind::QuotaExhausted ],
			'down'                     => [ 500, 'INTERNAL_SERVER_ERROR', [], FaultKind::ServerFault ],
			'down, without a word'     => [ 502, '', [], FaultKind::ServerFault ],
			'a redirect'               => [ 302, '', [], FaultKind::Malformed ],
		];
	}

	/** @param array<string, string> $headers */
	#[DataProvider( 'answers' )]
	public function testEachRefusalIsOneKindOfFaultAndNeverRepeatsTheMessage( int $status, string $word, array $headers, FaultKind $kind ): void {
		$fault = ErrorWords::fault( self::answer( $status, $word, $headers ) );
		self::assertNotNull( $fault );
		self::assertSame( [ $kind, $word, $status ], [ $fault->kind, $fault->vendorCode, $fault->status ] );
		self::assertStringNotContainsString( 'maren', $fault->getMessage() );
	}

	public function testGoodAnswersAreNoFault(): void {
		self::assertNull( ErrorWords::fault( new Response( 200, [], '{}' ) ) );
		self::assertNull( ErrorWords::fault( new Response( 204, [], '' ) ) );
	}

	public function testOnlyAnAnswerOfTheApiSaysThatARecordIsNotThere(): void {
		foreach ( [ [ 404, 'URL_NOT_FOUND', true ], [ 422, 'INVALID_DATA', true ], [ 422, 'UNPROCESSABLE_ENTITY', true ], [ 404, '', false ], [ 422, 'EMPTY_PAYLOAD', false ], [ 403, 'FORBIDDEN', false ], [ 500, 'INTERNAL_SERVER_ERROR', false ] ] as [ $status, $word, $isAbsence ] ) {
			$fault = ErrorWords::fault( self::answer( $status, $word ) );
			self::assertNotNull( $fault );
			self::assertSame( $isAbsence, ErrorWords::isAbsence( $fault ), $status . ' ' . $word );
		}
	}

	public function testTheWaitThatWasAskedForIsKept(): void {
		self::assertSame( 42, ErrorWords::fault( self::answer( 429, 'TOO_MANY_REQUESTS', [ 'retry-after' => '42' ] ) )?->retryAfterSeconds );
		self::assertNull( ErrorWords::fault( self::answer( 429, 'TOO_MANY_REQUESTS', [ 'retry-after' => 'soon' ] ) )?->retryAfterSeconds );
	}

	/** @return array<string, array{int, string, FaultKind}> */
	public static function tokenAnswers(): array {
		return [
			'unknown client'  => [ 200, '{"error":"invalid_client"}', FaultKind::Unauthorised ],
			'revoked'         => [ 200, '{"error":"invalid_code"}', FaultKind::Unauthorised ],
			'too many tokens' => [ 200, '{"error":"access_denied"}', FaultKind::RateLimited ],
			'anything else'   => [ 200, '{"error":"general_error"}', FaultKind::Unauthorised ],
			'down'            => [ 503, 'down', FaultKind::ServerFault ],
		];
	}

	#[DataProvider( 'tokenAnswers' )]
	public function testARefusedTokenComesWithAGoodStatus( int $status, string $body, FaultKind $kind ): void {
		self::assertSame( $kind, ErrorWords::tokenFault( new Response( $status, [], $body ) )?->kind );
	}
}
