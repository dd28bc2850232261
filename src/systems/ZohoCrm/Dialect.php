<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Dialect as DialectContract;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\ZohoCrm\Requests\RefreshToken;

/** How Zoho CRM is spoken to: an access token of a refresh token, used at the address that came with it. */
final class Dialect implements DialectContract {

	public function __construct( private readonly Connection $connection ) {}

	public function vendor(): string {
		return 'Zoho CRM';
	}

	public function hosts(): array {
		return DataCentre::hosts();
	}

	public function base( AccessToken $token ): string {
		$configured = rtrim( $this->connection->fields['api_base'] ?? '', '/' );
		return match ( true ) {
			'' !== $token->baseUrl => $token->baseUrl,
			'' !== $configured => $configured,
			default => (string) DataCentre::of( $this->connection )?->apiUrl(),
		};
	}

	public function credentials( AccessToken $token, Request $request ): array {
		return [ 'Authorization' => 'Zoho-oauthtoken ' . $token->value ];
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
		if ( ! $question->isComplete() ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the addresses, the client ID, its secret and a refresh token are needed.' );
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

	/**
	 * Zoho tells what is left of its credits only while that is less than half; silence in a good answer means more.
	 *
	 * The whole is never told: it is at least twice of what was ever said to be left.
	 */
	public function lessons( Response $response, int $now ): array {
		$header = trim( $response->headers['x-api-credits-remaining'] ?? '' );
		if ( 1 === preg_match( '/^\d{1,12}$/D', $header ) ) {
			return [
				'quotaLimit'     => (string) max( 2 * (int) $header, (int) ( $this->connection->facts['quotaLimit'] ?? 0 ) ),
				'quotaRemaining' => $header,
				'quotaSeenAt'    => (string) $now,
			];
		}
		return $response->status < 300 ? array_fill_keys( [ 'quotaRemaining', 'quotaSeenAt' ], '' ) : [];
	}
}
