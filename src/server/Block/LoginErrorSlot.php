<?php

declare(strict_types=1);

namespace Causeway\Block;

use Causeway\Capture\MessageSlot;
use Causeway\Capture\ShownMessage;

/**
 * The block's place in the page: a hidden message, until the finished page turns out to be a refusal and the message with its reference takes
 * its place, or until the block's script learns of one that another script brought.
 *
 * Hidden, it holds nothing about anybody, so that any cache may keep it.
 */
final class LoginErrorSlot implements MessageSlot {

	private const BEGIN = '<!--causeway-slot ';

	private const END = '<!--/causeway-slot-->';

	private const SLOT = '~<!--causeway-slot ([A-Za-z0-9+/=]*+)-->.*?<!--/causeway-slot-->~s';

	/** @param string $wrapper Attributes of the block's wrapper, escaped. */
	public static function markup( string $wrapper, SlotSettings $settings ): string {
		return sprintf(
			'<div %1$s>%2$s%3$s-->%4$s%5$s</div>',
			trim( $wrapper ),
			self::BEGIN,
			base64_encode( $settings->toJson() ), // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- A comment must not hold "--".
			( new SlotMessage( $settings ) )->empty(),
			self::END
		);
	}

	public function isIn( string $html ): bool {
		return str_contains( $html, self::BEGIN ) && 1 === preg_match( self::SLOT, $html );
	}

	public function fill( string $html, ShownMessage $message ): string {
		$filled = preg_replace_callback(
			self::SLOT,
			static fn ( array $match ): string => ( new SlotMessage( SlotSettings::fromJson( (string) base64_decode( $match[1], true ) ) ) )->of( $message ), // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- What markup() wrote.
			$html,
			1
		);
		return $filled ?? $html;
	}
}
