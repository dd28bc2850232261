<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\AccessToken;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Asks for an access token by a signed assertion. Asked twice, it gives two, so it may be repeated.
 *
 * Source: https://github.com/vendasta/api-gateway-docs/blob/master/docs/Authorization/2-legged-oauth/UsingAServiceAccount.md
 */
final class IssueToken {

	private const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

	private const LIFE_WHERE_UNSAID = 900;

	public function __construct( private readonly string $loginUrl, #[\SensitiveParameter] private readonly string $assertion ) {}

	public function request(): Request {
		$fields = [
			'grant_type' => self::GRANT,
			'assertion'  => $this->assertion,
		];
		return new Request( 'POST', $this->loginUrl . '/oauth2/token', [ 'Content-Type' => 'application/x-www-form-urlencoded' ], [], http_build_query( $fields ) );
	}

	/**
	 * @param string $kept What is kept beside the token.
	 * @param int    $now  Unix seconds.
	 * @throws ConnectorFault Malformed
	 */
	public function answer( Response $response, string $kept, int $now ): AccessToken {
		$json  = $response->json();
		$value = JsonPath::text( $json, 'access_token' );
		if ( 1 !== preg_match( '/^[\x21-\x7E]{4,8192}$/D', $value ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds no access token.', status: $response->status );
		}
		$life   = (int) JsonPath::text( $json, 'expires_in' );
		$scopes = preg_split( '/\s+/', JsonPath::text( $json, 'scope' ), -1, PREG_SPLIT_NO_EMPTY );
		return new AccessToken( $value, $now + ( $life > 0 ? min( $life, 86_400 ) : self::LIFE_WHERE_UNSAID ), '', false === $scopes ? [] : $scopes, $kept );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'loginUrl' => $this->loginUrl ];
	}
}
