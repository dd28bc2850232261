<?php

declare(strict_types=1);

namespace Causeway\Block;

/** What the site's editor wrote into the block: plain text, addresses, and which controls people get. Empty where nothing was written. */
final class SlotSettings {

	public function __construct(
		public readonly string $title,
		public readonly string $anonymousText,
		public readonly string $lookingText,
		public readonly string $contactText,
		public readonly string $helpUrl,
		public readonly string $helpLabel,
		public readonly string $loginUrl,
		public readonly string $resetUrl,
		public readonly bool $offersReset,
		public readonly bool $offersMail,
		public readonly bool $offersTell,
	) {}

	/** @param array<array-key, mixed> $attributes */
	public static function fromAttributes( array $attributes ): self {
		$text = static fn ( string $name ): string => is_string( $attributes[ $name ] ?? null ) ? trim( $attributes[ $name ] ) : '';
		$flag = static fn ( string $name ): bool => ! in_array( $attributes[ $name ] ?? true, [ false, 'false', '0', 'no' ], true );
		return new self(
			$text( 'title' ),
			$text( 'anonymousText' ),
			$text( 'lookingText' ),
			$text( 'contactText' ),
			$text( 'helpUrl' ),
			$text( 'helpLabel' ),
			$text( 'loginUrl' ),
			$text( 'resetUrl' ),
			$flag( 'offersReset' ),
			$flag( 'offersMail' ),
			$flag( 'offersTell' )
		);
	}

	public function toJson(): string {
		return (string) wp_json_encode( get_object_vars( $this ) );
	}

	public static function fromJson( string $json ): self {
		$attributes = json_decode( $json, true );
		return self::fromAttributes( is_array( $attributes ) ? $attributes : [] );
	}
}
