<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Requests;

use Causeway\Connector\AccessToken;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Opens a session by an API key, which stays the same.
 *
 * Source: https://help.magentrix.com/wikis/devguide/api3-intro
 */
final class OpenSession {

	private const LIFE_WHERE_UNSAID = 900;

	public function __construct( private readonly string $portal, #[\SensitiveParameter] private readonly string $apiKey ) {}

	public function request(): Request {
		$body = [
			'grant_type'    => 'refresh_token',
			'refresh_token' => $this->apiKey,
		];
		return new Request( 'POST', $this->portal . '/api/3.0/token', Query::HEADERS, [], (string) json_encode( $body ) );
	}

	/**
	 * @param int $now Unix seconds.
	 * @throws ConnectorFault Malformed
	 */
	public function answer( Response $response, int $now ): AccessToken {
		$json  = $response->json();
		$value = JsonPath::text( $json, 'token' );
		if ( 1 !== preg_match( '/^[\x21-\x7E]{4,8192}$/D', $value ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'Magentrix answered without a session.', status: $response->status );
		}
		// The difference of both times holds whatever the portal's clock says.
		$life = Moment::of( JsonPath::text( $json, 'validUntil' ) ) - Moment::of( JsonPath::text( $json, 'dateIssued' ) );
		return new AccessToken( $value, $now + ( $life > 0 ? min( $life, 86_400 ) : self::LIFE_WHERE_UNSAID ) );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'portal' => $this->portal ];
	}
}
