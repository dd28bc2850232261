<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/**
 * Makes a text's terms as `src/catalog/search.ts` makes those of the catalog; what it looks up lies in the compiled `search.php`.
 *
 * Letters lose their accents, and what a screenshot's reader confuses becomes one; words that mean the same become one; endings go.
 */
final class Words {

	/**
	 * @param array<string, string>    $letters
	 * @param array<string, string>    $pairs    Two words → the one that they are.
	 * @param array<string, string>    $meanings
	 * @param array<array-key, 1>      $stop
	 */
	public function __construct( private readonly array $letters, private readonly array $pairs, private readonly array $meanings, private readonly array $stop ) {}

	/** @return array<array-key, string> Term → the word of the text that it came from, in order of first appearance. */
	public function of( string $text ): array {
		preg_match_all( "~[\p{L}\p{N}'’‘]{1,80}~u", $text, $found );
		$words = [];
		foreach ( $found[0] as $word ) {
			$folded = strtolower( strtr( $word, $this->letters ) );
			foreach ( preg_split( '/[^a-z0-9]+/', $folded, -1, PREG_SPLIT_NO_EMPTY ) ?: [] as $part ) {
				$words[] = [ substr( str_replace( 'rn', 'm', $part ), 0, 40 ), $word ];
			}
		}
		$terms = [];
		$count = count( $words );
		for ( $at = 0; $at < $count; $at++ ) {
			[ $token, $word ] = $words[ $at ];
			$pair             = $this->pairs[ $token . ' ' . ( $words[ $at + 1 ][0] ?? '' ) ] ?? null;
			if ( null !== $pair ) {
				$word .= ' ' . $words[ $at + 1 ][1];
				$token = $pair;
				++$at;
			}
			if ( ! isset( $this->stop[ $token ] ) ) {
				$terms[ self::stem( $this->meanings[ $token ] ?? $token ) ] ??= $word;
			}
		}
		return $terms;
	}

	/** One word as terms see it, before its ending goes; '' where no letter or digit is left. */
	public function folded( string $word ): string {
		return str_replace( 'rn', 'm', (string) preg_replace( '/[^a-z0-9]+/', '', strtolower( strtr( $word, $this->letters ) ) ) );
	}

	/** Input and output are folded, so `ly` is `iy` here. */
	public static function stem( string $word ): string {
		if ( self::endsIn( $word, 'ies', 2 ) ) {
			$word = substr( $word, 0, -3 ) . 'y';
		} elseif ( self::endsIn( $word, 's', 3 ) && 1 !== preg_match( '/(?:ss|us|is)$/D', $word ) ) {
			$word = substr( $word, 0, -1 );
		}
		foreach ( [ 'ation', 'ing', 'ed', 'ion', 'ment', 'iy', 'ate' ] as $ending ) {
			if ( self::endsIn( $word, $ending, 4 ) ) {
				$word = substr( $word, 0, -strlen( $ending ) );
				break;
			}
		}
		return strlen( $word ) > 4 && str_ends_with( $word, 'e' ) ? substr( $word, 0, -1 ) : $word;
	}

	/** @param int $leaving Letters that have to stay. */
	private static function endsIn( string $word, string $ending, int $leaving ): bool {
		return str_ends_with( $word, $ending ) && strlen( $word ) - strlen( $ending ) >= $leaving;
	}
}
