<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** What an admin wants a connection to be. Secrets travel inwards only. */
final class ConnectionDraft {

	/**
	 * @param array<string, string> $fields  All plain settings.
	 * @param array<string, string> $secrets Only those that change; '' removes one, an absent one stays as it is.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $system,
		public readonly array $fields,
		#[\SensitiveParameter] public readonly array $secrets,
		public readonly bool $mayWrite,
	) {}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [
			'id'      => $this->id,
			'system'  => $this->system,
			'fields'  => $this->fields,
			'secrets' => array_keys( $this->secrets ),
		];
	}
}
