<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\AccessToken;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Asks for an access token by a refresh token. Where refresh tokens rotate, the first answer ends the old one, so it is never repeated by itself.
 *
 * Source: https://docs.superoffice.com/en/authentication/online/sign-in-user/index.html
 */
final class RefreshAccessToken {

	private const LIFE_WHERE_UNSAID = 3_600;

	public function __construct(
		private readonly string $loginUrl,
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
		return new Request( 'POST', $this->loginUrl . '/login/common/oauth/tokens', [ 'Content-Type' => 'application/x-www-form-urlencoded' ], [], http_build_query( $fields ), false );
	}

	/**
	 * @param string $api Where the tenant's web API is.
	 * @param int    $now Unix seconds.
	 * @throws ConnectorFault Malformed
	 */
	public function answer( Response $response, string $api, int $now ): AccessToken {
		$json  = $response->json();
		$value = JsonPath::text( $json, 'access_token' );
		if ( 1 !== preg_match( '/^[\x21-\x7E]{4,4096}$/D', $value ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The identity host answered without an access token.', status: $response->status );
		}
		$life = (int) JsonPath::text( $json, 'expires_in' );
		$next = JsonPath::text( $json, 'refresh_token' );
		return new AccessToken( $value, $now + ( $life > 0 ? min( $life, 86_400 ) : self::LIFE_WHERE_UNSAID ), $api, [], '' === $next ? $this->refreshToken : $next );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'loginUrl' => $this->loginUrl ];
	}
}
