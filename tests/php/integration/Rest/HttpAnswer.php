<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

/** One answer as it would have gone over the wire. */
final class HttpAnswer {

	/** @param array<string, string> $headers By lower-case name. */
	public function __construct( public readonly int $status, public readonly array $headers, public readonly string $body ) {}

	/** @return array<mixed> */
	public function json(): array {
		$json = json_decode( $this->body, true );
		return is_array( $json ) ? $json : [];
	}

	/** The value at a path of keys; null where the body has none. */
	public function at( int|string ...$path ): mixed {
		$value = $this->json();
		foreach ( $path as $key ) {
			$value = is_array( $value ) ? $value[ $key ] ?? null : null;
		}
		return $value;
	}

	public function code(): string {
		$code = $this->at( 'code' );
		return is_string( $code ) ? $code : '';
	}
}
