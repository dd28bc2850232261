<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

/**
 * Ways in which a condition on a text may have to be written. Magentrix compares case by case; its pages show both kinds of quotes, and
 * `ToLower()` in an older version only, so each way is tried until one is taken.
 *
 * Source: https://help.magentrix.com/wikis/devguide/magentrix-sql-reference
 */
enum Spelling: string {

	case LowerDouble = 'lower-double';
	case LowerSingle = 'lower-single';
	case ExactDouble = 'exact-double';
	case ExactSingle = 'exact-single';

	/** How a quote inside a text is written is documented nowhere: such a text is never sent. */
	public static function isPlain( string $text ): bool {
		return 1 === preg_match( '/^[^\x00-\x1F\x7F\'"`\\\\]{1,200}$/uD', $text );
	}

	/** Whether capitals do not matter. */
	public function isCaseBlind(): bool {
		return self::LowerDouble === $this || self::LowerSingle === $this;
	}

	/** @param string $text Plain. */
	public function is( string $field, string $text ): string {
		return $this->field( $field ) . ' = ' . $this->text( $text );
	}

	/** @param string $text Plain. */
	public function startsWith( string $field, string $text ): string {
		return $this->field( $field ) . '.StartsWith(' . $this->text( $text ) . ')';
	}

	/** A text that is compared as it is, such as an id. */
	public function exactly( string $field, string $text ): string {
		return $field . ' = ' . $this->quoted( $text );
	}

	private function field( string $field ): string {
		return $this->isCaseBlind() ? $field . '.ToLower()' : $field;
	}

	private function text( string $text ): string {
		return $this->quoted( $this->isCaseBlind() ? strtolower( $text ) : $text );
	}

	private function quoted( string $text ): string {
		$quote = self::LowerDouble === $this || self::ExactDouble === $this ? '"' : "'";
		return $quote . $text . $quote;
	}
}
