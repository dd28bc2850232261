<?php

declare(strict_types=1);

namespace Causeway\Rescue;

/** One lock that a plugin holds at this moment. */
final class HeldLock {

	/**
	 * @param string $plugin  Name of the plugin.
	 * @param string $address Internet address, as the plugin keeps it: may be a hash.
	 * @param int    $until   Unix seconds; 0 where the plugin does not say.
	 */
	public function __construct( public readonly string $plugin, public readonly string $address, public readonly int $until ) {}

	/** @return array{plugin: string, address: string, until: string} Time in UTC; '' where it is not known. */
	public function toArray(): array {
		return [
			'plugin'  => $this->plugin,
			'address' => $this->address,
			'until'   => 0 === $this->until ? '' : gmdate( 'Y-m-d H:i:s', $this->until ),
		];
	}
}
