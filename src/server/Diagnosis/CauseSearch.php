<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/**
 * Finds causes by words, for texts in which no known sentence is. It only ever suggests: nothing that it finds may count for more than
 * possible, and below its threshold it finds nothing.
 *
 * The weights come ready from `build/catalog/search.php`. Sentences are scored by themselves, and two at a time, so that what stands around a
 * complaint does not drown it. A cause scores by its own words, and once more by the sentence of the catalog that is nearest.
 *
 * @phpstan-type Index array{letters: array<string, string>, pairs: array<string, string>, meanings: array<string, string>, stop: array<array-key, 1>, trouble: array<array-key, 1>, context: array<array-key, 1>, names: array<array-key, string>, remote: array<string, 1>, causes: list<string>, weights: array<array-key, string>, phrases: list<array{int, string}>, phrasesOf: array<array-key, string>, rarity: array<array-key, int>, strange: int, spelling: array<string, string>}
 */
final class CauseSearch {

	/** Bytes of a text that are searched, and sentences. */
	private const MAX_BYTES     = 24576;
	private const MAX_SENTENCES = 150;

	/** Score from which a cause is worth a line; set on every other message of `tests/catalog/corpus`. */
	private const THRESHOLD = 6.5;

	/** Part of the best score that a further cause must reach, and how many are offered. */
	private const CLOSE = 0.55;
	private const MANY  = 6;

	/** How much a text counts that tells of no trouble, or names a system at least, and one that is about nothing that a login has. */
	private const NO_TROUBLE   = 0.35;
	private const ABOUT_SYSTEM = 0.7;
	private const NO_CONTEXT   = 0.65;

	/** How much a cause counts whose system the sentence names, and any other cause then. */
	private const NAMED     = 1.4;
	private const NOT_NAMED = 0.7;

	/** What the same sentence in the catalog is worth. */
	private const SAME_SENTENCE = 8.0;

	private readonly Words $words;

	/** @var array<array-key, array<int, int>> Rows of the index that were looked up, by term: number of the cause → weight. */
	private array $weights = [];

	/** @var array<array-key, list<int>> Likewise: numbers of the sentences. */
	private array $phrases = [];

	/** @var array<int, list<int>> By number of the sentence: numbers of its causes. */
	private array $saidOf = [];

	/** @param Index $index */
	public function __construct( private readonly array $index ) {
		$this->words = new Words( $index['letters'], $index['pairs'], $index['meanings'], $index['stop'] );
	}

	/** @return list<CauseHit> Best first; empty where the words fit no cause well enough. */
	public function find( string $text ): array {
		$best = [];
		foreach ( $this->windows( $text ) as $terms ) {
			foreach ( $this->scores( $terms ) as $number => $score ) {
				if ( $score > ( $best[ $number ][0] ?? 0.0 ) ) {
					$best[ $number ] = [ $score, $terms ];
				}
			}
		}
		uasort( $best, static fn ( array $a, array $b ): int => $b[0] <=> $a[0] );
		$hits = [];
		$top  = null;
		foreach ( $best as $number => [ $score, $terms ] ) {
			$top ??= $score;
			if ( $score < self::THRESHOLD || $score < $top * self::CLOSE || count( $hits ) >= self::MANY ) {
				break;
			}
			$fitting = array_filter( $terms, fn ( int|string $term ): bool => isset( $this->weights( $term )[ $number ] ), ARRAY_FILTER_USE_KEY );
			$hits[]  = new CauseHit( $this->index['causes'][ $number ], $score, array_values( $fitting ) );
		}
		return $hits;
	}

	/** @return list<string> Ids of the systems that the text names. */
	public function systemsNamed( string $text ): array {
		return $this->named( array_keys( $this->words->of( self::start( $text ) ) ) );
	}

	/** The text with the words put right that a screenshot's reader got wrong; a word that stands for itself is left alone. */
	public function repaired( string $text ): string {
		return (string) preg_replace_callback( '~[\p{L}\p{N}]{2,40}~u', fn ( array $word ): string => $this->index['spelling'][ $this->words->folded( $word[0] ) ] ?? $word[0], self::start( $text ) );
	}

	/**
	 * @param list<array-key> $terms
	 * @return list<string>
	 */
	private function named( array $terms ): array {
		$named = [];
		foreach ( $terms as $at => $term ) {
			$named[] = $this->index['names'][ $term ] ?? '';
			$named[] = $this->index['names'][ $term . ' ' . ( $terms[ $at + 1 ] ?? '' ) ] ?? '';
		}
		return array_values( array_unique( array_filter( explode( ',', implode( ',', $named ) ), static fn ( string $id ): bool => '' !== $id ) ) );
	}

	/** @param list<string> $named Systems that the sentence names: their causes are meant rather than others. */
	private function favour( int $number, array $named ): float {
		if ( [] === $named ) {
			return 1.0;
		}
		return in_array( strtok( $this->index['causes'][ $number ], '/' ), $named, true ) ? self::NAMED : self::NOT_NAMED;
	}

	/** What is read of a text, cut at no byte within a letter. */
	private static function start( string $text ): string {
		$cut = (string) preg_replace( '/[\xC0-\xF7][\x80-\xBF]{0,3}$/', '', substr( $text, 0, self::MAX_BYTES ) );
		return strlen( $text ) <= self::MAX_BYTES ? $text : $cut;
	}

	/** Where a page lies says nothing about a refusal, so only what it was asked for stays of an address; and its host, where its domain names a system. */
	private function withoutAddresses( string $text ): string {
		return (string) preg_replace_callback(
			'~\bhttps?://([^\s/?\#"\'<>]{1,253})(?:/[^\s?\#"\'<>]{0,2000})?~i',
			fn ( array $address ): string => [] === $this->systemsNamed( (string) preg_replace( '~^[^.]{1,63}\.(?=[^.]+\.)~', '', $address[1] ) ) ? ' ' : ' ' . $address[1] . ' ',
			$text
		);
	}

	/** @return list<array<array-key, string>> Terms of each sentence, and of each two neighbours. */
	private function windows( string $text ): array {
		$sentences = preg_split( '/(?<=[.!?])[\s"”»)]{1,3}|\n/u', $this->withoutAddresses( self::start( $text ) ), self::MAX_SENTENCES ) ?: [];
		$terms     = array_map( $this->words->of( ... ), $sentences );
		$windows   = $terms;
		for ( $at = 1, $count = count( $terms ); $at < $count; $at++ ) {
			$windows[] = $terms[ $at - 1 ] + $terms[ $at ];
		}
		$different = [];
		foreach ( array_filter( $windows ) as $window ) {
			$different[ implode( ' ', array_keys( $window ) ) ] ??= $window;
		}
		return array_values( $different );
	}

	/**
	 * @param array<array-key, string> $terms
	 * @return array<int, float> By number of the cause; empty where none can reach the threshold.
	 */
	private function scores( array $terms ): array {
		$sums    = [];
		$covered = [];
		$whole   = 0;
		foreach ( $terms as $term => $word ) {
			$rarity = $this->rarity( $term );
			$whole += $rarity;
			foreach ( $this->weights( $term ) as $number => $weight ) {
				$sums[ $number ]    = ( $sums[ $number ] ?? 0 ) + $weight;
				$covered[ $number ] = ( $covered[ $number ] ?? 0 ) + $rarity;
			}
		}
		$words = [];
		foreach ( $sums as $number => $sum ) {
			$words[ $number ] = sqrt( $covered[ $number ] / max( 1, $whole ) ) * $sum / 100;
		}
		$named  = $this->named( array_keys( $terms ) );
		$counts = $this->counts( $terms, $named );
		// Sentences that could lift no cause above the threshold need not be compared: most of what is pasted is about something else.
		$least = [] === $words ? 2.0 : ( self::THRESHOLD / ( $counts * ( [] === $named ? 1.0 : self::NAMED ) ) - max( $words ) ) / self::SAME_SENTENCE;
		if ( $least > 1.0 ) {
			return [];
		}
		$scores  = [];
		$nearest = $this->nearest( $terms, max( 1, $whole ), max( 0.0, $least - 1e-6 ) );
		foreach ( $words as $number => $score ) {
			$scores[ $number ] = $counts * $this->favour( $number, $named ) * ( $score + self::SAME_SENTENCE * ( $nearest[ $number ] ?? 0.0 ) );
		}
		return $scores;
	}

	/**
	 * How much a sentence counts as the report of a refused login.
	 *
	 * @param array<array-key, string> $terms
	 * @param list<string>             $named
	 */
	private function counts( array $terms, array $named ): float {
		$isAboutSystem = [] !== array_intersect_key( array_flip( $named ), $this->index['remote'] );
		$counts        = 1.0;
		if ( [] === array_intersect_key( $terms, $this->index['trouble'] ) ) {
			$counts *= $isAboutSystem ? self::ABOUT_SYSTEM : self::NO_TROUBLE;
		}
		if ( ! $isAboutSystem && [] === array_intersect_key( $terms, $this->index['context'] ) ) {
			$counts *= self::NO_CONTEXT;
		}
		return $counts;
	}

	/**
	 * How near the nearest sentence of the catalog is: 1 is the same, by weight of the words that both have.
	 *
	 * @param array<array-key, string> $terms
	 * @param float                    $least Nearness below which a sentence is passed over.
	 * @return array<int, float> By number of the cause.
	 */
	private function nearest( array $terms, int $whole, float $least ): array {
		$shared = [];
		foreach ( $terms as $term => $word ) {
			$rarity = $this->rarity( $term );
			foreach ( $this->phrases( $term ) as $phrase ) {
				$shared[ $phrase ] = ( $shared[ $phrase ] ?? 0 ) + $rarity;
			}
		}
		$nearest = [];
		foreach ( $shared as $phrase => $weight ) {
			[ $all, $causes ] = $this->index['phrases'][ $phrase ];
			$near             = ( $weight / max( 1, $all ) ) ** 2 * sqrt( $weight / $whole );
			if ( $near < $least ) {
				continue;
			}
			foreach ( $this->saidOf[ $phrase ] ??= array_map( intval( ... ), explode( ',', $causes ) ) as $number ) {
				if ( $near > ( $nearest[ $number ] ?? 0.0 ) ) {
					$nearest[ $number ] = $near;
				}
			}
		}
		return $nearest;
	}

	/** @return array<int, int> Weight by number of the cause. */
	private function weights( int|string $term ): array {
		if ( ! isset( $this->weights[ $term ] ) ) {
			$this->weights[ $term ] = [];
			$row                    = $this->index['weights'][ $term ] ?? '';
			foreach ( '' === $row ? [] : explode( ',', $row ) as $pair ) {
				[ $number, $weight ]                       = explode( ':', $pair ) + [ '', '' ];
				$this->weights[ $term ][ (int) $number ] = (int) $weight;
			}
		}
		return $this->weights[ $term ];
	}

	/** @return list<int> */
	private function phrases( int|string $term ): array {
		$row                      = $this->index['phrasesOf'][ $term ] ?? '';
		$this->phrases[ $term ] ??= array_map( intval( ... ), '' === $row ? [] : explode( ',', $row ) );
		return $this->phrases[ $term ];
	}

	private function rarity( int|string $term ): int {
		return $this->index['rarity'][ $term ] ?? $this->index['strange'];
	}
}
