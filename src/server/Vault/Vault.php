<?php

declare(strict_types=1);

namespace Causeway\Vault;

use Causeway\Support\Randomness;

/**
 * Seals secrets for the database with XChaCha20-Poly1305, bound to the place that they belong to.
 *
 * A sealed value is `v1.<key id>.<base64 of nonce and ciphertext>`: plain ASCII, no longer than 4/3 of the secret and 70 bytes. The context
 * (`12:zoho-crm:refreshToken`) is authenticated, so that a value copied to another site, connection or field does not open there.
 * Fails closed: there is no weaker cipher and no fixed key to fall back to.
 */
final class Vault {

	private const FORMAT      = 'v1';
	private const NONCE_BYTES = 24;

	/** @var array<string, VaultKey> By id. */
	private array $keys = [];

	/**
	 * @param VaultKey|null  $current  Seals; null where the site has no key, which every call then says.
	 * @param list<VaultKey> $previous Still open what they sealed, while keys are being changed.
	 */
	public function __construct( private readonly ?VaultKey $current, array $previous, private readonly Randomness $randomness ) {
		foreach ( null === $current ? $previous : [ ...$previous, $current ] as $key ) {
			$this->keys[ $key->id ] = $key;
		}
	}

	/** @throws VaultFault no-sodium, no-key */
	public function seal( #[\SensitiveParameter] string $plain, string $context ): string {
		$this->requireSodium();
		if ( null === $this->current ) {
			throw new VaultFault( 'no-key', 'No encryption key is configured, so no secret can be stored.' );
		}
		$nonce  = $this->randomness->bytes( self::NONCE_BYTES );
		$cipher = sodium_crypto_aead_xchacha20poly1305_ietf_encrypt( $plain, $this->bound( $this->current->id, $context ), $nonce, $this->current->bytes() );
		return implode( '.', [ self::FORMAT, $this->current->id, base64_encode( $nonce . $cipher ) ] );
	}

	/** @throws VaultFault no-sodium, unreadable, key-changed, tampered */
	public function open( string $sealed, string $context ): string {
		$this->requireSodium();
		$parts = explode( '.', $sealed );
		$bytes = 3 === count( $parts ) && self::FORMAT === $parts[0] ? base64_decode( $parts[2], true ) : false;
		if ( false === $bytes || strlen( $bytes ) <= self::NONCE_BYTES ) {
			throw new VaultFault( 'unreadable', 'The stored secret is damaged. Enter it again.' );
		}
		$key = $this->keys[ $parts[1] ] ?? null;
		if ( null === $key ) {
			throw new VaultFault( 'key-changed', 'The secret was stored with other keys than this site has now. Enter it again, or bring the old keys back.' );
		}
		try {
			$plain = sodium_crypto_aead_xchacha20poly1305_ietf_decrypt( substr( $bytes, self::NONCE_BYTES ), $this->bound( $key->id, $context ), substr( $bytes, 0, self::NONCE_BYTES ), $key->bytes() );
		} catch ( \SodiumException ) {
			$plain = false;
		}
		if ( false === $plain ) {
			throw new VaultFault( 'tampered', 'The stored secret was changed, or belongs to another connection. Enter it again.' );
		}
		return $plain;
	}

	/** Whether a sealed value should be sealed anew, because an older key holds it. */
	public function isOutdated( string $sealed ): bool {
		return null !== $this->current && ! str_starts_with( $sealed, self::FORMAT . '.' . $this->current->id . '.' );
	}

	private function bound( string $keyId, string $context ): string {
		return 'causeway ' . self::FORMAT . ' ' . $keyId . ' ' . $context;
	}

	private function requireSodium(): void {
		// WordPress brings its own sodium in PHP, which is the same cipher, slower; only where both are missing nothing can be sealed.
		if ( ! function_exists( 'sodium_crypto_aead_xchacha20poly1305_ietf_encrypt' ) ) {
			throw new VaultFault( 'no-sodium', 'PHP’s sodium extension is missing, so secrets can be neither stored nor read.' );
		}
	}
}
