<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Domain;

/**
 * Asks for an access token: by client credentials, by an assertion that is signed here, or by a refresh token. A refresh token may die with
 * its use, so that none of them is repeated by itself.
 *
 * Source: https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flows.htm
 */
final class AskForToken {

	/** Sessions are not told how long they live; one that dies earlier is answered with 401 and replaced. */
	private const LIFE_WHERE_UNSAID = 3_600;

	private const ASSERTION = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

	/** @param string $renewal The refresh token that took the place of the configured one; '' where none did. */
	public function __construct(
		private readonly Connection $connection,
		#[\SensitiveParameter] private readonly string $renewal,
		private readonly int $now,
	) {}

	/** @throws ConnectorFault Where the connection lacks something. */
	public function request(): Request {
		return new Request(
			'POST',
			$this->needed( Domain::api( $this->connection ) ) . '/services/oauth2/token',
			[ 'Content-Type' => 'application/x-www-form-urlencoded' ],
			[],
			http_build_query( $this->form() ),
			false,
		);
	}

	/** @throws ConnectorFault Malformed */
	public function answer( Response $response ): AccessToken {
		$json  = $response->json();
		$value = JsonPath::text( $json, 'access_token' );
		if ( 1 !== preg_match( '/^[\x21-\x7E]{8,8192}$/D', $value ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'Salesforce answered without an access token.', status: $response->status );
		}
		$instance = rtrim( JsonPath::text( $json, 'instance_url' ), '/' );
		if ( '' !== $instance && ! Domain::isTrusted( $instance, $this->connection ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'Salesforce named an address that is none of its own.', status: $response->status );
		}
		$life   = (int) JsonPath::text( $json, 'expires_in' );
		$scopes = preg_split( '/\s+/', JsonPath::text( $json, 'scope' ), -1, PREG_SPLIT_NO_EMPTY );
		$fresh  = JsonPath::text( $json, 'refresh_token' );
		return new AccessToken(
			$value,
			$this->now + ( $life > 0 ? min( $life, 86_400 ) : self::LIFE_WHERE_UNSAID ),
			$instance,
			false === $scopes ? [] : $scopes,
			'' !== $fresh ? $fresh : $this->renewal,
		);
	}

	/** @return array<string, string> */
	private function form(): array {
		$client = $this->needed( $this->connection->fields['client_id'] ?? '' );
		$secret = $this->connection->secrets['client_secret'] ?? '';
		return match ( $this->connection->fields['flow'] ?? '' ) {
			'jwt_bearer' => [
				'grant_type' => self::ASSERTION,
				'assertion'  => ( new Assertion( $client, $this->needed( $this->connection->fields['username'] ?? '' ), Domain::audience( $this->connection ) ) )
					->signed( $this->needed( $this->connection->secrets['private_key'] ?? '' ), $this->now ),
			],
			'refresh_token' => array_filter(
				[
					'grant_type'    => 'refresh_token',
					'client_id'     => $client,
					'client_secret' => $secret,
					'refresh_token' => '' !== $this->renewal ? $this->renewal : $this->needed( $this->connection->secrets['refresh_token'] ?? '' ),
				],
				static fn ( string $value ): bool => '' !== $value
			),
			default => [
				'grant_type'    => 'client_credentials',
				'client_id'     => $client,
				'client_secret' => $this->needed( $secret ),
			],
		};
	}

	/** @throws ConnectorFault */
	private function needed( #[\SensitiveParameter] string $value ): string {
		if ( '' === $value ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the address and the consumer key are needed, and what the chosen way to log in takes (a secret, a user with a private key, or a refresh token).' );
		}
		return $value;
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'connection' => $this->connection->id ];
	}
}
