<?php

declare(strict_types=1);

namespace Causeway\Background;

use Causeway\Support\Clock;

/** Signs the loopback kick, so that a stranger cannot make this site work: `<unix time>.<HMAC-SHA256>`, good for a minute. */
final class WorkSignature {

	private const GOOD_FOR_SECONDS = 60;

	/** @param string $key Secret of this site. */
	public function __construct( #[\SensitiveParameter] private readonly string $key, private readonly Clock $clock ) {}

	public function make(): string {
		$now = (string) $this->clock->now();
		return $now . '.' . $this->of( $now );
	}

	public function isGood( string $signature ): bool {
		if ( '' === $this->key || 1 !== preg_match( '/^(\d{1,12})\.([0-9a-f]{64})$/D', $signature, $parts ) ) {
			return false;
		}
		return abs( $this->clock->now() - (int) $parts[1] ) <= self::GOOD_FOR_SECONDS && hash_equals( $this->of( $parts[1] ), $parts[2] );
	}

	private function of( string $time ): string {
		return hash_hmac( 'sha256', 'causeway-work|' . $time, $this->key );
	}
}
