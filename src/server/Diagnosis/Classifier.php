<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/**
 * Recognises a refusal on the login path: in memory, from one compiled file, in time linear in the text.
 *
 * Never throws for any input. The decision goes by entry first, then by code, then by text; a text that no pattern knows falls back to
 * the code only where the code has one meaning, because sites translate and rewrite the sentences.
 *
 * A row holds the pattern, the symptom, what it proves and, where it has one, the plugin that says it.
 *
 * @phpstan-type Pattern array{0: string, 1: string, 2: 'nothing'|'password'|'password-if-vendor-call', 3?: string}
 */
final class Classifier {

	/** Bytes of a page that are looked at; what follows is ignored. */
	private const MAX_PAGE_BYTES = 524288;

	/** Elements whose content is never read by a visitor as a sentence of the page. */
	private const SILENT = [ 'script', 'style', 'noscript', 'textarea', 'template', 'title', 'svg' ];

	/** Elements that stay within a line; every other element ends a run. */
	private const INLINE = [ 'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr' ];

	/** @var array{version: string, codes: array<string, array<string, list<Pattern>>>, patterns: array<string, list<Pattern>>, hosts: array<string, string>}|null */
	private ?array $compiled = null;

	/**
	 * @param string       $file  Path of the compiled `classifier.php`. Without the file nothing of the catalog is recognised.
	 * @param list<string> $known Ids of the messages that were recorded for this site.
	 */
	public function __construct( private readonly string $file, private readonly array $known = [] ) {}

	/** @param string $text The message that came with the code; HTML is allowed. */
	public function byCode( string $entry, string $code, string $text ): ?SymptomMatch {
		$candidates = $this->compiled()['codes'][ $entry ][ $code ] ?? [];
		if ( [] === $candidates ) {
			return null;
		}
		$visible = self::visibleText( $text );
		foreach ( $candidates as $row ) {
			if ( '' !== $row[0] && 1 === preg_match( $row[0], $visible ) ) {
				return new SymptomMatch( $row[1], $row[2], $row[3] ?? '' );
			}
		}
		foreach ( $candidates as $row ) {
			if ( '' === $row[0] || 1 === count( $candidates ) ) {
				// Without its own sentence a code proves nothing: plugins reuse codes.
				return new SymptomMatch( $row[1], '' === $row[0] ? $row[2] : 'nothing', $row[3] ?? '' );
			}
		}
		return null;
	}

	/** @param string $visibleText Plain text, one run a line, as {@see visibleText()} gives it. */
	public function byText( string $entry, string $visibleText ): ?SymptomMatch {
		foreach ( $this->compiled()['patterns'][ $entry ] ?? [] as $row ) {
			if ( 1 === preg_match( $row[0], $visibleText ) ) {
				return new SymptomMatch( $row[1], $row[2], $row[3] ?? '' );
			}
		}
		return null;
	}

	/**
	 * A message that was recorded for this site; asked only where the catalog knows nothing. It proves nothing.
	 *
	 * @param string $visibleText As {@see visibleText()} gives it.
	 */
	public function bySite( string $visibleText ): ?SymptomMatch {
		if ( [] === $this->known || '' === $visibleText ) {
			return null;
		}
		foreach ( array_intersect( SitePattern::idsIn( $visibleText ), $this->known ) as $id ) {
			return new SymptomMatch( SitePattern::SYSTEM . ':' . $id, 'nothing' );
		}
		return null;
	}

	public function byPage( string $entry, string $html ): ?SymptomMatch {
		return $this->byText( $entry, self::visibleText( $html ) );
	}

	/** Id of the system that a portal calls at this host; '' where none is known. */
	public function systemOfHost( string $host ): string {
		$hosts = $this->compiled()['hosts'];
		$rest  = strtolower( rtrim( $host, '.' ) );
		while ( '' !== $rest ) {
			if ( isset( $hosts[ $rest ] ) ) {
				return $hosts[ $rest ];
			}
			$dot  = strpos( $rest, '.' );
			$rest = false === $dot ? '' : substr( $rest, $dot + 1 );
		}
		return '';
	}

	/**
	 * What a visitor reads of some HTML: one run of text a line, entities decoded, white space collapsed, valid UTF-8.
	 *
	 * A hand-written scan, because it meets pages of any plugin: each byte is passed once, and an element that is never closed hides the rest.
	 */
	public static function visibleText( string $html ): string {
		$html  = substr( $html, 0, self::MAX_PAGE_BYTES );
		$lower = strtolower( $html );
		$text  = '';
		$at    = 0;
		$end   = strlen( $html );
		while ( $at < $end ) {
			$open = strpos( $html, '<', $at );
			if ( false === $open ) {
				$text .= self::run( substr( $html, $at ) );
				break;
			}
			$text .= self::run( substr( $html, $at, $open - $at ) );
			if ( 0 === substr_compare( $html, '<!--', $open, 4 ) ) {
				$close = strpos( $html, '-->', $open + 4 );
				$at    = false === $close ? $end : $close + 3;
				continue;
			}
			$slash = '/' === ( $html[ $open + 1 ] ?? '' ) ? 1 : 0;
			$name  = substr( $lower, $open + 1 + $slash, min( 20, strspn( $lower, 'abcdefghijklmnopqrstuvwxyz0123456789-', $open + 1 + $slash ) ) );
			if ( '' === $name && '!' !== ( $html[ $open + 1 ] ?? '' ) && '?' !== ( $html[ $open + 1 ] ?? '' ) ) {
				$text .= '<';
				$at    = $open + 1;
				continue;
			}
			$close = strpos( $html, '>', $open );
			if ( false === $close ) {
				break;
			}
			$at = $close + 1;
			if ( 0 === $slash && '/' !== $html[ $close - 1 ] && in_array( $name, self::SILENT, true ) ) {
				$closing = strpos( $lower, '</' . $name, $at );
				$at      = false === $closing ? $end : $closing;
			}
			if ( ! in_array( $name, self::INLINE, true ) ) {
				$text .= "\n";
			}
		}
		return self::tidy( $text );
	}

	/** Decodes one stretch between two tags; its line breaks are blanks, as in a browser. */
	private static function run( string $raw ): string {
		$text = str_contains( $raw, '&' ) ? html_entity_decode( $raw, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) : $raw;
		return strtr( $text, "\r\n\t\f\v", '     ' );
	}

	/** Makes the text valid UTF-8, drops marks that nobody sees, and collapses white space within each run. */
	private static function tidy( string $text ): string {
		if ( 1 !== preg_match( '/[^\x0A\x20-\x7E]/', $text ) ) {
			// Plain ASCII, as nearly every message is: nothing to mend, drop or straighten.
			return trim( (string) preg_replace( [ '/  +/', '/ ?\n[ \n]*/' ], [ ' ', "\n" ], $text ) );
		}
		if ( 1 !== preg_match( '//u', $text ) ) {
			// Replaces broken sequences; needs no extension.
			$text = htmlspecialchars_decode( htmlspecialchars( $text, ENT_NOQUOTES | ENT_SUBSTITUTE, 'UTF-8' ), ENT_NOQUOTES );
		}
		$text = (string) preg_replace( '/[\x{00AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}\x{FFFD}]/u', '', $text );
		$text = str_replace( [ '’', '‘', '“', '”' ], [ "'", "'", '"', '"' ], $text );
		$text = (string) preg_replace( '/[^\S\n]+/u', ' ', $text );
		return trim( (string) preg_replace( '/ ?\n[ \n]*/', "\n", $text ) );
	}

	/** @return array{version: string, codes: array<string, array<string, list<Pattern>>>, patterns: array<string, list<Pattern>>, hosts: array<string, string>} */
	private function compiled(): array {
		if ( null === $this->compiled ) {
			/** @var array{version: string, codes: array<string, array<string, list<Pattern>>>, patterns: array<string, list<Pattern>>, hosts: array<string, string>} $compiled */
			$compiled       = is_readable( $this->file ) ? require $this->file : [
				'version'  => '',
				'codes'    => [],
				'patterns' => [],
				'hosts'    => [],
			];
			$this->compiled = $compiled;
		}
		return $this->compiled;
	}
}
