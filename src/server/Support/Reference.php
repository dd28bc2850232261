<?php

declare(strict_types=1);

namespace Causeway\Support;

/**
 * Random short id of one attempt: eight letters of Crockford's base 32 (no I, L, O, U), 40 bits, shown as `K7QM-3FXA`.
 *
 * It is no secret: people read it out on the phone. Whoever knows it alone learns nothing about a person.
 */
final class Reference {

	private const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

	private function __construct( private readonly string $letters ) {}

	public static function random( Randomness $randomness ): self {
		return self::of( $randomness->bytes( 8 ) );
	}

	/** @param string $bytes Eight bytes or more, as random as the reference is to be. */
	public static function of( string $bytes ): self {
		$letters = '';
		foreach ( str_split( substr( $bytes, 0, 8 ) ) as $byte ) {
			$letters .= self::ALPHABET[ ord( $byte ) & 31 ];
		}
		return new self( $letters );
	}

	/** Reads what a person typed: case, dashes, blanks and the look-alikes I L O are forgiven. Null where it is no reference. */
	public static function parse( string $typed ): ?self {
		$letters = strtr( strtoupper( (string) preg_replace( '/[\s\-–—]+/u', '', $typed ) ), 'ILO', '110' );
		return 1 === preg_match( '/^[' . self::ALPHABET . ']{8}$/D', $letters ) ? new self( $letters ) : null;
	}

	/** The eight letters without the dash, as stored. */
	public function letters(): string {
		return $this->letters;
	}

	public function __toString(): string {
		return substr( $this->letters, 0, 4 ) . '-' . substr( $this->letters, 4 );
	}
}
