<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/**
 * Turns Magentrix's refusals into faults. What it says in prose is never repeated: it can hold what somebody typed into the portal.
 *
 * Its error codes are not published, so the status decides; one sentence, which the page on queries shows, tells an unknown entity.
 * Source: https://help.magentrix.com/wikis/devguide/rest-3-query
 */
final class ErrorWords {

	/** There is no entity of that name, or not for this user. */
	public const NO_ENTITY = 'no-such-entity';

	/** What an answer of the API means; null where it is a good one. */
	public static function fault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		$json   = json_decode( $response->body, true, 32 );
		if ( $status >= 200 && $status < 300 && ! self::isRefusal( $json ) ) {
			return null;
		}
		$word = self::word( $json );
		$kind = match ( true ) {
			401 === $status => FaultKind::Unauthorised,
			403 === $status => FaultKind::Forbidden,
			self::NO_ENTITY === $word => FaultKind::Unsupported,
			404 === $status => FaultKind::NotFound,
			405 === $status, 501 === $status => FaultKind::Unsupported,
			408 === $status => FaultKind::TimedOut,
			429 === $status => FaultKind::RateLimited,
			$status >= 500 => FaultKind::ServerFault,
			$status >= 400, $status < 300 => FaultKind::Rejected,
			default => FaultKind::Malformed,
		};
		return new ConnectorFault( $kind, self::sentence( $kind ), self::retryAfter( $response ), $word, $status );
	}

	/** What it means that an API key brought no session; null where the answer is a good one. A refused key is told with 403, by older portals with 200. */
	public static function noSession( Response $response ): ?ConnectorFault {
		$isRefused = in_array( $response->status, [ 400, 401, 403 ], true ) || ( $response->status < 300 && self::isRefusal( json_decode( $response->body, true, 16 ) ) );
		return $isRefused
			? new ConnectorFault( FaultKind::Unauthorised, 'Magentrix no longer takes the API key: it was removed, or its user was switched off.', status: $response->status )
			: self::fault( $response );
	}

	/** A good status may still carry a refusal, of one record or of the first of several. */
	private static function isRefusal( mixed $json ): bool {
		foreach ( [ [ 'success' ], [ 0, 'success' ], [ 'IsSuccess' ] ] as $path ) {
			if ( 'false' === JsonPath::text( $json, ...$path ) ) {
				return true;
			}
		}
		return 'true' === JsonPath::text( $json, 'HasError' );
	}

	private static function word( mixed $json ): string {
		foreach ( [ [ 'message' ], [ 'errors', 0, 'message' ], [ 'Errors', 0, 'Message' ] ] as $path ) {
			$said = JsonPath::text( $json, ...$path );
			if ( 1 === preg_match( '/\bentity\b.{0,80}\b(?:does not exist|not found)\b/i', $said ) && 1 !== preg_match( '/\b(?:field|property)\b/i', $said ) ) {
				return self::NO_ENTITY;
			}
		}
		foreach ( [ [ 'errors', 0, 'code' ], [ 0, 'errors', 0, 'code' ], [ 'Errors', 0, 'Code' ] ] as $path ) {
			$word = JsonPath::text( $json, ...$path );
			if ( 1 === preg_match( '/^[A-Za-z0-9_.-]{1,64}$/D', $word ) && ! str_starts_with( $word, 'causeway-' ) ) {
				return $word;
			}
		}
		return '';
	}

	private static function sentence( FaultKind $kind ): string {
		return match ( $kind ) {
			FaultKind::Unauthorised => 'Magentrix does not accept the connection’s session.',
			FaultKind::Forbidden => 'The security role of this connection’s user may not do this.',
			FaultKind::NotFound => 'Magentrix has nothing at that address.',
			FaultKind::Unsupported => 'This portal has no such entity or call, or does not show it to this connection’s user.',
			FaultKind::TimedOut => 'Magentrix did not answer in time.',
			FaultKind::RateLimited => 'Magentrix takes no more calls at the moment.',
			FaultKind::ServerFault => 'Magentrix is out of order.',
			FaultKind::Rejected => 'Magentrix refused the request.',
			default => 'The answer was not one of Magentrix.',
		};
	}

	private static function retryAfter( Response $response ): ?int {
		$header = $response->headers['retry-after'] ?? '';
		return 1 === preg_match( '/^\d{1,5}$/D', $header ) ? (int) $header : null;
	}
}
