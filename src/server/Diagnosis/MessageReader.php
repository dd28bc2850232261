<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/**
 * Finds the known symptoms in whatever somebody pasted: a sentence, a page's HTML, a mail that quotes it, JSON, the address of a refused
 * return, an error code. Never throws; each step passes over the text once.
 */
final class MessageReader {

	/** Bytes of the message that are read. */
	public const MAX_BYTES = 102_400;

	/** Letters and digits that a screenshot's reader confuses are one in a code. */
	private const CONFUSED = [
		'o' => '0',
		'l' => '1',
		'i' => '1',
	];

	/** What names a code in front of it: `Error code: x`, `"errorCode":"x"`, `error=x`, `ERROR (x)`. */
	private const BEFORE_A_CODE = '~(?:\b(?:codes?|err(?:or)?s?)|code)["\']?[ \t]{0,3}[:=#(\[]{0,2}[ \t]{0,3}[(\["\']{0,3}([\p{L}\p{N}][\p{L}\p{N}_:.\-]{2,79})~iu';

	/** Looks like no word of a language: `too_many_retries`, `AADSTS50105`, `accountDisabledMessage`, `no-match-acr`. */
	private const NO_WORD = '~_|[0-9]{2}|[a-z][A-Z]|-[^-]{1,40}-~';

	/** @var array<string, list<string>>|null Folded code → symptoms. */
	private ?array $codes = null;

	public function __construct( private readonly Catalog $catalog ) {}

	public function read( string $message ): Reading {
		$text  = Classifier::visibleText( self::unwrapped( substr( $message, 0, self::MAX_BYTES ) ) );
		$pairs = self::addressParts( $text );
		$lines = array_filter( array_column( $pairs, 1 ), static fn ( string $value ): bool => str_contains( $value, ' ' ) );
		$text .= [] === $lines ? '' : "\n" . Classifier::visibleText( implode( "\n<p>", $lines ) );

		$flat               = str_replace( "\n", ' ', $text );
		$said               = $this->bySentence( $flat );
		[ $coded, $shared ] = $this->byCode( $this->codesIn( $text, $pairs ), array_keys( $said ) );
		if ( [] === $said && [] === $coded && [] === $shared ) {
			$flat = $this->catalog->search()?->repaired( $flat ) ?? $flat;
			$said = $this->bySentence( $flat );
		}
		$here   = $this->recordedHere( $text );
		$linked = array_filter( $here, fn ( SitePattern $pattern ): bool => null !== $this->catalog->cause( $pattern->system, $pattern->cause ) );
		$linked = array_map( static fn ( SitePattern $pattern ): string => $pattern->ref(), array_values( $linked ) );
		return new Reading( array_values( array_unique( [ ...array_keys( $said ), ...$coded, ...$linked ] ) ), $shared, $text, self::without( $flat, $said ), $here );
	}

	/** @return list<SitePattern> */
	private function recordedHere( string $text ): array {
		$patterns   = $this->catalog->sitePatterns();
		$comparable = [] === $patterns ? '' : SitePattern::comparable( str_replace( "\n", ' ', $text ) );
		return array_values( array_filter( $patterns, static fn ( SitePattern $pattern ): bool => $pattern->isIn( $comparable ) ) );
	}

	/** @param array<string, array{int, int}> $spans */
	private static function without( string $text, array $spans ): string {
		foreach ( $spans as [ $from, $to ] ) {
			$text = substr_replace( $text, str_repeat( ' ', $to - $from ), $from, $to - $from );
		}
		return trim( $text );
	}

	/** Takes off the marks of a quoted mail and the escapes of JSON. */
	private static function unwrapped( string $message ): string {
		$text = (string) preg_replace( '/^(?:>[ \t]?){1,8}/m', '', $message );
		if ( str_contains( $text, '\\' ) ) {
			$text = (string) preg_replace_callback( '/\\\\u([0-9a-f]{4})/i', static fn ( array $escape ): string => html_entity_decode( '&#x' . $escape[1] . ';', ENT_QUOTES | ENT_HTML5, 'UTF-8' ), $text );
			$text = strtr(
				$text,
				[
					'\\/' => '/',
					'\\"' => '"',
					'\\n' => ' ',
					'\\t' => ' ',
				]
			);
		}
		return $text;
	}

	/** @return list<array{string, string}> Names and decoded values of the parameters of every address. */
	private static function addressParts( string $text ): array {
		preg_match_all( '~[?&;#]([\w.\-\[\]]{1,60})=([^&#\s"\'<>]{0,2000})~', $text, $found, PREG_SET_ORDER );
		return array_map( static fn ( array $part ): array => [ strtolower( $part[1] ), urldecode( $part[2] ) ], array_slice( $found, 0, 200 ) );
	}

	/**
	 * Symptoms whose sentence is in the text. A sentence within a longer one that is known too says less than that one, and does not count.
	 *
	 * @return array<string, array{int, int}> Where each stands, in bytes.
	 */
	private function bySentence( string $text ): array {
		$spans = [];
		foreach ( $this->catalog->symptoms() as $symptom ) {
			if ( '' !== $symptom->pattern && 1 === preg_match( $symptom->pattern, $text, $match, PREG_OFFSET_CAPTURE ) ) {
				$spans[ $symptom->ref() ] = [ $match[0][1], $match[0][1] + strlen( $match[0][0] ) ];
			}
		}
		$found = [];
		foreach ( $spans as $ref => [ $from, $to ] ) {
			$within = array_filter( $spans, static fn ( array $other ): bool => $other[0] <= $from && $other[1] >= $to && $other[1] - $other[0] > $to - $from );
			if ( [] === $within ) {
				$found[ $ref ] = [ $from, $to ];
			}
		}
		return $found;
	}

	/**
	 * @param list<string> $codes Folded.
	 * @param list<string> $said  What sentences told already.
	 * @return array{list<string>, list<list<string>>} Symptoms that have the code for themselves; groups of those that share one.
	 */
	private function byCode( array $codes, array $said ): array {
		$own    = [];
		$shared = [];
		foreach ( $codes as $code ) {
			$refs = $this->codes()[ $code ] ?? [];
			if ( [] === $refs || [] !== array_intersect( $refs, $said ) ) {
				// Beside its sentence a code tells nothing more.
				continue;
			}
			if ( 1 === count( $refs ) ) {
				$own[] = $refs[0];
			} else {
				$shared[] = $refs;
			}
		}
		return [ $own, $shared ];
	}

	/**
	 * @param list<array{string, string}> $pairs
	 * @return list<string> Folded, each once.
	 */
	private function codesIn( string $text, array $pairs ): array {
		$codes = [ trim( $text, " \t\n\"'[](){}.,;:" ) ];
		foreach ( $pairs as [ $name, $value ] ) {
			$codes[] = $value;
			if ( '1' === $value || 'true' === $value ) {
				$codes[] = $name;
			}
		}
		preg_match_all( self::BEFORE_A_CODE, $text, $named );
		preg_match_all( '~[\p{L}\p{N}]{1,60}(?:[_:\-][\p{L}\p{N}]{1,60}){0,12}(?!["\']?\s?[:=])~u', $text, $words );
		$odd  = array_filter( array_unique( $words[0] ), static fn ( string $word ): bool => 1 === preg_match( self::NO_WORD, $word ) );
		$long = array_filter( [ ...$codes, ...$named[1], ...$odd ], static fn ( string $code ): bool => strlen( $code ) <= 80 );
		return array_values( array_unique( array_map( self::folded( ... ), $long ) ) );
	}

	/** @return array<string, list<string>> */
	private function codes(): array {
		if ( null === $this->codes ) {
			$this->codes = [];
			foreach ( $this->catalog->symptoms() as $symptom ) {
				foreach ( $symptom->codes as $code ) {
					$this->codes[ self::folded( $code ) ][] = $symptom->ref();
				}
			}
		}
		return $this->codes;
	}

	private static function folded( string $code ): string {
		return strtr( strtolower( rtrim( $code, '.:-' ) ), self::CONFUSED );
	}
}
