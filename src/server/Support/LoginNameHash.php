<?php

declare(strict_types=1);

namespace Causeway\Support;

/**
 * Keyed hash under which a typed login name is kept instead of the name: HMAC-SHA256, cut to 32 hexadecimal digits.
 *
 * The same for everybody who has to find a name again (attempts, links, diagnosis by e-mail): trimmed, lower-cased, the first
 * {@see self::CHARACTERS} characters. Memory and time do not grow with what was typed.
 */
final class LoginNameHash {

	/** Length of WordPress's `user_login` column; what is typed beyond it names nobody. */
	public const CHARACTERS = 60;

	public function __construct( #[\SensitiveParameter] private readonly string $key ) {}

	/** Hexadecimal digits of a hash: 64 bits tell a billion names apart, and the row on the login path stays narrow. */
	private const DIGITS = 16;

	/** '' for a blank name: nobody was named. */
	public function of( string $typed ): string {
		$name = self::normalise( $typed );
		return '' === $name ? '' : substr( hash_hmac( 'sha256', $name, $this->key ), 0, self::DIGITS );
	}

	private static function normalise( string $typed ): string {
		$start = trim( substr( $typed, 0, 16 * self::CHARACTERS ) );
		if ( function_exists( 'mb_strtolower' ) && mb_check_encoding( $start, 'UTF-8' ) ) {
			return trim( mb_substr( mb_strtolower( $start, 'UTF-8' ), 0, self::CHARACTERS, 'UTF-8' ) );
		}
		return trim( substr( strtolower( $start ), 0, self::CHARACTERS ) );
	}
}
