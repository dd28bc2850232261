<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Dialect as DialectContract;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\ZohoDesk\Requests\RefreshToken;

/**
 * How Zoho Desk is spoken to: an access token of a refresh token, for one organisation.
 *
 * The address that comes with a token is that of Zoho CRM, so it is not used here.
 */
final class Dialect implements DialectContract {

	public function __construct( private readonly Connection $connection ) {}

	public function vendor(): string {
		return 'Zoho Desk';
	}

	public function hosts(): array {
		return DataCentre::hosts();
	}

	public function base( AccessToken $token ): string {
		$configured = self::address( $this->connection->fields['api_base'] ?? '' );
		return '' === $configured ? (string) DataCentre::of( $this->connection )?->deskUrl() : $configured;
	}

	public function credentials( AccessToken $token, Request $request ): array {
		return [
			'Authorization' => 'Zoho-oauthtoken ' . $token->value,
			'orgId'         => self::organisation( $this->connection ),
		];
	}

	/** The number that the connection was made for; '' where none is entered. */
	public static function organisation( Connection $connection ): string {
		return DeskId::of( $connection->fields['org_id'] ?? '' );
	}

	public function issueToken( ?AccessToken $previous, \Closure $send, int $now ): AccessToken {
		$accounts = rtrim( $this->connection->fields['accounts_base'] ?? '', '/' );
		$question = new RefreshToken(
			'' === $accounts ? (string) DataCentre::of( $this->connection )?->accountsUrl() : $accounts,
			$this->connection->fields['client_id'] ?? '',
			$this->connection->secrets['client_secret'] ?? '',
			$this->connection->secrets['refresh_token'] ?? '',
			$now,
		);
		if ( ! $question->isComplete() || '' === self::organisation( $this->connection ) ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the organisation ID, the addresses, the client ID, its secret and a refresh token are needed.' );
		}
		$response = $send( $question->request() );
		$fault    = ErrorWords::tokenFault( $response );
		if ( null !== $fault ) {
			throw $fault;
		}
		return $question->answer( $response );
	}

	public function keepsTokens(): bool {
		return true;
	}

	public function fault( Response $response ): ?ConnectorFault {
		return ErrorWords::fault( $response );
	}

	public function isTokenStale( ConnectorFault $fault ): bool {
		return in_array( $fault->vendorCode, ErrorWords::STALE_TOKEN, true );
	}

	/** What is left is told by a header whose name is not documented; the most that was ever left stands for the whole. */
	public function lessons( Response $response, int $now ): array {
		$left = ErrorWords::creditsLeft( $response );
		return null === $left ? [] : [
			'quotaLimit'     => (string) max( $left, (int) ( $this->connection->facts['quotaLimit'] ?? 0 ) ),
			'quotaRemaining' => (string) $left,
			'quotaSeenAt'    => (string) $now,
		];
	}

	/** Entered with or without the path that every call begins with. */
	private static function address( string $entered ): string {
		return (string) preg_replace( '#(?:/api/v1)?/*$#', '', trim( $entered ) );
	}
}
