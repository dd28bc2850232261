<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/**
 * Turns Zoho Desk's error words into faults. Its own messages are never repeated: they can hold what somebody typed.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Common.json)
 */
final class ErrorWords {

	/** Words that an expired or revoked access token is answered with. */
	public const STALE_TOKEN = [ 'INVALID_OAUTH', 'UNAUTHORIZED' ];

	public const SCOPE = 'SCOPE_MISMATCH';

	public const ORGANISATION = 'OAUTH_ORG_MISMATCH';

	/** The edition takes no more. */
	public const LICENCE = 'LICENSE_ACCESS_LIMITED';

	/** The day's credits are used up, to go by the name. */
	public const CREDITS = 'THRESHOLD_EXCEEDED';

	public const CROWDED = 'TOO_MANY_REQUESTS';

	/** Words with which a record that is not there may be answered, beside 404. */
	private const ABSENT = [ 'INVALID_DATA', 'UNPROCESSABLE_ENTITY' ];

	/** Zoho counts ten access tokens in ten minutes for one refresh token. */
	private const TOKEN_WINDOW_SECONDS = 600;

	/** The error word of an answer; '' where it has none. */
	public static function word( Response $response ): string {
		$json = json_decode( $response->body, true, 32 );
		$word = JsonPath::text( $json, 'errorCode' );
		$word = '' === $word ? JsonPath::text( $json, 'error' ) : $word;
		return 1 === preg_match( '/^[A-Za-z0-9_]{1,64}$/D', $word ) ? $word : '';
	}

	/** Whether a fault of a call for one record says that there is none. */
	public static function isAbsence( ConnectorFault $fault ): bool {
		return ( FaultKind::NotFound === $fault->kind && '' !== $fault->vendorCode ) || ( FaultKind::Rejected === $fault->kind && in_array( $fault->vendorCode, self::ABSENT, true ) );
	}

	/** Credits of the day that are left; null where the answer does not say. */
	public static function creditsLeft( Response $response ): ?int {
		$header = trim( $response->headers['x-rate-limit-remaining-v3'] ?? '' );
		return 1 === preg_match( '/^\d{1,12}$/D', $header ) ? (int) $header : null;
	}

	/** What an answer of the API means; null where it is a good one. */
	public static function fault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		if ( $status >= 200 && $status < 300 ) {
			return null;
		}
		$word = self::word( $response );
		$kind = match ( true ) {
			in_array( $word, [ self::SCOPE, self::ORGANISATION, self::LICENCE ], true ), 403 === $status => FaultKind::Forbidden,
			401 === $status, in_array( $word, self::STALE_TOKEN, true ) => FaultKind::Unauthorised,
			// The figure counts, not the word: which of the two words means which limit is nowhere said.
			429 === $status => 0 === self::creditsLeft( $response ) ? FaultKind::QuotaExhausted : FaultKind::RateLimited,
			404 === $status => FaultKind::NotFound,
			405 === $status => FaultKind::Unsupported,
			408 === $status => FaultKind::TimedOut,
			$status >= 500 => FaultKind::ServerFault,
			$status >= 400 => FaultKind::Rejected,
			default => FaultKind::Malformed,
		};
		return new ConnectorFault( $kind, self::sentence( $kind, $word ), self::retryAfter( $response ), $word, $status );
	}

	/** What a refused refresh means. Zoho's accounts host sends these words with status 200. */
	public static function tokenFault( Response $response ): ?ConnectorFault {
		$word = self::word( $response );
		if ( '' === $word ) {
			return $response->status < 300 ? null : self::fault( $response );
		}
		return match ( true ) {
			'access_denied' === $word => new ConnectorFault( FaultKind::RateLimited, 'Zoho gives no more access tokens for ten minutes: too many were asked for.', self::TOKEN_WINDOW_SECONDS, $word, $response->status ),
			in_array( $word, [ 'invalid_client', 'invalid_client_secret' ], true ) => new ConnectorFault( FaultKind::Unauthorised, 'Zoho does not know this client: the client ID, its secret or the data centre is wrong.', null, $word, $response->status ),
			'invalid_code' === $word => new ConnectorFault( FaultKind::Unauthorised, 'Zoho no longer takes the refresh token: it was revoked, or replaced by newer ones.', null, $word, $response->status ),
			$response->status >= 500 => new ConnectorFault( FaultKind::ServerFault, 'Zoho’s accounts service is out of order.', null, $word, $response->status ),
			default => new ConnectorFault( FaultKind::Unauthorised, 'Zoho refused to give an access token (' . $word . ').', null, $word, $response->status ),
		};
	}


	private static function sentence( FaultKind $kind, string $word ): string {
		$said = '' === $word ? '' : ' (' . $word . ')';
		return match ( $kind ) {
			FaultKind::Forbidden => match ( $word ) {
				self::SCOPE => 'The connection’s consent does not cover this question' . $said . '.',
				self::ORGANISATION => 'The connection’s consent belongs to another organisation' . $said . '.',
				self::LICENCE => 'The edition of Zoho Desk does not allow this, or takes no more' . $said . '.',
				default => 'The agent behind this connection may not do this' . $said . '.',
			},
			FaultKind::Unauthorised => 'Zoho Desk does not accept the connection’s access token' . $said . '.',
			FaultKind::RateLimited => 'Zoho Desk takes no more calls at the moment' . $said . '.',
			FaultKind::QuotaExhausted => 'The organisation has no API credits left for today' . $said . '.',
			FaultKind::NotFound => 'Zoho Desk has nothing at that address' . $said . '.',
			FaultKind::Unsupported => 'Zoho Desk has no such call' . $said . '.',
			FaultKind::TimedOut => 'Zoho Desk did not answer in time' . $said . '.',
			FaultKind::ServerFault => 'Zoho Desk is out of order' . $said . '.',
			FaultKind::Rejected => 'Zoho Desk refused the request' . $said . '.',
			default => 'The answer was not one of Zoho Desk' . $said . '.',
		};
	}

	private static function retryAfter( Response $response ): ?int {
		$header = $response->headers['retry-after'] ?? '';
		return 1 === preg_match( '/^\d{1,5}$/D', $header ) ? (int) $header : null;
	}
}
