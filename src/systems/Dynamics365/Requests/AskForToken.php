<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\AccessToken;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Asks Microsoft Entra for an access token, as an application. It comes without a refresh token: the next one is asked for in the same way.
 *
 * Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
final class AskForToken {

	private const LIFE_SECONDS = 3_599;

	public function __construct(
		private readonly string $endpoint,
		private readonly string $clientId,
		#[\SensitiveParameter] private readonly string $clientSecret,
		private readonly string $scope,
	) {}

	public function isComplete(): bool {
		return ! in_array( '', [ $this->endpoint, $this->clientId, $this->clientSecret, $this->scope ], true );
	}

	public function request(): Request {
		$fields = [
			'grant_type'    => 'client_credentials',
			'client_id'     => $this->clientId,
			'client_secret' => $this->clientSecret,
			'scope'         => $this->scope,
		];
		return new Request( 'POST', $this->endpoint, [ 'Content-Type' => 'application/x-www-form-urlencoded' ], [], http_build_query( $fields ) );
	}

	/** @throws ConnectorFault Malformed */
	public function answer( Response $response, int $now ): AccessToken {
		$json  = $response->json();
		$value = JsonPath::text( $json, 'access_token' );
		if ( '' === $value ) {
			throw new ConnectorFault( FaultKind::Malformed, 'Microsoft Entra’s answer holds no access token.', status: $response->status );
		}
		$life = JsonPath::text( $json, 'expires_in' );
		return new AccessToken( $value, $now + ( 1 === preg_match( '/^\d{1,6}$/D', $life ) ? (int) $life : self::LIFE_SECONDS ) );
	}
}
