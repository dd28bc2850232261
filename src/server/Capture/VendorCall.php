<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** One call of the portal to its vendor, seen in the request of a refusal. Never headers, bodies, ids or query strings. */
final class VendorCall {

	private const JSON_BYTES = 190;

	/**
	 * @param string $path         Its shape: ids are `{id}`.
	 * @param int    $status       0 where no answer came.
	 * @param string $code         The vendor's own error word; '' where there was none.
	 * @param string $fault        `timed-out`, `reset`, `unreachable`, or `malformed` for an answer that cannot be read; '' where one came.
	 * @param int    $milliseconds How long the visitor waited for it.
	 */
	public function __construct(
		public readonly string $system,
		public readonly string $path,
		public readonly int $status,
		public readonly string $code,
		public readonly string $fault,
		public readonly int $milliseconds,
	) {}

	/** Whether it shows something a working login does not show: no answer, an empty one, an error. */
	public function wentWrong(): bool {
		return '' !== $this->fault || '' !== $this->code || $this->status < 200 || $this->status >= 300 || 204 === $this->status;
	}

	/** ASCII, at most 190 bytes: the path gives way first. */
	public function toJson(): string {
		$path = $this->path;
		do {
			$json = (string) json_encode(
				[
					'system' => $this->system,
					'path'   => $path,
					'status' => $this->status,
					'code'   => $this->code,
					'fault'  => $this->fault,
					'ms'     => $this->milliseconds,
				],
				JSON_UNESCAPED_SLASHES
			);
			$over = strlen( $json ) - self::JSON_BYTES;
			$path = $over > 0 ? substr( $path, 0, max( 0, strlen( $path ) - $over ) ) : $path;
		} while ( $over > 0 && strlen( $json ) > self::JSON_BYTES && '' !== $path );

		return strlen( $json ) <= self::JSON_BYTES ? $json : '';
	}
}
