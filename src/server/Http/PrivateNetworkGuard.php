<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;

/**
 * Lets a request out only to a vendor's own host, or to a public address that was looked up once and is then the one connected to.
 *
 * Whoever may type a connection's address must not be able to make this server read its own network or its cloud's metadata.
 */
final class PrivateNetworkGuard implements Transport {

	/** @param list<string> $vendorHosts Host suffixes that belong to the vendor. Their certificate proves them, so they need no pin and work behind a proxy. */
	public function __construct(
		private readonly PinningTransport $inner,
		private readonly Resolver $resolver,
		private readonly array $vendorHosts,
		private readonly bool $allowsLocal,
	) {}

	public function send( Request $request ): Response {
		[ $scheme, $host ] = self::parts( $request->url );

		if ( 'https' === $scheme && $this->isVendorHost( $host ) ) {
			return $this->inner->send( $request );
		}
		if ( 'https' !== $scheme && ! ( 'http' === $scheme && $this->allowsLocal ) ) {
			throw self::refusal( 'not-https', 'Only addresses that start with https:// are called.' );
		}
		if ( ! $this->inner->canPin( $request->url ) ) {
			throw self::refusal( 'cannot-pin', 'Behind a proxy, or without cURL, only the vendor’s own hosts are called.' );
		}

		$literal   = trim( $host, '[]' );
		$addresses = null !== NetworkAddress::parse( $literal ) ? [ $literal ] : $this->resolver->addresses( $host );
		if ( [] === $addresses ) {
			throw new ConnectorFault( FaultKind::Unreachable, 'The host name could not be found.' );
		}
		$isLocal = false;
		foreach ( $addresses as $text ) {
			$address = NetworkAddress::parse( $text );
			$isLocal = $isLocal || ( null !== $address && $address->isLocal() );
			// One bad address among good ones is refused too: which one gets connected is not ours to choose.
			if ( null === $address || ! ( $address->isPublic() || ( $this->allowsLocal && $address->isLocal() ) ) ) {
				throw self::refusal( 'private-address', 'The address leads into a private network and is not called.' );
			}
		}
		if ( 'https' !== $scheme && ! $isLocal ) {
			throw self::refusal( 'not-https', 'Only addresses that start with https:// are called.' );
		}
		return $this->inner->sendPinned( $request, $addresses );
	}

	/** @return array{string, string} Scheme and host, lower case; what two parsers could read differently is refused. */
	private static function parts( string $url ): array {
		$parts = 1 === preg_match( '/[\x00-\x20\x7F-\xFF\\\\]/', $url ) ? false : parse_url( $url );
		if ( ! is_array( $parts ) || ! isset( $parts['scheme'], $parts['host'] ) || str_contains( $parts['host'], '%' ) ) {
			throw self::refusal( 'bad-address', 'That is no address that can be called.' );
		}
		if ( isset( $parts['user'] ) || isset( $parts['pass'] ) || str_contains( explode( '/', $url )[2] ?? '', '@' ) ) {
			throw self::refusal( 'user-info', 'An address with a user name in it is not called.' );
		}
		$host = strtolower( rtrim( $parts['host'], '.' ) );
		if ( str_starts_with( $host, '[' ) ) {
			$isWellFormed = null !== NetworkAddress::parse( trim( $host, '[]' ) );
		} elseif ( 1 === preg_match( '/(?:^|\.)(?:0x[0-9a-f]*|[0-9]+)$/D', $host ) ) {
			// A last label that is a number makes the whole host an IPv4 address for some parsers: 127.1, 0177.0.0.1, 2130706433, 0x7f.1.
			$isWellFormed = null !== NetworkAddress::parse( $host );
		} else {
			$isWellFormed = 1 === preg_match( '/^(?!-)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/D', $host ) && strlen( $host ) <= 253;
		}
		if ( ! $isWellFormed ) {
			throw self::refusal( 'bad-address', 'That is no address that can be called.' );
		}
		return [ strtolower( $parts['scheme'] ), $host ];
	}

	private function isVendorHost( string $host ): bool {
		foreach ( $this->vendorHosts as $suffix ) {
			if ( $host === $suffix || str_ends_with( $host, '.' . $suffix ) ) {
				return true;
			}
		}
		return false;
	}

	private static function refusal( string $word, string $message ): ConnectorFault {
		return new ConnectorFault( FaultKind::Rejected, $message, vendorCode: 'causeway-' . $word );
	}
}
