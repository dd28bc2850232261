<?php

declare(strict_types=1);

namespace Causeway\Block;

/** What the site's editor wrote into the block. Plain text and one address; empty where nothing was written. */
final class SlotSettings {

	public function __construct(
		public readonly string $title,
		public readonly string $contactText,
		public readonly string $helpUrl,
		public readonly string $helpLabel,
		public readonly string $loginUrl,
	) {}

	/** @param array<array-key, mixed> $attributes */
	public static function fromAttributes( array $attributes ): self {
		$text = static fn ( string $name ): string => is_string( $attributes[ $name ] ?? null ) ? trim( $attributes[ $name ] ) : '';
		return new self( $text( 'title' ), $text( 'contactText' ), $text( 'helpUrl' ), $text( 'helpLabel' ), $text( 'loginUrl' ) );
	}

	public function toJson(): string {
		return (string) wp_json_encode( get_object_vars( $this ) );
	}

	public static function fromJson( string $json ): self {
		$attributes = json_decode( $json, true );
		return self::fromAttributes( is_array( $attributes ) ? $attributes : [] );
	}
}
