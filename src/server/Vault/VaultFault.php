<?php

declare(strict_types=1);

namespace Causeway\Vault;

/** A secret that could not be sealed or opened. Nothing is stored or used in its place. */
final class VaultFault extends \RuntimeException {

	/** @param string $reason Machine-readable: `no-sodium`, `no-key`, `unreadable`, `key-changed`, `tampered`. */
	public function __construct( public readonly string $reason, string $message ) {
		parent::__construct( $message );
	}
}
