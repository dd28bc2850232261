<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/**
 * Turns SuperOffice's refusals into faults. What it says in prose is never repeated: it can hold what somebody typed into the CRM.
 *
 * The body of an error is not documented, so the status decides; the server's own word for it is kept where there is one.
 */
final class ErrorWords {

	/** The tenant answers at another host by now. */
	public const MOVED = 'misdirected';

	/** A tenant that is known and does not run; its state follows. */
	public const NOT_RUNNING = 'tenant-';

	/**
	 * Why a tenant's consent, or a signature, does not count.
	 *
	 * Source: https://docs.superoffice.com/en/authentication/online/error-codes.html
	 */
	private const CONSENT = [
		'InvalidTimestamp' => 'SuperOffice says that the time is wrong: the clock of this server is off.',
		'InvalidSignature' => 'SuperOffice does not accept the signature: the private key or the system user token belongs to another application.',
		'NeedsReapproval'  => 'A SuperOffice administrator has to approve the application once more.',
		'Revoked'          => 'A SuperOffice administrator took the application’s access back.',
		'Expired'          => 'The application’s access to the tenant has run out.',
		'Denied'           => 'The tenant denies the application access.',
	];

	/** What an answer of the web API means; null where it is a good one. */
	public static function fault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		if ( ( $status >= 200 && $status < 300 ) || 304 === $status ) {
			return null;
		}
		$word = 421 === $status ? self::MOVED : self::word( $response );
		$kind = match ( true ) {
			401 === $status => FaultKind::Unauthorised,
			403 === $status => FaultKind::Forbidden,
			404 === $status => FaultKind::NotFound,
			405 === $status, 501 === $status => FaultKind::Unsupported,
			408 === $status => FaultKind::TimedOut,
			429 === $status => FaultKind::RateLimited,
			$status >= 500 => FaultKind::ServerFault,
			$status >= 400 => FaultKind::Rejected,
			default => FaultKind::Malformed,
		};
		return new ConnectorFault( $kind, self::sentence( $kind, $word ), self::retryAfter( $response ), $word, $status );
	}

	/** What it means that the identity host gave no ticket, although it answered. */
	public static function noTicket( string $said ): ConnectorFault {
		foreach ( self::CONSENT as $word => $sentence ) {
			if ( str_contains( $said, $word ) ) {
				return new ConnectorFault( FaultKind::Unauthorised, $sentence, vendorCode: $word );
			}
		}
		return new ConnectorFault( FaultKind::Unauthorised, 'SuperOffice gave no ticket: the client secret, the system user token or the tenant is not the right one.' );
	}

	/** What it means that a refresh token brought no access token; null where the answer is a good one. */
	public static function noAccessToken( Response $response ): ?ConnectorFault {
		$word = JsonPath::text( json_decode( $response->body, true, 16 ), 'error' );
		return match ( true ) {
			'invalid_grant' === $word => new ConnectorFault( FaultKind::Unauthorised, 'SuperOffice no longer takes the refresh token: a tenant’s administrator took it back, or a newer one replaced it.', vendorCode: $word, status: $response->status ),
			'invalid_client' === $word => new ConnectorFault( FaultKind::Unauthorised, 'SuperOffice does not know this application: the client ID, its secret or the environment is wrong.', vendorCode: $word, status: $response->status ),
			default => self::fault( $response ),
		};
	}

	/** A known tenant that does not answer at the moment, and may know by itself when it will. */
	public static function notRunning( string $state ): ConnectorFault {
		return new ConnectorFault( FaultKind::Unreachable, 'The tenant does not run: its state is ' . $state . '.', vendorCode: self::NOT_RUNNING . $state );
	}

	/** The server's own name for what happened; '' where it gives none. */
	private static function word( Response $response ): string {
		$json = json_decode( $response->body, true, 16 );
		foreach ( [ 'ErrorType', 'ExceptionType' ] as $key ) {
			$word = JsonPath::text( $json, $key );
			if ( 1 === preg_match( '/^[A-Za-z0-9_.]{1,64}$/D', $word ) ) {
				return $word;
			}
		}
		return '';
	}

	private static function sentence( FaultKind $kind, string $word ): string {
		$said = '' === $word ? '' : ' (' . $word . ')';
		return match ( $kind ) {
			FaultKind::Unauthorised => 'SuperOffice does not accept the connection’s credentials' . $said . '.',
			FaultKind::Forbidden => 'The role of this connection’s user may not do this, or the call is closed to applications' . $said . '.',
			FaultKind::NotFound => 'SuperOffice has nothing at that address' . $said . '.',
			FaultKind::Unsupported => 'This version of SuperOffice has no such call' . $said . '.',
			FaultKind::TimedOut => 'SuperOffice did not answer in time' . $said . '.',
			FaultKind::RateLimited => 'SuperOffice takes no more calls at the moment' . $said . '.',
			FaultKind::ServerFault => 'SuperOffice is out of order' . $said . '.',
			FaultKind::Rejected => 'SuperOffice refused the request' . $said . '.',
			default => 'The answer was not one of SuperOffice' . $said . '.',
		};
	}

	private static function retryAfter( Response $response ): ?int {
		$header = $response->headers['retry-after'] ?? '';
		return 1 === preg_match( '/^\d{1,5}$/D', $header ) ? (int) $header : null;
	}
}
