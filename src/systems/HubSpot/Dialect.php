<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Dialect as DialectContract;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Requests\RefreshToken;

/** How HubSpot is spoken to: one address for all data centres, with the fixed token of a private app or the short-lived one of a public app. */
final class Dialect implements DialectContract {

	private const BASE = 'https://api.hubapi.com';

	/** A private app's token does not expire; so long it is taken as it is, without looking again. */
	private const STATIC_SECONDS = 86_400;

	public function __construct( private readonly Connection $connection ) {}

	public function vendor(): string {
		return 'HubSpot';
	}

	public function hosts(): array {
		return [ 'hubapi.com' ];
	}

	public function base( AccessToken $token ): string {
		return $this->address();
	}

	public function credentials( AccessToken $token, Request $request ): array {
		return [ 'Authorization' => 'Bearer ' . $token->value ];
	}

	/** Where each use of a refresh token brings another one, that one is kept and used next; the one of the settings is the last resort. */
	public function issueToken( ?AccessToken $previous, \Closure $send, int $now ): AccessToken {
		if ( $this->isPrivateApp() ) {
			return new AccessToken( $this->secret( 'access_token' ), $now + self::STATIC_SECONDS );
		}
		$client = trim( $this->connection->fields['client_id'] ?? '' );
		$secret = $this->secret( 'client_secret' );
		$tokens = array_values( array_unique( array_filter( [ (string) $previous?->renewal, $this->secret( 'refresh_token' ) ], static fn ( string $token ): bool => '' !== $token ) ) );
		if ( '' === $client || '' === $secret || [] === $tokens ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the access token of a private app, or client ID, client secret and refresh token of a public app are needed.' );
		}
		$fault = null;
		foreach ( $tokens as $token ) {
			$question = new RefreshToken( $this->address(), $client, $secret, $token );
			$response = $send( $question->request() );
			$fault    = ErrorWords::tokenFault( $response );
			if ( null === $fault ) {
				return $question->answer( $response, $now );
			}
			if ( ! in_array( $fault->vendorCode, ErrorWords::DEAD_REFRESH_TOKEN, true ) ) {
				break;
			}
		}
		throw $fault;
	}

	public function keepsTokens(): bool {
		return ! $this->isPrivateApp();
	}

	public function fault( Response $response ): ?ConnectorFault {
		return ErrorWords::fault( $response );
	}

	public function isTokenStale( ConnectorFault $fault ): bool {
		return 401 === $fault->status;
	}

	/** A private app is told the account's day in every answer but a search's; a public app is told nothing of a day. */
	public function lessons( Response $response, int $now ): array {
		$limit     = trim( $response->headers['x-hubspot-ratelimit-daily'] ?? '' );
		$remaining = trim( $response->headers['x-hubspot-ratelimit-daily-remaining'] ?? '' );
		return 1 === preg_match( '/^\d{1,12}$/D', $limit ) && 1 === preg_match( '/^\d{1,12}$/D', $remaining )
			? [
				'quotaLimit'     => $limit,
				'quotaRemaining' => $remaining,
				'quotaSeenAt'    => (string) $now,
			]
			: [];
	}

	/** Whether the connection is that of a private app, which goes before a public one where both are filled in. */
	public function isPrivateApp(): bool {
		return '' !== $this->secret( 'access_token' );
	}

	private function address(): string {
		$configured = rtrim( trim( $this->connection->fields['api_base'] ?? '' ), '/' );
		return '' === $configured ? self::BASE : $configured;
	}

	private function secret( string $name ): string {
		return trim( $this->connection->secrets[ $name ] ?? '' );
	}
}
