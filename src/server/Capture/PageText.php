<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Diagnosis\Classifier;

/** Reads a page as a visitor sees it. Hidden elements are no part of it: many portals ship their sentences in one, for scripts to show. */
final class PageText {

	/** What the classifier looks at; a login page is far smaller. */
	private const MAX_BYTES = 524288;

	private const VOID = [ 'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr' ];

	private const TAG = '~<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^"\'>]++|"[^"]*+"|\'[^\']*+\')*+)>~';

	private readonly string $visible;

	public function __construct( string $html ) {
		$this->visible = self::withoutHidden( substr( $html, 0, self::MAX_BYTES ) );
	}

	/** @return list<string> Whole text runs, top to bottom. */
	public function runs(): array {
		$text = Classifier::visibleText( $this->visible );
		return '' === $text ? [] : explode( "\n", $text );
	}

	/** Whether the page asks for a password again. */
	public function asksForPassword(): bool {
		return 1 === preg_match( '~<input\b[^>]*\btype\s*=\s*["\']?password\b~i', $this->visible );
	}

	private static function withoutHidden( string $html ): string {
		$html = self::withoutSilent( $html );
		$kept = '';
		$from = 0;
		// Name of the hidden element that is open, and how many of its name are open in it.
		$hidden = '';
		$depth  = 0;
		$count  = (int) preg_match_all( self::TAG, $html, $tags, PREG_SET_ORDER | PREG_OFFSET_CAPTURE );
		for ( $index = 0; $index < $count; $index++ ) {
			[ [ $tag, $at ], [ $slash ], [ $name ], [ $attributes ] ] = $tags[ $index ];
			$name    = strtolower( $name );
			$isClose = '/' === $slash;
			if ( '' === $hidden ) {
				if ( ! $isClose && ! in_array( $name, self::VOID, true ) && self::isHidden( $name, $attributes ) ) {
					$kept  .= substr( $html, $from, $at - $from );
					$hidden = $name;
					$depth  = 1;
				}
				continue;
			}
			if ( $name === $hidden ) {
				$depth += $isClose ? -1 : 1;
				if ( 0 === $depth ) {
					$hidden = '';
					$from   = $at + strlen( $tag );
				}
			}
		}
		return '' === $hidden ? $kept . substr( $html, $from ) : $kept;
	}

	/** Cuts what no visitor reads. One that is never closed hides the rest; each byte is passed once. */
	private static function withoutSilent( string $html ): string {
		$kept = '';
		$at   = 0;
		while ( 1 === preg_match( '~<(script|style|template)\b~i', $html, $match, PREG_OFFSET_CAPTURE, $at ) ) {
			$kept .= substr( $html, $at, $match[0][1] - $at );
			$close = stripos( $html, '</' . $match[1][0], $match[0][1] );
			if ( false === $close ) {
				return $kept;
			}
			$end = strpos( $html, '>', $close );
			$at  = false === $end ? strlen( $html ) : $end + 1;
		}
		return $kept . substr( $html, $at );
	}

	private static function isHidden( string $name, string $attributes ): bool {
		if ( '' === $attributes ) {
			return 'dialog' === $name;
		}
		$bare = (string) preg_replace( '~=\s*(?:"[^"]*+"|\'[^\']*+\'|[^\s"\'>]++)~', '=', $attributes );
		return 1 === preg_match( '~(?:^|\s)hidden(?:\s|=|/|$)~i', $bare )
			|| 1 === preg_match( '~\sstyle\s*=\s*(?:"[^"]*|\'[^\']*)(?<![-\w])(?:display\s*:\s*none|visibility\s*:\s*hidden)~i', $attributes )
			|| ( 'dialog' === $name && 1 !== preg_match( '~(?:^|\s)open(?:\s|=|/|$)~i', $bare ) );
	}
}
