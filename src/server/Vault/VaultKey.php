<?php

declare(strict_types=1);

namespace Causeway\Vault;

/** One key of the vault. It exists only in memory and comes from the site's configuration, never from the database. */
final class VaultKey {

	private const LENGTH         = 32;
	private const SHORTEST_INPUT = 32;

	/** @param string $id Eight hex digits by which a sealed value names its key; they tell nothing about it. */
	private function __construct( public readonly string $id, #[\SensitiveParameter] private readonly string $bytes ) {}

	/**
	 * From `CAUSEWAY_ENCRYPTION_KEY`: 64 hex digits, base64 of 32 bytes, or any text of at least 32 characters.
	 *
	 * @throws VaultFault no-key
	 */
	public static function fromConfiguration( #[\SensitiveParameter] string $configured ): self {
		$decoded = match ( true ) {
			1 === preg_match( '/^[0-9a-f]{64}$/iD', $configured ) => (string) hex2bin( $configured ),
			1 === preg_match( '/^[A-Za-z0-9+\/]{43}=$/D', $configured ) => (string) base64_decode( $configured, true ),
			default => $configured,
		};
		return self::derive( $decoded, 'causeway-encryption-key' );
	}

	/**
	 * From two of the site's salts, `AUTH_KEY` and `SECURE_AUTH_SALT`.
	 *
	 * @throws VaultFault no-key, where wp-config.php still holds the sample's words: everybody knows those.
	 */
	public static function fromSalts( #[\SensitiveParameter] string $authKey, #[\SensitiveParameter] string $secureAuthSalt ): self {
		foreach ( [ $authKey, $secureAuthSalt ] as $salt ) {
			if ( strlen( $salt ) < self::SHORTEST_INPUT || 'put your unique phrase here' === $salt ) {
				throw new VaultFault( 'no-key', 'This site has no secret keys of its own. Put them into wp-config.php, or define CAUSEWAY_ENCRYPTION_KEY there.' );
			}
		}
		return self::derive( $authKey . "\0" . $secureAuthSalt, 'causeway-site-salts' );
	}

	private static function derive( #[\SensitiveParameter] string $input, string $origin ): self {
		if ( strlen( $input ) < self::SHORTEST_INPUT ) {
			throw new VaultFault( 'no-key', 'CAUSEWAY_ENCRYPTION_KEY is too short: it needs at least 32 characters.' );
		}
		$id = bin2hex( hash_hkdf( 'sha256', $input, 4, $origin . ' id v1' ) );
		return new self( $id, hash_hkdf( 'sha256', $input, self::LENGTH, $origin . ' seal v1' ) );
	}

	/** @internal Only {@see Vault} asks. */
	public function bytes(): string {
		return $this->bytes;
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'id' => $this->id ];
	}

	/**
	 * Refuses: a key never reaches a cache.
	 *
	 * @return array<string, mixed>
	 */
	public function __serialize(): array {
		throw new \LogicException( 'A vault key is never serialised.' );
	}
}
