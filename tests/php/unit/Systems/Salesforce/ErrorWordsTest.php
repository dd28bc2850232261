<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\ErrorWords;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Salesforce's words, told apart. */
#[CoversClass( ErrorWords::class )]
final class ErrorWordsTest extends TestCase {

	private static function rest( string $word, string $message = 'Mrs Hanada' ): string {
		return (string) json_encode(
			[
				[
					'errorCode' => $word,
					'message'   => $message,
				],
			]
		);
	}

	/** @return array<string, array{int, string, array<string, string>, FaultKind}> Status, body, headers, kind. */
	public static function answers(): array {
		$soap = static fn ( string $word ): string => "<soapenv:Envelope><soapenv:Body><soapenv:Fault><faultcode>sf:{$word}</faultcode><faultstring>x</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>";
		return [
			'a dead session'                  => [ 401, self::rest( 'INVALID_SESSION_ID', 'Session expired or invalid' ), [], FaultKind::Unauthorised ],
			'a session without the scope'     => [ 401, self::rest( 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API' ), [], FaultKind::Forbidden ],
			'a session of an agent'           => [ 401, self::rest( 'INVALID_SESSION_ID', 'Connected app is not attached to Agent' ), [], FaultKind::Forbidden ],
			'a dead session, told by SOAP'    => [ 500, $soap( 'INVALID_SESSION_ID' ), [], FaultKind::Unauthorised ],
			'any other SOAP fault'            => [ 500, $soap( 'UNKNOWN_EXCEPTION' ), [], FaultKind::ServerFault ],
			'nothing left, named'             => [ 403, self::rest( 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.' ), [], FaultKind::QuotaExhausted ],
			'nothing left, by the header'     => [ 403, self::rest( 'REQUEST_LIMIT_EXCEEDED', 'x' ), [ 'sforce-limit-info' => 'api-usage=15000/15000' ], FaultKind::QuotaExhausted ],
			'too many at once'                => [ 403, self::rest( 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentPerOrgLongTxn Limit exceeded.' ), [ 'sforce-limit-info' => 'api-usage=15000/15000' ], FaultKind::RateLimited ],
			'too many, nobody says of what'   => [ 403, self::rest( 'REQUEST_LIMIT_EXCEEDED' ), [ 'sforce-limit-info' => 'api-usage=18/15000' ], FaultKind::RateLimited ],
			'API not in the edition'          => [ 403, self::rest( 'API_DISABLED_FOR_ORG' ), [], FaultKind::Forbidden ],
			'no right'                        => [ 403, self::rest( 'INSUFFICIENT_ACCESS_OR_READONLY' ), [], FaultKind::Forbidden ],
			'no right, said with 400'         => [ 400, self::rest( 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' ), [], FaultKind::Forbidden ],
			'an object that is hidden'        => [ 400, self::rest( 'INVALID_TYPE' ), [], FaultKind::Forbidden ],
			'a deleted record'                => [ 404, self::rest( 'ENTITY_IS_DELETED' ), [], FaultKind::NotFound ],
			'a record that never was'         => [ 404, self::rest( 'NOT_FOUND' ), [], FaultKind::NotFound ],
			'a field that is gone'            => [ 400, self::rest( 'INVALID_FIELD' ), [], FaultKind::Rejected ],
			'a query that is none'            => [ 400, self::rest( 'MALFORMED_QUERY' ), [], FaultKind::Rejected ],
			'no licence'                      => [ 400, self::rest( 'LICENSE_LIMIT_EXCEEDED' ), [], FaultKind::Rejected ],
			'a query that took too long'      => [ 400, self::rest( 'QUERY_TIMEOUT' ), [], FaultKind::TimedOut ],
			'an address that is too long'     => [ 414, '<h1>URI Too Long</h1>', [], FaultKind::Rejected ],
			'routing that changes'            => [ 420, '', [], FaultKind::ServerFault ],
			'down'                            => [ 503, self::rest( 'SERVER_UNAVAILABLE' ), [], FaultKind::ServerFault ],
			'no such method'                  => [ 405, self::rest( 'METHOD_NOT_ALLOWED' ), [], FaultKind::Unsupported ],
			'a proxy that throttles'          => [ 429, 'slow down', [], FaultKind::RateLimited ],
			'a redirect'                      => [ 302, '', [], FaultKind::Malformed ],
			'a login page with 401'           => [ 401, '<html>', [], FaultKind::Unauthorised ],
		];
	}

	/** @param array<string, string> $headers */
	#[DataProvider( 'answers' )]
	public function testEachAnswerHasItsKindAndNoneOfItsWords( int $status, string $body, array $headers, FaultKind $kind ): void {
		$fault = ErrorWords::fault( new Response( $status, $headers, $body ) );
		self::assertSame( $kind, $fault?->kind );
		self::assertStringNotContainsString( 'Hanada', $fault->getMessage() );
		self::assertStringEndsWith( '.', $fault->getMessage() );
	}

	public function testAGoodAnswerIsNoFault(): void {
		foreach ( [ 200, 201, 204, 304 ] as $status ) {
			self::assertNull( ErrorWords::fault( new Response( $status, [], '' ) ) );
		}
	}

	public function testAWordThatIsNoneIsNotRepeated(): void {
		foreach ( [ "X'; DROP", str_repeat( 'A', 65 ), '<b>', "A\nB", "A\n" ] as $word ) {
			self::assertSame( '', ErrorWords::word( new Response( 400, [], self::rest( $word ) ) ) );
		}
	}

	/** @return array<string, array{int, string, FaultKind}> */
	public static function tokenAnswers(): array {
		return [
			'not approved'          => [ 400, '{"error":"invalid_grant","error_description":"Mrs Hanada"}', FaultKind::Unauthorised ],
			'an unknown app'        => [ 400, '{"error":"invalid_client_id","error_description":"Mrs Hanada"}', FaultKind::Unauthorised ],
			'a user switched off'   => [ 400, '{"error":"inactive_user"}', FaultKind::Unauthorised ],
			'something new'         => [ 400, '{"error":"brand_new_reason"}', FaultKind::Unauthorised ],
			'a word that is none'   => [ 400, '{"error":"<script>"}', FaultKind::Rejected ],
			'nothing at all'        => [ 503, '', FaultKind::ServerFault ],
			'a word beside a fault' => [ 500, '{"error":"invalid_grant"}', FaultKind::ServerFault ],
		];
	}

	#[DataProvider( 'tokenAnswers' )]
	public function testARefusedTokenIsToldFromAnOutage( int $status, string $body, FaultKind $kind ): void {
		$fault = ErrorWords::tokenFault( new Response( $status, [], $body ) );
		self::assertSame( $kind, $fault?->kind );
		self::assertStringNotContainsString( 'Hanada', $fault->getMessage() );
	}

	public function testUsageIsReadWhereItIsTold(): void {
		self::assertSame(
			[
				'used' => 18,
				'max'  => 15_000,
			],
			ErrorWords::usage( new Response( 200, [ 'sforce-limit-info' => 'api-usage=18/15000' ], '' ) )
		);
		foreach ( [ [], [ 'sforce-limit-info' => 'api-usage=many/15000' ], [ 'sforce-limit-info' => '' ] ] as $headers ) {
			self::assertNull( ErrorWords::usage( new Response( 200, $headers, '' ) ) );
		}
	}
}
