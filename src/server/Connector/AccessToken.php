<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** A short-lived credential that a vendor issued for a connection. */
final class AccessToken {

	/** Seconds before its end at which a token no longer starts a call. */
	private const MARGIN_SECONDS = 60;

	/**
	 * @param int          $expiresAt Unix seconds.
	 * @param string       $baseUrl   Where the vendor says this token is to be used, without a slash at the end; '' where it does not say.
	 * @param list<string> $scopes    What the vendor granted; empty where it does not say.
	 * @param string       $renewal   A refresh token that came with it and takes the place of the one before; '' where the vendor keeps the same.
	 */
	public function __construct(
		#[\SensitiveParameter] public readonly string $value,
		public readonly int $expiresAt,
		public readonly string $baseUrl = '',
		public readonly array $scopes = [],
		#[\SensitiveParameter] public readonly string $renewal = '',
	) {}

	public function isUsableAt( int $now ): bool {
		return '' !== $this->value && $now < $this->expiresAt - self::MARGIN_SECONDS;
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [
			'expiresAt' => $this->expiresAt,
			'baseUrl'   => $this->baseUrl,
			'scopes'    => count( $this->scopes ), // The vendor's words: whatever it sent.
		];
	}
}
