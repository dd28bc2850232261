<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/**
 * Turns HubSpot's error words into faults. HubSpot's own message is never repeated: it can hold what somebody typed into the CRM.
 *
 * Source: https://developers.hubspot.com/docs/api-reference/error-handling
 */
final class ErrorWords {

	/** A property, a filter or a value that HubSpot does not take. */
	public const VALIDATION = 'VALIDATION_ERROR';

	/** The calls of the day are used up. */
	public const DAILY = 'DAILY';

	/** Too many calls within ten seconds, or searches within one. */
	public const BURST = [ 'TEN_SECONDLY_ROLLING', 'SECONDLY' ];

	/** Too many calls, and HubSpot does not say by which limit. */
	public const UNNAMED_LIMIT = 'RATE_LIMIT';

	/** Words with which a refresh token is refused that was revoked, or replaced by a newer one. */
	public const DEAD_REFRESH_TOKEN = [ 'BAD_REFRESH_TOKEN', 'invalid_grant' ];

	private const MOVING_STATUS = 477;

	/** A record that another write holds is free again after that. */
	private const LOCKED_SECONDS = 2;

	/** The error word of an answer: the limit's name, else the category; '' where it has none. */
	public static function word( Response $response ): string {
		$json = json_decode( $response->body, true, 32 );
		foreach ( [ 'policyName', 'category', 'errorType', 'error', 'status' ] as $key ) {
			$word = JsonPath::text( $json, $key );
			if ( 'error' !== $word && 1 === preg_match( '/^[A-Za-z0-9_]{1,64}$/D', $word ) ) {
				return $word;
			}
		}
		return '';
	}

	/** What an answer of the API means; null where it is a good one. */
	public static function fault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		if ( $status >= 200 && $status < 300 ) {
			return null;
		}
		$word = self::word( $response );
		$kind = match ( true ) {
			401 === $status => FaultKind::Unauthorised,
			403 === $status => FaultKind::Forbidden,
			404 === $status => '' === $word ? FaultKind::Unsupported : FaultKind::NotFound,
			408 === $status => FaultKind::TimedOut,
			423 === $status => FaultKind::RateLimited,
			429 === $status => self::isDaily( $response, $word ) ? FaultKind::QuotaExhausted : FaultKind::RateLimited,
			self::MOVING_STATUS === $status, $status >= 500 => FaultKind::ServerFault,
			$status >= 400 => FaultKind::Rejected,
			default => FaultKind::Malformed,
		};
		return new ConnectorFault( $kind, self::sentence( $kind, $word, $response ), self::retryAfter( $response ), $word, $status );
	}

	/** What a refused access token means; null where there is one. */
	public static function tokenFault( Response $response ): ?ConnectorFault {
		$fault = self::fault( $response );
		if ( null === $fault || ! in_array( $fault->status, [ 400, 401, 403, 404 ], true ) ) {
			return $fault;
		}
		$sentence = match ( true ) {
			in_array( $fault->vendorCode, self::DEAD_REFRESH_TOKEN, true ) => 'HubSpot no longer takes the refresh token: the app was removed from the account, or the token was replaced by a newer one.',
			in_array( $fault->vendorCode, [ 'BAD_CLIENT_ID', 'BAD_CLIENT_SECRET', 'invalid_client' ], true ) => 'HubSpot does not know this app: its client ID or its secret is wrong.',
			default => 'HubSpot refused to give an access token' . self::said( $fault->vendorCode ) . '.',
		};
		return new ConnectorFault( FaultKind::Unauthorised, $sentence, null, $fault->vendorCode, $fault->status );
	}

	private static function isDaily( Response $response, string $word ): bool {
		return self::DAILY === $word || ( ! in_array( $word, self::BURST, true ) && '0' === trim( $response->headers['x-hubspot-ratelimit-daily-remaining'] ?? '' ) );
	}

	private static function sentence( FaultKind $kind, string $word, Response $response ): string {
		$said = self::said( $word );
		return match ( $kind ) {
			FaultKind::Forbidden => 'The connection’s app may not ask this' . $said . self::scopes( $response ) . '.',
			FaultKind::Unauthorised => 'HubSpot does not accept the connection’s access token' . $said . '.',
			FaultKind::RateLimited => ( 423 === $response->status ? 'The record is being changed by somebody else at this moment' : 'HubSpot takes no more calls at the moment' ) . $said . '.',
			FaultKind::QuotaExhausted => 'The account’s calls for today are used up' . $said . '.',
			FaultKind::NotFound => 'HubSpot has nothing at that address' . $said . '.',
			FaultKind::Unsupported => 'HubSpot has no such call' . $said . '.',
			FaultKind::TimedOut => 'HubSpot did not answer in time' . $said . '.',
			FaultKind::ServerFault => ( self::MOVING_STATUS === $response->status ? 'The account is being moved to another data centre' : 'HubSpot is out of order' ) . $said . '.',
			FaultKind::Rejected => 'HubSpot refused the request' . $said . '.',
			default => 'The answer was not one of HubSpot' . $said . '.',
		};
	}

	private static function said( string $word ): string {
		return '' === $word ? '' : ' (' . $word . ')';
	}

	/** Which scope HubSpot says is missing. It has been known to name a wrong one, so it is told as HubSpot's word. */
	private static function scopes( Response $response ): string {
		$json  = json_decode( $response->body, true, 32 );
		$named = [];
		for ( $number = 0; $number < 5; ++$number ) {
			$scope = JsonPath::text( $json, 'errors', 0, 'context', 'requiredGranularScopes', $number );
			if ( 1 === preg_match( '/^[a-z0-9._-]{3,64}$/D', $scope ) ) {
				$named[] = $scope;
			}
		}
		return [] === $named ? '' : '; HubSpot names the scope ' . implode( ', ', $named );
	}

	private static function retryAfter( Response $response ): ?int {
		$header = trim( $response->headers['retry-after'] ?? '' );
		return match ( true ) {
			1 === preg_match( '/^\d{1,5}$/D', $header ) => (int) $header,
			423 === $response->status => self::LOCKED_SECONDS,
			default => null,
		};
	}
}
