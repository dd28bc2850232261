<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\ConnectorFault;

/**
 * Signs a tenant's system token, by which an application proves itself without a person.
 *
 * Source: https://docs.superoffice.com/en/authentication/online/auth-application/sign-system-user-token.html
 */
final class SystemToken {

	/** Tags of .NET's form of a key, by the name that OpenSSL gives the part. */
	private const XML_PARTS = [
		'n'    => 'Modulus',
		'e'    => 'Exponent',
		'd'    => 'D',
		'p'    => 'P',
		'q'    => 'Q',
		'dmp1' => 'DP',
		'dmq1' => 'DQ',
		'iqmp' => 'InverseQ',
	];

	/** @param string $privateKey PEM, or .NET's `<RSAKeyValue>`: SuperOffice hands out both. */
	public function __construct( #[\SensitiveParameter] private readonly string $token, #[\SensitiveParameter] private readonly string $privateKey ) {}

	/**
	 * `token.time.signature`, the time in UTC to the minute.
	 *
	 * @param int $now Unix seconds.
	 * @throws ConnectorFault Where the key cannot be used.
	 */
	public function signed( int $now ): string {
		if ( ! extension_loaded( 'openssl' ) ) {
			throw ConnectorFault::notSetUp( 'PHP’s OpenSSL extension is missing on this server, so nothing can be signed.' );
		}
		$text      = $this->token . '.' . gmdate( 'YmdHi', $now );
		$signature = '';
		$key       = $this->key();
		if ( false === $key || ! openssl_sign( $text, $signature, $key, OPENSSL_ALGO_SHA256 ) || ! is_string( $signature ) ) {
			throw ConnectorFault::notSetUp( 'The private key cannot be read: paste the whole file, with its first and last line.' );
		}
		return $text . '.' . base64_encode( $signature ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- the documented form of the signature.
	}

	private function key(): \OpenSSLAsymmetricKey|false {
		if ( str_contains( $this->privateKey, '<RSAKeyValue>' ) ) {
			return $this->fromXml();
		}
		// A form field may have taken the line ends out.
		if ( 1 !== preg_match( '/-----BEGIN ([A-Z ]{1,30})-----([A-Za-z0-9+\/=\s]+)-----END/', $this->privateKey, $parts ) ) {
			return false;
		}
		$body = chunk_split( (string) preg_replace( '/\s+/', '', $parts[2] ), 64, "\n" );
		return openssl_pkey_get_private( "-----BEGIN {$parts[1]}-----\n{$body}-----END {$parts[1]}-----\n" );
	}

	private function fromXml(): \OpenSSLAsymmetricKey|false {
		$rsa = [];
		foreach ( self::XML_PARTS as $name => $tag ) {
			if ( 1 !== preg_match( '#<' . $tag . '>([A-Za-z0-9+/=\s]+)</' . $tag . '>#', $this->privateKey, $match ) ) {
				return false;
			}
			$rsa[ $name ] = (string) base64_decode( (string) preg_replace( '/\s+/', '', $match[1] ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- the numbers of a key.
		}
		return openssl_pkey_new( [ 'rsa' => $rsa ] );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [];
	}
}
