<?php

declare(strict_types=1);

namespace Causeway\Support;

/** Kleene's three values. "Could not look" is Unknown, never False. */
enum Truth: string {

	case True    = 'true';
	case False   = 'false';
	case Unknown = 'unknown';

	public static function of( bool $value ): self {
		return $value ? self::True : self::False;
	}

	public function not(): self {
		return match ( $this ) {
			self::True    => self::False,
			self::False   => self::True,
			self::Unknown => self::Unknown,
		};
	}

	/** @param list<self> $values */
	public static function all( array $values ): self {
		if ( in_array( self::False, $values, true ) ) {
			return self::False;
		}
		return in_array( self::Unknown, $values, true ) ? self::Unknown : self::True;
	}

	/** @param list<self> $values */
	public static function any( array $values ): self {
		if ( in_array( self::True, $values, true ) ) {
			return self::True;
		}
		return in_array( self::Unknown, $values, true ) ? self::Unknown : self::False;
	}
}
