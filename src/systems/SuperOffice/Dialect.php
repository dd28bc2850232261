<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Dialect as DialectContract;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\SuperOffice\Requests\AuthenticateSystemUser;
use Causeway\Systems\SuperOffice\Requests\GetTenantState;
use Causeway\Systems\SuperOffice\Requests\RefreshAccessToken;
use Causeway\Systems\SuperOffice\Requests\TenantState;

/**
 * How SuperOffice is spoken to: Online with a ticket of a system user or an access token, at the address where the tenant is just now; on
 * an own server with a password or a ticket that does not change.
 */
final class Dialect implements DialectContract {

	/** Seconds for which a credential that does not change is taken for good: one conversation, and more. */
	private const STATIC_SECONDS = 3_600;

	private readonly Place $place;

	public function __construct( private readonly Connection $connection ) {
		$this->place = new Place( $connection );
	}

	public function vendor(): string {
		return 'SuperOffice';
	}

	public function hosts(): array {
		return [ Place::HOST ];
	}

	public function base( AccessToken $token ): string {
		return $token->baseUrl;
	}

	public function credentials( AccessToken $token, Request $request ): array {
		// The identity host tells everybody where a tenant is; it gets no credential.
		if ( ! str_starts_with( $request->url, $token->baseUrl ) ) {
			return [];
		}
		if ( Edition::Onsite === $this->place->edition ) {
			return [ 'Authorization' => $token->value ];
		}
		return $this->isSystemUser()
			? [
				'Authorization' => 'SOTicket ' . $token->value,
				'SO-AppToken'   => $this->secret( 'client_secret' ),
			]
			: [ 'Authorization' => 'Bearer ' . $token->value ];
	}

	public function issueToken( ?AccessToken $previous, \Closure $send, int $now ): AccessToken {
		if ( Edition::Onsite === $this->place->edition ) {
			return $this->staticCredential( $now );
		}
		$tenant = $this->place->tenant();
		$login  = $this->place->loginUrl();
		if ( '' === $tenant || '' === $login || '' === $this->secret( 'client_secret' ) ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the customer id and the application’s client secret are needed.' );
		}
		$state = $this->runningTenant( new GetTenantState( $login, $tenant ), $send );
		return $this->isSystemUser() ? $this->ticket( $state->apiUrl, $send, $now ) : $this->accessToken( $state->apiUrl, $previous, $send, $now );
	}

	public function keepsTokens(): bool {
		return Edition::Online === $this->place->edition;
	}

	public function fault( Response $response ): ?ConnectorFault {
		return ErrorWords::fault( $response );
	}

	/** A tenant that has moved is found again together with a new ticket. */
	public function isTokenStale( ConnectorFault $fault ): bool {
		return 401 === $fault->status || ErrorWords::MOVED === $fault->vendorCode;
	}

	/** SuperOffice publishes no quota and no header that tells one. */
	public function lessons( Response $response, int $now ): array {
		return [];
	}

	/** @throws ConnectorFault */
	private function staticCredential( int $now ): AccessToken {
		$base   = $this->place->serverUrl();
		$user   = trim( $this->connection->fields['user_name'] ?? '' );
		$ticket = $this->secret( 'ticket' );
		if ( '' === $base || ( '' === $ticket && ( '' === $user || '' === $this->secret( 'password' ) ) ) ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the address of the server’s web API, and a user name with its password or a ticket are needed.' );
		}
		$value = '' !== $ticket
			? 'SOTicket ' . $ticket
			: 'Basic ' . base64_encode( $user . ':' . $this->secret( 'password' ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- RFC 7617.
		return new AccessToken( $value, $now + self::STATIC_SECONDS, $base );
	}

	/**
	 * @param \Closure(Request): Response $send
	 * @throws ConnectorFault
	 */
	private function runningTenant( GetTenantState $question, \Closure $send ): TenantState {
		$response = $send( $question->request( '' ) );
		$fault    = ErrorWords::fault( $response );
		if ( null !== $fault ) {
			throw $fault;
		}
		$state = $question->answer( $response );
		if ( ! $state->isKnown() ) {
			throw new ConnectorFault( FaultKind::Unauthorised, 'SuperOffice does not know this customer id in the chosen environment, or has an incident there.', vendorCode: 'unknown-tenant' );
		}
		if ( ! $state->isRunning ) {
			throw ErrorWords::notRunning( $state->state );
		}
		if ( ! $this->place->isOwn( $state->apiUrl ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The tenant’s address is none of SuperOffice’s own, so no credentials are sent there.' );
		}
		return $state;
	}

	/**
	 * @param \Closure(Request): Response $send
	 * @throws ConnectorFault
	 */
	private function ticket( string $api, \Closure $send, int $now ): AccessToken {
		$signed   = ( new SystemToken( $this->secret( 'system_token' ), $this->secret( 'private_key' ) ) )->signed( $now );
		$question = new AuthenticateSystemUser( $this->place->loginUrl(), $this->place->tenant(), $this->secret( 'client_secret' ), $signed );
		$response = $send( $question->request() );
		$fault    = ErrorWords::fault( $response );
		if ( null !== $fault ) {
			throw $fault;
		}
		return new AccessToken( $question->answer( $response ), $now + AuthenticateSystemUser::LIFE_SECONDS, $api );
	}

	/**
	 * An access token. Where each use brings another refresh token, that one is kept and used next; the one of the settings is the last resort.
	 *
	 * @param \Closure(Request): Response $send
	 * @throws ConnectorFault
	 */
	private function accessToken( string $api, ?AccessToken $previous, \Closure $send, int $now ): AccessToken {
		$client = trim( $this->connection->fields['client_id'] ?? '' );
		$tokens = array_values( array_unique( array_filter( [ (string) $previous?->renewal, $this->secret( 'refresh_token' ) ], static fn ( string $token ): bool => '' !== $token ) ) );
		if ( '' === $client || [] === $tokens ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: a system user token with its private key, or the client ID with a refresh token is needed.' );
		}
		$fault = null;
		foreach ( $tokens as $token ) {
			$question = new RefreshAccessToken( $this->place->loginUrl(), $client, $this->secret( 'client_secret' ), $token );
			$response = $send( $question->request() );
			$fault    = ErrorWords::noAccessToken( $response );
			if ( null === $fault ) {
				return $question->answer( $response, $api, $now );
			}
			if ( 'invalid_grant' !== $fault->vendorCode ) {
				break;
			}
		}
		throw $fault;
	}

	private function isSystemUser(): bool {
		return '' !== $this->secret( 'system_token' ) && '' !== $this->secret( 'private_key' );
	}

	private function secret( string $name ): string {
		return trim( $this->connection->secrets[ $name ] ?? '' );
	}
}
