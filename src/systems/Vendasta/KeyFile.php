<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\JsonPath;

/**
 * The file that Partner Center hands out with a key of a service account; signs what an access token is given for.
 *
 * Source: https://github.com/vendasta/api-gateway-docs/blob/master/docs/Authorization/2-legged-oauth/UsingAServiceAccount.md
 */
final class KeyFile {

	/** Ten minutes are the most; the clocks may be a little apart. */
	private const LIFE_SECONDS = 540;

	private const SKEW_SECONDS = 30;

	/** @param array<mixed> $json */
	private function __construct( #[\SensitiveParameter] private readonly array $json ) {}

	/** Null where what was pasted is no such file. */
	public static function read( #[\SensitiveParameter] string $pasted ): ?self {
		$json = json_decode( trim( $pasted ), true, 8 );
		$file = new self( is_array( $json ) ? $json : [] );
		return '' !== $file->account() && '' !== $file->keyId() && '' !== JsonPath::text( $json, 'private_key' ) ? $file : null;
	}

	/** Where tokens are given out for it; '' where it does not say. */
	public function tokenUri(): string {
		return JsonPath::text( $this->json, 'token_uri' );
	}

	/**
	 * A signed assertion (RFC 7523), its scopes among the claims.
	 *
	 * @param string       $audience Where the file itself names none.
	 * @param list<string> $scopes
	 * @param int          $now      Unix seconds.
	 * @throws ConnectorFault Where the key cannot be used.
	 */
	public function assertion( string $audience, array $scopes, int $now ): string {
		if ( ! extension_loaded( 'openssl' ) ) {
			throw ConnectorFault::notSetUp( 'PHP’s OpenSSL extension is missing on this server, so nothing can be signed.' );
		}
		$own       = JsonPath::text( $this->json, 'assertionPayloadData', 'aud' );
		$unsigned  = self::part(
			[
				'alg' => 'RS256',
				'typ' => 'JWT',
				'kid' => $this->keyId(),
			]
		) . '.' . self::part(
			[
				'aud'   => '' === $own ? $audience : $own,
				'iss'   => $this->account(),
				'sub'   => $this->account(),
				'iat'   => $now - self::SKEW_SECONDS,
				'exp'   => $now + self::LIFE_SECONDS,
				'scope' => implode( ' ', $scopes ),
			]
		);
		$signature = '';
		$key       = $this->key();
		if ( false === $key || ! openssl_sign( $unsigned, $signature, $key, OPENSSL_ALGO_SHA256 ) || ! is_string( $signature ) ) {
			throw ConnectorFault::notSetUp( 'The private key in the key file cannot be read: paste the whole file as it was downloaded.' );
		}
		return $unsigned . '.' . self::encoded( $signature );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [];
	}

	private function account(): string {
		return JsonPath::text( $this->json, 'client_email' );
	}

	private function keyId(): string {
		return JsonPath::text( $this->json, 'private_key_id' );
	}

	private function key(): \OpenSSLAsymmetricKey|false {
		// Whoever copied the file by way of another program may have lost the line ends.
		if ( 1 !== preg_match( '/-----BEGIN ([A-Z ]{1,30})-----([A-Za-z0-9+\/=\s]+)-----END/', JsonPath::text( $this->json, 'private_key' ), $parts ) ) {
			return false;
		}
		$body = chunk_split( (string) preg_replace( '/\s+/', '', $parts[2] ), 64, "\n" );
		return openssl_pkey_get_private( "-----BEGIN {$parts[1]}-----\n{$body}-----END {$parts[1]}-----\n" );
	}

	/** @param array<string, string|int> $values */
	private static function part( array $values ): string {
		return self::encoded( (string) json_encode( $values, JSON_UNESCAPED_SLASHES ) );
	}

	private static function encoded( string $bytes ): string {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- RFC 7515.
	}
}
