<?php

declare(strict_types=1);

namespace Causeway\Support;

/**
 * What lets a proven person read the specific text of their own attempt: 128 random bits in an HttpOnly cookie.
 *
 * Only the hash is stored. The token is random, so that its hash needs no key.
 */
final class ViewToken {

	public const COOKIE = 'causeway_view';

	public const LIFETIME_SECONDS = 1800;

	/** Thirty-two hexadecimal digits. */
	public static function random( Randomness $randomness ): string {
		return bin2hex( $randomness->bytes( 16 ) );
	}

	public static function hash( #[\SensitiveParameter] string $token ): string {
		return substr( hash( 'sha256', $token ), 0, 32 );
	}
}
