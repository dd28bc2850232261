<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/**
 * Turns Salesforce's error words into faults. Its own message is never repeated: it can hold what somebody typed into a record.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
final class ErrorWords {

	public const STALE_TOKEN = 'INVALID_SESSION_ID';

	/** Too many calls in 24 hours, and too many at once: only a look at the limits tells which. */
	public const LIMIT = 'REQUEST_LIMIT_EXCEEDED';

	public const NO_FIELD = 'INVALID_FIELD';

	/** Answers with the word of a dead session that no renewing helps against. */
	private const NO_SESSION_HELPS = [ 'not valid for use with the REST API', 'not attached to Agent' ];

	private const FORBIDDEN = [ 'API_DISABLED_FOR_ORG', 'API_CURRENTLY_DISABLED', 'FEATURENOTENABLED', 'INVALID_TYPE' ];

	/** The error word of an answer, REST or SOAP; '' where it has none. */
	public static function word( Response $response ): string {
		$json = json_decode( $response->body, true, 32 );
		$word = JsonPath::text( $json, 0, 'errorCode' );
		if ( '' === $word && 1 === preg_match( '/<faultcode>(?:\w+:)?([A-Za-z_]+)<\/faultcode>/', substr( $response->body, 0, 4_000 ), $found ) ) {
			$word = $found[1];
		}
		return 1 === preg_match( '/^[A-Za-z0-9_]{1,64}$/D', $word ) ? $word : '';
	}

	/**
	 * What an answer tells of the calls in the last 24 hours; null where it tells nothing.
	 *
	 * @return array{used: int, max: int}|null
	 */
	public static function usage( Response $response ): ?array {
		if ( 1 !== preg_match( '/api-usage=(\d{1,12})\/(\d{1,12})/', $response->headers['sforce-limit-info'] ?? '', $found ) ) {
			return null;
		}
		return [
			'used' => (int) $found[1],
			'max'  => (int) $found[2],
		];
	}

	/** What an answer of the API means; null where it is a good one. */
	public static function fault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		if ( $status >= 200 && $status < 300 || 304 === $status ) {
			return null;
		}
		$word = self::word( $response );
		$kind = match ( true ) {
			self::STALE_TOKEN === $word => self::mentions( $response, ...self::NO_SESSION_HELPS ) ? FaultKind::Forbidden : FaultKind::Unauthorised,
			401 === $status => FaultKind::Unauthorised,
			self::LIMIT === $word => self::isUsedUp( $response ) ? FaultKind::QuotaExhausted : FaultKind::RateLimited,
			429 === $status => FaultKind::RateLimited,
			in_array( $word, self::FORBIDDEN, true ), str_starts_with( $word, 'INSUFFICIENT_ACCESS' ) => FaultKind::Forbidden,
			403 === $status => FaultKind::Forbidden,
			404 === $status => FaultKind::NotFound,
			405 === $status => FaultKind::Unsupported,
			408 === $status, 'QUERY_TIMEOUT' === $word => FaultKind::TimedOut,
			420 === $status, $status >= 500 => FaultKind::ServerFault,
			$status >= 400 => FaultKind::Rejected,
			default => FaultKind::Malformed,
		};
		return new ConnectorFault( $kind, self::sentence( $kind, $word ), self::retryAfter( $response ), $word, $status );
	}

	/** What a refused token means; null where one was given. */
	public static function tokenFault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		if ( $status >= 200 && $status < 300 ) {
			return null;
		}
		$said = JsonPath::text( json_decode( $response->body, true, 8 ), 'error' );
		$word = 1 === preg_match( '/^[a-z_]{1,64}$/D', $said ) ? $said : '';
		if ( '' === $word || $status >= 500 ) {
			return self::fault( $response );
		}
		$sentence = match ( $word ) {
			'invalid_client_id', 'invalid_client' => 'Salesforce does not know this app: the consumer key or its secret is wrong, or the address belongs to another organisation.',
			'invalid_grant' => 'Salesforce gave no access: the app has no run-as user, the user is not approved for it, or the refresh token or certificate is no longer taken.',
			'invalid_app_access' => 'Salesforce’s administrator has not approved the connection’s user for this app.',
			'inactive_user' => 'The connection’s user is not active in Salesforce.',
			'inactive_org' => 'The Salesforce organisation is not active.',
			default => 'Salesforce refused to give an access token (' . $word . ').',
		};
		return new ConnectorFault( FaultKind::Unauthorised, $sentence, null, $word, $status );
	}

	private static function isUsedUp( Response $response ): bool {
		$usage = self::usage( $response );
		return self::mentions( $response, 'TotalRequests' ) || ( null !== $usage && $usage['used'] >= $usage['max'] && ! self::mentions( $response, 'Concurrent' ) );
	}

	private static function mentions( Response $response, string ...$phrases ): bool {
		$start = substr( $response->body, 0, 2_000 );
		foreach ( $phrases as $phrase ) {
			if ( str_contains( $start, $phrase ) ) {
				return true;
			}
		}
		return false;
	}

	private static function sentence( FaultKind $kind, string $word ): string {
		$said = '' === $word ? '' : ' (' . $word . ')';
		return match ( $kind ) {
			FaultKind::Forbidden => self::STALE_TOKEN === $word
				? 'The connection’s app may not use the API: its scope “api” is missing' . $said . '.'
				: 'The Salesforce user of this connection may not do or see this' . $said . '.',
			FaultKind::Unauthorised => 'Salesforce does not accept the connection’s access token' . $said . '.',
			FaultKind::RateLimited => 'Salesforce takes no more calls at the moment' . $said . '.',
			FaultKind::QuotaExhausted => 'The organisation has used up its API calls of the last 24 hours' . $said . '.',
			FaultKind::NotFound => 'Salesforce has nothing at that address' . $said . '.',
			FaultKind::Unsupported => 'Salesforce offers no such call' . $said . '.',
			FaultKind::TimedOut => 'Salesforce did not answer in time' . $said . '.',
			FaultKind::ServerFault => 'Salesforce is out of order' . $said . '.',
			FaultKind::Rejected => match ( $word ) {
				'LICENSE_LIMIT_EXCEEDED' => 'Salesforce has no free licence for this user' . $said . '.',
				'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'REQUIRED_FIELD_MISSING', 'DUPLICATES_DETECTED' => 'A rule of the organisation refuses this change' . $said . '; make it in Salesforce, where the rule explains itself.',
				default => 'Salesforce refused the request' . $said . '.',
			},
			default => 'The answer was not one of Salesforce' . $said . '.',
		};
	}

	private static function retryAfter( Response $response ): ?int {
		$header = $response->headers['retry-after'] ?? '';
		return 1 === preg_match( '/^\d{1,5}$/D', $header ) ? (int) $header : null;
	}
}
