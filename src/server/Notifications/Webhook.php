<?php

declare(strict_types=1);

namespace Causeway\Notifications;

use Causeway\Connector\Request;

/**
 * Signs a message as the Standard Webhooks specification has it, so that receivers check it with libraries that they have.
 *
 * Signed is `<id>.<timestamp>.<body>` by HMAC-SHA256; the id stays the same when a message is sent again, the timestamp is the sending's own.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
final class Webhook {

	private const PREFIX = 'whsec_';

	private const TIMEOUT_SECONDS = 8.0;

	/** Whether a receiver's library takes it: `whsec_` and base64 of 24 to 64 bytes. */
	public static function isSecret( #[\SensitiveParameter] string $secret ): bool {
		$bytes = self::bytes( $secret );
		return strlen( $bytes ) >= 24 && strlen( $bytes ) <= 64;
	}

	public static function request( string $url, #[\SensitiveParameter] string $secret, string $id, int $now, string $body ): Request {
		return new Request(
			'POST',
			$url,
			[
				'Content-Type'      => 'application/json; charset=utf-8',
				'webhook-id'        => $id,
				'webhook-timestamp' => (string) $now,
			],
			[ 'webhook-signature' => 'v1,' . base64_encode( hash_hmac( 'sha256', "{$id}.{$now}.{$body}", self::bytes( $secret ), true ) ) ],
			$body,
			false,
			self::TIMEOUT_SECONDS
		);
	}

	private static function bytes( #[\SensitiveParameter] string $secret ): string {
		return str_starts_with( $secret, self::PREFIX ) ? (string) base64_decode( substr( $secret, strlen( self::PREFIX ) ), true ) : '';
	}

	private function __construct() {}
}
