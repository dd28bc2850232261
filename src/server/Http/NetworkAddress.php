<?php

declare(strict_types=1);

namespace Causeway\Http;

/** One IP address, and whether a server may be sent there on somebody's word. */
final class NetworkAddress {

	/** Networks that no vendor answers from, by what they are. Source: IANA's special-purpose address registries. */
	private const NETWORKS = [
		'never'  => [
			'0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
			'224.0.0.0/4', '240.0.0.0/4', '::/128', '100::/64', '2001:db8::/32', '2001::/32', 'fe80::/10', 'fec0::/10', 'ff00::/8', 'fd00:ec2::/32',
		],
		'local'  => [ '127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '::1/128', 'fc00::/7' ],
		'mapped' => [ '::ffff:0:0/96', '64:ff9b::/96', '::/96' ],
	];

	private function __construct( private readonly string $bytes ) {}

	/** Reads the canonical spelling only: `127.1`, `0x7f000001` and `2130706433` are no addresses here. */
	public static function parse( string $text ): ?self {
		$bytes = false === filter_var( $text, FILTER_VALIDATE_IP ) ? false : inet_pton( $text );
		return false === $bytes ? null : new self( $bytes );
	}

	/** Public internet: what a vendor's host must be. */
	public function isPublic(): bool {
		return ! $this->isIn( 'never' ) && ! $this->isIn( 'local' );
	}

	/** This machine or its own network: allowed only where the site says so. Link-local and metadata addresses are never among them. */
	public function isLocal(): bool {
		return ! $this->isIn( 'never' ) && $this->isIn( 'local' );
	}

	private function isIn( string $kind ): bool {
		$embedded = $this->embedded();
		if ( null !== $embedded ) {
			return $embedded->isIn( $kind );
		}
		foreach ( self::NETWORKS[ $kind ] as $network ) {
			if ( self::covers( $network, $this->bytes ) ) {
				return true;
			}
		}
		return false;
	}

	/** The IPv4 address inside an IPv6 one (mapped, NAT64, 6to4), which is where the packets go. */
	private function embedded(): ?self {
		if ( 16 !== strlen( $this->bytes ) || in_array( $this->bytes, [ str_repeat( "\0", 16 ), str_repeat( "\0", 15 ) . "\1" ], true ) ) {
			return null;
		}
		foreach ( self::NETWORKS['mapped'] as $network ) {
			if ( self::covers( $network, $this->bytes ) ) {
				return new self( substr( $this->bytes, 12 ) );
			}
		}
		return str_starts_with( $this->bytes, "\x20\x02" ) ? new self( substr( $this->bytes, 2, 4 ) ) : null;
	}

	private static function covers( string $network, string $bytes ): bool {
		[ $base, $length ] = explode( '/', $network );
		$base              = (string) inet_pton( $base );
		$bits              = (int) $length;
		if ( strlen( $base ) !== strlen( $bytes ) ) {
			return false;
		}
		$whole = intdiv( $bits, 8 );
		if ( substr( $base, 0, $whole ) !== substr( $bytes, 0, $whole ) ) {
			return false;
		}
		$mask = ( 0xFF << ( 8 - $bits % 8 ) ) & 0xFF;
		return 0 === $bits % 8 || ( ord( $base[ $whole ] ) & $mask ) === ( ord( $bytes[ $whole ] ) & $mask );
	}
}
