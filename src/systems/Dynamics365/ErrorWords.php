<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Response;

/**
 * Turns Microsoft's refusals into faults. What it says in prose is never repeated: it can hold what somebody typed into the CRM.
 *
 * The code in the body is not tied to the status and is often empty, so the status decides.
 * Sources: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors,
 * https://learn.microsoft.com/power-apps/developer/data-platform/api-limits, https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
final class ErrorWords {

	/** A column that the table does not have. */
	public const NO_COLUMN = 'no-such-column';

	/** A table that is not installed. */
	public const NO_TABLE = 'no-such-table';

	/** Refused for the moment, and nobody says for which of the limits. */
	public const LIMIT = 'service-protection';

	/** The application is not a user of the environment, or a disabled one. */
	public const NO_USER = [ '0x80072560', '0x80040225' ];

	/** The secret is wrong, or past its date. */
	public const SECRET = [ 'AADSTS7000215', 'AADSTS7000222' ];

	/** No such application, no such directory, no such environment in it. */
	public const UNKNOWN_APP = [ 'AADSTS700016', 'AADSTS90002', 'AADSTS500011' ];

	/** So many calls, or so much work, in five minutes: nothing is left until the window has moved on. */
	private const WINDOW_USED_UP = [ '0x80072322', '0x80072321' ];

	/** Too many calls of this connection at the same moment. */
	public const BUSY = '0x80072326';

	private const TOKEN_SENTENCES = [
		'AADSTS7000215' => 'Microsoft Entra refuses the client secret: it is not the value of a secret of this application. The secret’s ID is easily taken for its value.',
		'AADSTS7000222' => 'The client secret is past its date. Make a new one for the application in Microsoft Entra.',
		'AADSTS700016'  => 'The directory knows no application with this client ID.',
		'AADSTS90002'   => 'Microsoft Entra knows no directory with this tenant ID, or it belongs to another cloud.',
		'AADSTS500011'  => 'The directory knows no environment at this address: the environment URL belongs to another tenant, or is mistyped.',
	];

	private const WRITE_SENTENCES = [
		'0x80049959' => 'The contact is not in the recycle bin any more, or a record that it points to, such as its Account, is gone.',
		'0x80044a02' => 'A record with the same id is there already.',
		'0x80049939' => 'A record with the same id is there already.',
		'0x80049929' => 'Another record already has a value that may be there only once, such as an alternate key.',
		'0x80049949' => 'The contact holds a choice value that no longer exists. Restore it by hand and choose another value.',
	];

	/** What an answer of the Web API means; null where it is a good one. */
	public static function fault( Response $response ): ?ConnectorFault {
		$status = $response->status;
		if ( $status >= 200 && $status < 300 ) {
			return null;
		}
		$word = self::word( $response );
		$kind = self::kind( $status, $word );
		return new ConnectorFault( $kind, self::sentence( $kind, $word ), self::retryAfter( $response ), $word, $status );
	}

	/** What it means that there is no access token; null where the answer is a good one. */
	public static function tokenFault( Response $response ): ?ConnectorFault {
		if ( 200 === $response->status ) {
			return null;
		}
		$json   = json_decode( $response->body, true, 16 );
		$number = JsonPath::text( $json, 'error_codes', 0 );
		if ( '' === $number && 1 === preg_match( '/\bAADSTS(\d{4,9})\b/', JsonPath::text( $json, 'error_description' ), $found ) ) {
			$number = $found[1];
		}
		$word = 1 === preg_match( '/^\d{4,9}$/D', $number ) ? 'AADSTS' . $number : '';
		$kind = match ( true ) {
			429 === $response->status, 'AADSTS50196' === $word => FaultKind::RateLimited,
			'' !== $word => FaultKind::Unauthorised,
			$response->status >= 500 => FaultKind::ServerFault,
			in_array( $response->status, [ 400, 401 ], true ) && '' !== JsonPath::text( $json, 'error' ) => FaultKind::Unauthorised,
			default => FaultKind::Malformed,
		};
		$sentence = self::TOKEN_SENTENCES[ $word ] ?? match ( $kind ) {
			FaultKind::RateLimited => 'Microsoft Entra asks for fewer token requests.',
			FaultKind::Unauthorised => 'Microsoft Entra gave no access token' . ( '' === $word ? '' : ' (' . $word . ')' ) . '.',
			FaultKind::ServerFault => 'Microsoft Entra is out of order.',
			default => 'What answered at the login address is not Microsoft Entra’s token endpoint.',
		};
		return new ConnectorFault( $kind, $sentence, self::retryAfter( $response ), $word, $response->status );
	}

	private static function kind( int $status, string $word ): FaultKind {
		return match ( true ) {
			in_array( $word, self::NO_USER, true ), 401 === $status => FaultKind::Unauthorised,
			403 === $status => FaultKind::Forbidden,
			404 === $status => FaultKind::NotFound,
			405 === $status, 501 === $status => FaultKind::Unsupported,
			408 === $status => FaultKind::TimedOut,
			429 === $status && in_array( $word, self::WINDOW_USED_UP, true ) => FaultKind::QuotaExhausted,
			429 === $status => FaultKind::RateLimited,
			$status >= 500 => FaultKind::ServerFault,
			$status >= 400 => FaultKind::Rejected,
			default => FaultKind::Malformed,
		};
	}

	/** Microsoft's own code, or our word for what only the text says. */
	private static function word( Response $response ): string {
		$json = json_decode( $response->body, true, 16 );
		$code = JsonPath::text( $json, 'error', 'code' );
		$text = JsonPath::text( $json, 'error', 'message' );
		return match ( true ) {
			400 === $response->status && ( str_contains( $text, 'Could not find a property named' ) || str_contains( $text, 'contain attribute with Name' ) ) => self::NO_COLUMN,
			404 === $response->status && ( '0x8006088a' === $code || str_contains( $text, 'Resource not found for the segment' ) ) => self::NO_TABLE,
			429 === $response->status && ! in_array( $code, [ ...self::WINDOW_USED_UP, self::BUSY ], true ) => self::LIMIT,
			1 === preg_match( '/^[A-Za-z0-9_.-]{1,64}$/D', $code ) => $code,
			default => '',
		};
	}

	private static function sentence( FaultKind $kind, string $word ): string {
		if ( isset( self::WRITE_SENTENCES[ $word ] ) ) {
			return self::WRITE_SENTENCES[ $word ];
		}
		$said = '' === $word ? '' : ' (' . $word . ')';
		return match ( $kind ) {
			FaultKind::Unauthorised => in_array( $word, self::NO_USER, true )
				? 'The application is no user of this environment, or a disabled one' . $said . '.'
				: 'Dataverse does not accept the access token' . $said . '.',
			FaultKind::Forbidden => 'The security role of this connection’s application user does not allow it' . $said . '.',
			FaultKind::NotFound => self::NO_TABLE === $word ? 'The environment does not have this table.' : 'Dataverse has nothing under this id' . $said . '.',
			FaultKind::Unsupported => 'Dataverse does not offer this call' . $said . '.',
			FaultKind::TimedOut => 'Dataverse waited too long for itself' . $said . '.',
			FaultKind::QuotaExhausted => 'This connection has used all that one user may ask in five minutes' . $said . '.',
			FaultKind::RateLimited => 'Dataverse asks for fewer calls at once' . $said . '.',
			FaultKind::ServerFault => 'Dataverse is out of order' . $said . '.',
			FaultKind::Rejected => self::NO_COLUMN === $word ? 'The table does not have a column of that name.' : 'Dataverse rejected the call' . $said . '.',
			default => 'What answered is not the Web API.',
		};
	}

	private static function retryAfter( Response $response ): ?int {
		$header = trim( $response->headers['retry-after'] ?? '' );
		return 1 === preg_match( '/^\d{1,5}$/D', $header ) ? (int) $header : null;
	}
}
