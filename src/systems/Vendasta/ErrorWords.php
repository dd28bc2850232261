<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/**
 * Turns Vendasta's refusals into faults. What it says in prose is never repeated: it can hold what somebody typed in there.
 *
 * Only the codes of a bad parameter and a bad body are documented, so the status decides; the code is kept where there is one.
 */
final class ErrorWords {

	/** The service account's role does not cover what a token was asked for. */
	public const SCOPE = 'invalid_scope';

	/** What an answer of the API means; null where it is a good one. */
	public static function fault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		if ( $status >= 200 && $status < 300 ) {
			return null;
		}
		$kind = match ( true ) {
			401 === $status => FaultKind::Unauthorised,
			403 === $status => FaultKind::Forbidden,
			404 === $status, 410 === $status => FaultKind::NotFound,
			405 === $status, 501 === $status => FaultKind::Unsupported,
			408 === $status => FaultKind::TimedOut,
			429 === $status => FaultKind::RateLimited,
			$status >= 500 => FaultKind::ServerFault,
			$status >= 400 => FaultKind::Rejected,
			default => FaultKind::Malformed,
		};
		$word = self::word( JsonPath::text( json_decode( $response->body, true, 16 ), 'errors', 0, 'code' ) );
		return new ConnectorFault( $kind, self::sentence( $kind, $word ), self::retryAfter( $response ), $word, $status );
	}

	/** What it means that no token was given; null where one came. Whatever the form of a refusal, the credentials are the matter. */
	public static function noToken( Response $response ): ?ConnectorFault {
		$fault = self::fault( $response );
		if ( null === $fault || ! in_array( $fault->kind, [ FaultKind::Unauthorised, FaultKind::Rejected, FaultKind::Forbidden ], true ) ) {
			return $fault;
		}
		$word = self::word( JsonPath::text( json_decode( $response->body, true, 16 ), 'error' ) );
		if ( self::SCOPE === $word ) {
			return new ConnectorFault( FaultKind::Forbidden, 'The service account’s role does not cover what Causeway asks for.', vendorCode: $word, status: $response->status );
		}
		$message = 'Vendasta does not accept the service account’s signature: the key was taken away, belongs to another account, or the clock of this server is off.';
		return new ConnectorFault( FaultKind::Unauthorised, $message, vendorCode: $word, status: $response->status );
	}

	/** A word of Vendasta's own, '' where it is none. */
	private static function word( string $said ): string {
		return 1 === preg_match( '/^[A-Za-z0-9_.-]{1,64}$/D', $said ) ? $said : '';
	}

	private static function sentence( FaultKind $kind, string $word ): string {
		$said = '' === $word ? '' : ' (' . $word . ')';
		return match ( $kind ) {
			FaultKind::Unauthorised => 'Vendasta does not accept the connection’s credentials' . $said . '.',
			FaultKind::Forbidden => 'The service account may not do this: its role lacks a scope, the partner ID is another one, or the plan does not include the API' . $said . '.',
			FaultKind::NotFound => 'Vendasta has nothing at that address' . $said . '.',
			FaultKind::Unsupported => 'Vendasta has no such call' . $said . '.',
			FaultKind::TimedOut => 'Vendasta did not answer in time' . $said . '.',
			FaultKind::RateLimited => 'Vendasta takes no more calls at the moment' . $said . '.',
			FaultKind::ServerFault => 'Vendasta is out of order' . $said . '.',
			FaultKind::Rejected => 'Vendasta refused the request' . $said . '.',
			default => 'The answer was not one of Vendasta' . $said . '.',
		};
	}

	private static function retryAfter( Response $response ): ?int {
		$header = $response->headers['retry-after'] ?? '';
		return 1 === preg_match( '/^\d{1,5}$/D', $header ) ? (int) $header : null;
	}
}
