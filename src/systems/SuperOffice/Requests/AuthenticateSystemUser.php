<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\SuperOffice\ErrorWords;

/**
 * Exchanges a signed system token for a ticket. Each one leaves a row in the tenant's database, so it is never repeated by itself.
 *
 * Source: https://docs.superoffice.com/en/authentication/online/auth-application/get-system-user-ticket.html
 */
final class AuthenticateSystemUser {

	/** A ticket lives for six hours, and longer while it is used. */
	public const LIFE_SECONDS = 21_600;

	public function __construct(
		private readonly string $loginUrl,
		private readonly string $tenant,
		#[\SensitiveParameter] private readonly string $clientSecret,
		#[\SensitiveParameter] private readonly string $signedToken,
	) {}

	public function request(): Request {
		$body = [
			'SignedSystemToken' => $this->signedToken,
			'ApplicationToken'  => $this->clientSecret,
			'ContextIdentifier' => $this->tenant,
			'ReturnTokenType'   => 'JWT',
		];
		return new Request(
			'POST',
			$this->loginUrl . '/Login/api/PartnerSystemUser/Authenticate',
			[
				'Content-Type' => 'application/json',
				'Accept'       => 'application/json',
			],
			[],
			(string) json_encode( $body, JSON_UNESCAPED_SLASHES ),
			false,
		);
	}

	/**
	 * The ticket. It comes straight from the identity host over its own connection, so the token around it is opened and not verified.
	 *
	 * @throws ConnectorFault
	 */
	public function answer( Response $response ): string {
		$json = $response->json();
		if ( 'true' !== JsonPath::text( $json, 'IsSuccessful' ) ) {
			throw ErrorWords::noTicket( JsonPath::text( $json, 'ErrorMessage' ) );
		}
		$payload = strtr( explode( '.', JsonPath::text( $json, 'Token' ) )[1] ?? '', '-_', '+/' );
		$claims  = json_decode( (string) base64_decode( $payload, true ), true, 8 ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- RFC 7515.
		foreach ( is_array( $claims ) ? $claims : [] as $name => $claim ) {
			if ( 1 === preg_match( '#(?:^|/)ticket$#iD', (string) $name ) && is_string( $claim ) && 1 === preg_match( '/^[\x21-\x7E]{4,4096}$/D', $claim ) ) {
				return $claim;
			}
		}
		throw new ConnectorFault( FaultKind::Malformed, 'The identity host answered without a ticket.', status: $response->status );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'loginUrl' => $this->loginUrl ];
	}
}
