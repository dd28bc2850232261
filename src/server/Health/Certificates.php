<?php

declare(strict_types=1);

namespace Causeway\Health;

/** Certificates that single sign-on plugins of this site trust. Implemented in Storage. */
interface Certificates {

	/** @return list<array{plugin: string, pem: string}> Name of the plugin, and the certificate with its first and last line. */
	public function all(): array;
}
