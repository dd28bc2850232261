<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\AccessToken;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/** Asks the accounts host for an access token. Counted by Zoho (ten in ten minutes), so it is never repeated by itself. */
final class RefreshToken {

	private const LIFE_WHERE_UNSAID = 3_600;

	public function __construct(
		private readonly string $accountsUrl,
		private readonly string $clientId,
		#[\SensitiveParameter] private readonly string $clientSecret,
		#[\SensitiveParameter] private readonly string $refreshToken,
		private readonly int $now,
	) {}

	public function isComplete(): bool {
		return '' !== $this->accountsUrl && '' !== $this->clientId && '' !== $this->clientSecret && '' !== $this->refreshToken;
	}

	public function request(): Request {
		return new Request(
			'POST',
			$this->accountsUrl . '/oauth/v2/token',
			[ 'Content-Type' => 'application/x-www-form-urlencoded' ],
			[],
			http_build_query(
				[
					'grant_type'    => 'refresh_token',
					'client_id'     => $this->clientId,
					'client_secret' => $this->clientSecret,
					'refresh_token' => $this->refreshToken,
				]
			),
			false,
		);
	}

	/** @throws ConnectorFault Malformed */
	public function answer( Response $response ): AccessToken {
		$json  = $response->json();
		$value = JsonPath::text( $json, 'access_token' );
		if ( 1 !== preg_match( '/^[\x21-\x7E]{8,2048}$/D', $value ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The accounts host answered without an access token.', status: $response->status );
		}
		$life   = (int) JsonPath::text( $json, 'expires_in' );
		$scopes = preg_split( '/[\s,]+/', JsonPath::text( $json, 'scope' ), -1, PREG_SPLIT_NO_EMPTY );
		return new AccessToken(
			$value,
			$this->now + ( $life > 0 ? min( $life, 86_400 ) : self::LIFE_WHERE_UNSAID ),
			rtrim( JsonPath::text( $json, 'api_domain' ), '/' ),
			false === $scopes ? [] : $scopes,
		);
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'accountsUrl' => $this->accountsUrl ];
	}
}
