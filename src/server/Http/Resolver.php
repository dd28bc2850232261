<?php

declare(strict_types=1);

namespace Causeway\Http;

/** Looks up a host name. */
interface Resolver {

	/** @return list<string> Every IPv4 and IPv6 address of the name; empty where there is none. */
	public function addresses( string $host ): array;
}
