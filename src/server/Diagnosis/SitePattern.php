<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/**
 * A message that the catalog does not know and that somebody recorded for this site, with the cause that they gave it, if any.
 *
 * What differs from person to person (addresses, numbers, what stands in quotation marks) is no part of it, so it names nobody. Its id is made of
 * its words: the login path compares ids and reads nothing.
 */
final class SitePattern {

	/** System in references of these symptoms (`site:<id>`); no system of the catalog bears it. */
	public const SYSTEM = 'site';

	/** Bytes of a message that are kept. */
	public const MAX_BYTES = 400;

	/** Letters, in two words at least, that a message needs. */
	private const LEAST_LETTERS = 8;

	/** Lines of a page that are compared. */
	private const MAX_LINES = 200;

	/** Words that every login form puts in front. */
	private const BEFORE = '/^(?:error|fehler|erreur|fout|feil) /';

	/**
	 * @param string $id         Twelve hexadecimal digits.
	 * @param string $text       As it is compared: lower case, words only, `#` for what differs from person to person.
	 * @param string $system     System of the cause; '' where nobody has chosen one.
	 * @param string $cause      Cause within its system; '' likewise.
	 * @param int    $recordedAt Unix seconds.
	 * @param int    $recordedBy User id.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $text,
		public readonly string $system,
		public readonly string $cause,
		public readonly int $recordedAt,
		public readonly int $recordedBy,
	) {}

	public static function of( string $text, string $system, string $cause, int $recordedAt, int $recordedBy ): self {
		return new self( self::idOf( $text ), $text, $system, $cause, $recordedAt, $recordedBy );
	}

	/** `site:<id>`, a symptom like any other. */
	public function ref(): string {
		return self::SYSTEM . ':' . $this->id;
	}

	public static function isRef( string $symptomRef ): bool {
		return str_starts_with( $symptomRef, self::SYSTEM . ':' );
	}

	/** `system/cause`; '' where nobody has chosen one. */
	public function causeRef(): string {
		return '' === $this->cause ? '' : $this->system . '/' . $this->cause;
	}

	/** @return array{id: string, text: string, system: string, cause: string} */
	public function toArray(): array {
		return [
			'id'     => $this->id,
			'text'   => $this->text,
			'system' => $this->system,
			'cause'  => $this->cause,
		];
	}

	/** Whether the text holds it, in whole words; `$comparable` as {@see comparable()} gives it. */
	public function isIn( string $comparable ): bool {
		return str_contains( " {$comparable} ", " {$this->text} " );
	}

	/** What of a text is compared. Plain text in, words out; takes anything, in time linear in the text. */
	public static function comparable( string $text ): string {
		$text = strtolower( $text );
		$text = (string) preg_replace( [ '~[a-z]{2,10}://[^\s"\']{1,2000}~', '~[^\s"\'<>]{1,200}@[^\s"\'<>]{1,200}~', '~"[^"\n]{1,80}"|«[^«»\n]{1,80}»~', '~[0-9]{1,40}~' ], ' # ', $text );
		$text = (string) preg_replace( '~[^\p{L}#]+~u', ' ', $text );
		return (string) preg_replace( self::BEFORE, '', trim( $text ) );
	}

	/** Whether a text, as it is compared, is one that could not stand in every other page by chance, and is no page itself. */
	public static function isUsable( string $comparable ): bool {
		return strlen( $comparable ) <= self::MAX_BYTES && strlen( str_replace( [ ' ', '#' ], '', $comparable ) ) >= self::LEAST_LETTERS && str_contains( trim( str_replace( '#', '', $comparable ) ), ' ' );
	}

	/** @return list<string> Ids under which this text, or one line of it, would have been recorded. */
	public static function idsIn( string $visibleText ): array {
		$lines = [ str_replace( "\n", ' ', substr( $visibleText, 0, 4 * self::MAX_BYTES ) ), ...array_slice( explode( "\n", $visibleText ), 0, self::MAX_LINES ) ];
		return array_map( static fn ( string $line ): string => self::idOf( self::comparable( $line ) ), $lines );
	}

	private static function idOf( string $comparable ): string {
		return substr( hash( 'sha256', $comparable ), 0, 12 );
	}
}
