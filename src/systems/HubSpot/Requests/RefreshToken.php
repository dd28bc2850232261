<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\AccessToken;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\HubSpot\Paths;

/**
 * Asks for an access token by a refresh token. Should refresh tokens change with each use, the first answer ends the old one, so it is never
 * repeated by itself.
 *
 * Source: https://github.com/HubSpot/HubSpot-public-api-spec-collection (OAuth)
 */
final class RefreshToken {

	private const LIFE_WHERE_UNSAID = 1_800;

	public function __construct(
		private readonly string $base,
		private readonly string $clientId,
		#[\SensitiveParameter] private readonly string $clientSecret,
		#[\SensitiveParameter] private readonly string $refreshToken,
	) {}

	public function request(): Request {
		$fields = [
			'grant_type'    => 'refresh_token',
			'client_id'     => $this->clientId,
			'client_secret' => $this->clientSecret,
			'refresh_token' => $this->refreshToken,
		];
		return new Request( 'POST', $this->base . Paths::TOKEN, [ 'Content-Type' => 'application/x-www-form-urlencoded' ], [], http_build_query( $fields ), false );
	}

	/**
	 * @param int $now Unix seconds.
	 * @throws ConnectorFault Malformed
	 */
	public function answer( Response $response, int $now ): AccessToken {
		$json  = $response->json();
		$value = JsonPath::text( $json, 'access_token' );
		if ( 1 !== preg_match( '/^[\x21-\x7E]{4,4096}$/D', $value ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'HubSpot answered without an access token.', status: $response->status );
		}
		$life = (int) JsonPath::text( $json, 'expires_in' );
		$next = JsonPath::text( $json, 'refresh_token' );
		return new AccessToken( $value, $now + ( $life > 0 ? min( $life, 86_400 ) : self::LIFE_WHERE_UNSAID ), '', [], '' === $next ? $this->refreshToken : $next );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'base' => $this->base ];
	}
}
