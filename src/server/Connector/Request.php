<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** One HTTP request to a vendor. `secretHeaders` and `body` never reach a log. */
final class Request {

	/**
	 * @param 'GET'|'POST'|'PUT'|'PATCH'|'DELETE' $method
	 * @param array<string, string>              $headers
	 * @param array<string, string>              $secretHeaders
	 * @param bool                               $idempotent May be repeated without a second effect; decided by the request, not by the caller.
	 */
	public function __construct(
		public readonly string $method,
		public readonly string $url,
		public readonly array $headers = [],
		#[\SensitiveParameter] public readonly array $secretHeaders = [],
		#[\SensitiveParameter] public readonly string $body = '',
		public readonly bool $idempotent = true,
		public readonly float $timeoutSeconds = 8.0,
	) {}

	/** The same request to another address; the credentials stay behind where the host is another one. */
	public function withUrl( string $url ): self {
		$isSameHost = self::authority( $url ) === self::authority( $this->url );
		return new self( $this->method, $url, $this->headers, $isSameHost ? $this->secretHeaders : [], $isSameHost ? $this->body : '', $this->idempotent, $this->timeoutSeconds );
	}

	/** @param array<string, string> $secretHeaders Credentials, beside those that it has. */
	public function with( #[\SensitiveParameter] array $secretHeaders ): self {
		return new self( $this->method, $this->url, $this->headers, array_merge( $this->secretHeaders, $secretHeaders ), $this->body, $this->idempotent, $this->timeoutSeconds );
	}

	/** The same request that waits at most so long. */
	public function within( float $timeoutSeconds ): self {
		return new self( $this->method, $this->url, $this->headers, $this->secretHeaders, $this->body, $this->idempotent, min( $this->timeoutSeconds, $timeoutSeconds ) );
	}

	private static function authority( string $url ): string {
		$parts = parse_url( $url );
		return is_array( $parts ) ? strtolower( ( $parts['scheme'] ?? '' ) . '://' . ( $parts['host'] ?? '' ) . ':' . ( $parts['port'] ?? '' ) ) : '';
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [
			'method' => $this->method,
			'url'    => explode( '?', $this->url )[0],
		];
	}
}
