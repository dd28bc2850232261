<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ConnectorFault;

/** What a connection signs with its private key instead of sending a secret: who it is, as whom it works, whom it is meant for. */
final class Assertion {

	/** Salesforce takes assertions that run out within three minutes. */
	private const LIFE_SECONDS = 120;

	public function __construct( private readonly string $clientId, private readonly string $username, private readonly string $audience ) {}

	/**
	 * @param string $privateKey PEM; a form field may have turned its line breaks into blanks.
	 * @param int    $now        Unix seconds.
	 * @throws ConnectorFault Where the key is none.
	 */
	public function signed( #[\SensitiveParameter] string $privateKey, int $now ): string {
		$claims = [
			'iss' => $this->clientId,
			'sub' => $this->username,
			'aud' => $this->audience,
			'exp' => $now + self::LIFE_SECONDS,
		];
		$text   = self::encoded( (string) json_encode( [ 'alg' => 'RS256' ] ) ) . '.' . self::encoded( (string) json_encode( $claims, JSON_UNESCAPED_SLASHES ) );
		$key    = openssl_pkey_get_private( self::pem( $privateKey ) );
		if ( false === $key || ! openssl_sign( $text, $signature, $key, OPENSSL_ALGO_SHA256 ) || ! is_string( $signature ) ) {
			throw ConnectorFault::notSetUp( 'The private key of the connection cannot be read: paste the whole of it, with its first and last line.' );
		}
		return $text . '.' . self::encoded( $signature );
	}

	private static function encoded( string $bytes ): string {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
	}

	private static function pem( #[\SensitiveParameter] string $key ): string {
		if ( 1 !== preg_match( '/-----BEGIN ([A-Z ]+)-----(.+?)-----END \1-----/s', $key, $parts ) ) {
			return $key;
		}
		$body = (string) preg_replace( '/\\\\n|\s+/', '', $parts[2] );
		return '-----BEGIN ' . $parts[1] . "-----\n" . chunk_split( $body, 64, "\n" ) . '-----END ' . $parts[1] . "-----\n";
	}
}
