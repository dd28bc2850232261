<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/**
 * Turns Zoho's error words into faults. Zoho's own message is never repeated: it can hold what somebody typed into the CRM.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html
 */
final class ErrorWords {

	/** Words that an expired or revoked access token is answered with. */
	public const STALE_TOKEN = [ 'INVALID_TOKEN', 'AUTHENTICATION_FAILURE' ];

	public const SCOPE = 'OAUTH_SCOPE_MISMATCH';

	public const TOO_MANY_TOKENS = 'access_denied';

	/** Zoho counts ten access tokens in ten minutes for one refresh token. */
	private const TOKEN_WINDOW_SECONDS = 600;

	/** The error word of an answer; '' where it has none. */
	public static function word( Response $response ): string {
		$json = json_decode( $response->body, true, 32 );
		// Where a call takes many records, the word of the first one stands for all: Causeway sends one at a time.
		foreach ( [ [ 'code' ], [ 'error' ], [ 'recycle_bin', 0, 'code' ], [ 'data', 0, 'code' ] ] as $path ) {
			$word = JsonPath::text( $json, ...$path );
			if ( '' !== $word ) {
				return 1 === preg_match( '/^[A-Za-z0-9_]{1,64}$/D', $word ) ? $word : '';
			}
		}
		return '';
	}

	/** What an answer of the API means; null where it is a good one. */
	public static function fault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		$word   = $status >= 400 || str_contains( substr( $response->body, 0, 2_000 ), '"error"' ) ? self::word( $response ) : '';
		if ( $status >= 200 && $status < 300 && '' === $word || 304 === $status ) {
			return null;
		}
		$kind = match ( true ) {
			self::SCOPE === $word, 'NO_PERMISSION' === $word, 'AUTHORIZATION_FAILED' === $word, 403 === $status => FaultKind::Forbidden,
			401 === $status, in_array( $word, self::STALE_TOKEN, true ) => FaultKind::Unauthorised,
			429 === $status, 'TOO_MANY_REQUESTS' === $word => '0' === trim( $response->headers['x-api-credits-remaining'] ?? '' ) ? FaultKind::QuotaExhausted : FaultKind::RateLimited,
			404 === $status && 'INVALID_URL_PATTERN' === $word => FaultKind::Unsupported,
			404 === $status => FaultKind::NotFound,
			408 === $status => FaultKind::TimedOut,
			$status >= 500, 'INTERNAL_ERROR' === $word => FaultKind::ServerFault,
			$status >= 400, '' !== $word => FaultKind::Rejected,
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
		return match ( $word ) {
			self::TOO_MANY_TOKENS => new ConnectorFault( FaultKind::RateLimited, 'Zoho gives no more access tokens for ten minutes: too many were asked for.', self::TOKEN_WINDOW_SECONDS, $word, $response->status ),
			'invalid_client', 'invalid_client_secret' => new ConnectorFault( FaultKind::Unauthorised, 'Zoho does not know this client: the client id, its secret or the data centre is wrong.', null, $word, $response->status ),
			'invalid_code' => new ConnectorFault( FaultKind::Unauthorised, 'Zoho no longer takes the refresh token: it was revoked, or replaced by newer ones.', null, $word, $response->status ),
			default => $response->status >= 500
				? new ConnectorFault( FaultKind::ServerFault, 'Zoho’s accounts service is out of order.', null, $word, $response->status )
				: new ConnectorFault( FaultKind::Unauthorised, 'Zoho refused to give an access token (' . $word . ').', null, $word, $response->status ),
		};
	}

	private static function sentence( FaultKind $kind, string $word ): string {
		$said = '' === $word ? '' : ' (' . $word . ')';
		return match ( $kind ) {
			FaultKind::Forbidden => self::SCOPE === $word
				? 'The connection’s consent does not cover this question' . $said . '.'
				: 'The CRM user of this connection may not do this' . $said . '.',
			FaultKind::Unauthorised => 'Zoho CRM does not accept the connection’s access token' . $said . '.',
			FaultKind::RateLimited => 'Zoho CRM takes no more calls at the moment' . $said . '.',
			FaultKind::QuotaExhausted => 'The organisation has no API credits left' . $said . '.',
			FaultKind::NotFound => 'Zoho CRM has nothing at that address' . $said . '.',
			FaultKind::Unsupported => 'This organisation’s API has no such call' . $said . '.',
			FaultKind::TimedOut => 'Zoho CRM did not answer in time' . $said . '.',
			FaultKind::ServerFault => 'Zoho CRM is out of order' . $said . '.',
			FaultKind::Rejected => 'Zoho CRM refused the request' . $said . '.',
			default => 'The answer was not one of Zoho CRM' . $said . '.',
		};
	}

	private static function retryAfter( Response $response ): ?int {
		$header = $response->headers['retry-after'] ?? '';
		return 1 === preg_match( '/^\d{1,5}$/D', $header ) ? (int) $header : null;
	}
}
