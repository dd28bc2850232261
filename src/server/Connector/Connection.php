<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * One configured, authorised use of a system.
 *
 * `id` is the slug that constants, CLI and REST use (`zoho-crm`). `fields` are the plain settings that the system declares;
 * `secrets` are already decrypted and exist only in memory.
 */
final class Connection implements \JsonSerializable {

	/**
	 * @param array<string, string> $fields
	 * @param array<string, string> $secrets
	 * @param array<string, string> $facts Learnt about the vendor's side (api_domain, zgid, …); safe to show.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $system,
		public readonly array $fields,
		#[\SensitiveParameter] public readonly array $secrets,
		public readonly bool $mayWrite,
		public readonly array $facts = [],
	) {}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [
			'id'     => $this->id,
			'system' => $this->system,
			'fields' => $this->fields,
		];
	}

	/** @return array<string, mixed> Never the secrets. */
	public function jsonSerialize(): array {
		return $this->__debugInfo();
	}

	/**
	 * Refuses: decrypted secrets never reach a cache or a job.
	 *
	 * @return array<string, mixed>
	 */
	public function __serialize(): array {
		throw new \LogicException( 'A connection holds decrypted secrets and is never serialised.' );
	}
}
