<?php

declare(strict_types=1);

namespace Causeway\Support;

/** Where a request comes from, only as far as limits need it: one machine, and the network it is in. Never stored as it is. */
final class ClientAddress {

	/** Bits of an address that a household or an office shares. */
	private const NETWORK_BYTES = [
		4  => 3,
		16 => 6,
	];

	/** An IPv6 host has 64 bits of its own to play with: one machine is the half before them. */
	private const MACHINE_BYTES = [
		4  => 4,
		16 => 8,
	];

	private readonly string $bytes;

	private readonly bool $isPublic;

	/** @param string $address As the web server gives it (`REMOTE_ADDR`). Anything else than an address counts as one and the same machine. */
	public function __construct( string $address ) {
		$packed         = filter_var( $address, FILTER_VALIDATE_IP ) ? inet_pton( $address ) : false;
		$bytes          = false === $packed ? '' : $packed;
		$mapped         = str_repeat( "\0", 10 ) . "\xff\xff";
		$this->bytes    = str_starts_with( $bytes, $mapped ) ? substr( $bytes, 12 ) : $bytes;
		$plain          = '' === $this->bytes ? '' : inet_ntop( $this->bytes );
		$this->isPublic = false !== filter_var( $plain, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
	}

	/** The same for every request of one machine. Hexadecimal digits. */
	public function machine(): string {
		return bin2hex( substr( $this->bytes, 0, self::MACHINE_BYTES[ strlen( $this->bytes ) ] ?? 0 ) );
	}

	/** Whether it is of the internet. One of the site's own network may be that of a proxy, which stands for everybody. */
	public function isPublic(): bool {
		return $this->isPublic;
	}

	/** The same for all machines of a /24 or a /48. Hexadecimal digits. */
	public function network(): string {
		return bin2hex( substr( $this->bytes, 0, self::NETWORK_BYTES[ strlen( $this->bytes ) ] ?? 0 ) );
	}
}
