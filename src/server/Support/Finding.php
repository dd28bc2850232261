<?php

declare(strict_types=1);

namespace Causeway\Support;

/**
 * A probe's answer to one question about one person or one connection.
 *
 * `key` is dotted and belongs to `system` (`contact.exists` of `zoho-crm`). `detail` is evidence for the site admin, plain text, no
 * secrets. `reason` is machine-readable and says why a finding is unknown (`unreachable`, `unauthorised`, `not-asked`, …); empty otherwise.
 */
final class Finding {

	public function __construct(
		public readonly string $system,
		public readonly string $key,
		public readonly Truth $truth,
		public readonly string $source,
		public readonly int $observedAt,
		public readonly string $detail = '',
		public readonly string $reason = '',
	) {}

	/** @return array{system: string, finding: string, value: string, source: string, observedAt: int, detail: string, reason: string} */
	public function toArray(): array {
		return [
			'system'     => $this->system,
			'finding'    => $this->key,
			'value'      => $this->truth->value,
			'source'     => $this->source,
			'observedAt' => $this->observedAt,
			'detail'     => $this->detail,
			'reason'     => $this->reason,
		];
	}
}
