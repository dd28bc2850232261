<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\FaultKind;
use Causeway\Connector\Response;
use Causeway\Systems\ZohoCrm\ErrorWords;
use Causeway\Systems\ZohoCrm\Scopes;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class ErrorWordsTest extends TestCase {

	/** @return iterable<string, array{Response, FaultKind|null}> */
	public static function answers(): iterable {
		$cases = [
			[ 200, '', null ],
			[ 202, '', null ],
			[ 204, '', null ],
			[ 207, '', null ],
			[ 304, '', null ],
			[ 302, '', FaultKind::Malformed ],
			[ 400, 'INVALID_DATA', FaultKind::Rejected ],
			[ 400, 'INVALID_QUERY', FaultKind::Rejected ],
			[ 400, 'AUTHORIZATION_FAILED', FaultKind::Forbidden ],
			[ 401, '', FaultKind::Unauthorised ],
			[ 401, 'INVALID_TOKEN', FaultKind::Unauthorised ],
			[ 401, 'AUTHENTICATION_FAILURE', FaultKind::Unauthorised ],
			[ 401, 'OAUTH_SCOPE_MISMATCH', FaultKind::Forbidden ],
			[ 403, 'OAUTH_SCOPE_MISMATCH', FaultKind::Forbidden ],
			[ 403, 'NO_PERMISSION', FaultKind::Forbidden ],
			[ 403, '', FaultKind::Forbidden ],
			[ 404, 'INVALID_URL_PATTERN', FaultKind::Unsupported ],
			[ 404, '', FaultKind::NotFound ],
			[ 408, '', FaultKind::TimedOut ],
			[ 409, '', FaultKind::Rejected ],
			[ 412, 'RECORD_MODIFIED', FaultKind::Rejected ],
			[ 421, '', FaultKind::Rejected ],
			[ 423, '', FaultKind::Rejected ],
			[ 429, 'TOO_MANY_REQUESTS', FaultKind::RateLimited ],
			[ 500, 'INTERNAL_ERROR', FaultKind::ServerFault ],
			[ 502, '', FaultKind::ServerFault ],
			[ 503, '', FaultKind::ServerFault ],
			[ 504, '', FaultKind::ServerFault ],
			[ 522, '', FaultKind::ServerFault ],
		];
		foreach ( $cases as [ $status, $code, $kind ] ) {
			yield trim( $status . ' ' . $code ) => [ '' === $code ? new Response( $status, [], '' ) : ScriptedCrm::error( $status, $code ), $kind ];
		}
		yield '200 with an error in it' => [ ScriptedCrm::error( 200, 'INVALID_TOKEN' ), FaultKind::Unauthorised ];
		yield '429 that says that nothing is left' => [ ScriptedCrm::answer( 429, [ 'code' => 'TOO_MANY_REQUESTS' ], x_api_credits_remaining: '0' ), FaultKind::QuotaExhausted ];
	}

	#[DataProvider( 'answers' )]
	public function testEachAnswerIsOneFault( Response $response, ?FaultKind $kind ): void {
		self::assertSame( $kind, ErrorWords::fault( $response )?->kind );
	}

	/** @return array<string, array{array<mixed>, int, FaultKind|null}> */
	public static function tokenAnswers(): array {
		return [
			'a token'                      => [ [ 'access_token' => 'x' ], 200, null ],
			'revoked'                      => [ [ 'error' => 'invalid_code' ], 200, FaultKind::Unauthorised ],
			'wrong client or data centre'  => [ [ 'error' => 'invalid_client' ], 200, FaultKind::Unauthorised ],
			'too many tokens'              => [ [ 'error' => 'access_denied' ], 200, FaultKind::RateLimited ],
			'a word that nobody knows'     => [ [ 'error' => 'general_error' ], 200, FaultKind::Unauthorised ],
			'accounts host out of order'   => [ [], 503, FaultKind::ServerFault ],
			'out of order, with its word'  => [ [ 'error' => 'internal' ], 500, FaultKind::ServerFault ],
			'a redirect to a sign-in page' => [ [], 302, FaultKind::Malformed ],
		];
	}

	/** @param array<mixed> $json */
	#[DataProvider( 'tokenAnswers' )]
	public function testTokenErrorsComeWithStatus200( array $json, int $status, ?FaultKind $kind ): void {
		self::assertSame( $kind, ErrorWords::tokenFault( ScriptedCrm::answer( $status, $json ) )?->kind );
	}

	public function testWhatTheVendorSaysInProseIsNeverRepeated(): void {
		$fault = ErrorWords::fault( ScriptedCrm::answer( 400, [ 'code' => '<b>INVALID</b>', 'message' => 'the value o\'secret is bad' ] ) );
		self::assertNotNull( $fault );
		self::assertSame( '', $fault->vendorCode );
		self::assertStringNotContainsString( 'secret', $fault->getMessage() );
	}

	public function testAWiderConsentCoversTheNarrowOne(): void {
		self::assertSame( [], Scopes::missing( [ 'ZohoCRM.modules.ALL', 'ZohoCRM.settings.ALL', 'ZohoCRM.org.read', 'ZohoCRM.coql.READ' ], Scopes::READING ) );
		self::assertSame( [ 'ZohoCRM.settings.recycle_bin.UPDATE', 'ZohoCRM.modules.accounts.READ' ], Scopes::missing( [ 'ZohoCRM.settings.READ', 'ZohoCRM.modules.UPDATE' ], Scopes::WRITING ) );
	}
}
