<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Truth;

/** State of a connection in the manner of Kubernetes: `reachable`, `authorised`, `quota`, `scopes`. */
final class Condition {

	public function __construct(
		public readonly string $type,
		public readonly Truth $status,
		public readonly string $reason,
		public readonly string $message,
		public readonly int $observedAt,
	) {}

	/** @return array{type: string, status: string, reason: string, message: string, observedAt: int} */
	public function toArray(): array {
		return [
			'type'       => $this->type,
			'status'     => $this->status->value,
			'reason'     => $this->reason,
			'message'    => $this->message,
			'observedAt' => $this->observedAt,
		];
	}
}
