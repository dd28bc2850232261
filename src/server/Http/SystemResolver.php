<?php

declare(strict_types=1);

namespace Causeway\Http;

/** The operating system's resolver and, for IPv6, the domain name system itself. */
final class SystemResolver implements Resolver {

	public function addresses( string $host ): array {
		$addresses = gethostbynamel( $host );
		$addresses = false === $addresses ? [] : $addresses;
		// The trailing dot keeps a search domain of the machine out of the question.
		foreach ( @dns_get_record( $host . '.', DNS_AAAA ) ?: [] as $record ) {
			if ( is_string( $record['ipv6'] ?? null ) ) {
				$addresses[] = $record['ipv6'];
			}
		}
		return array_values( array_unique( $addresses ) );
	}
}
