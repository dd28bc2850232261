<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\Connection;

/** Where a connection's SuperOffice answers. Online, the tenant's own address moves and is asked for; only the identity host is fixed. */
final class Place {

	/** Host suffix of every address of SuperOffice CRM Online. */
	public const HOST = 'superoffice.com';

	public readonly Edition $edition;

	public function __construct( private readonly Connection $connection ) {
		$this->edition = Edition::tryFrom( $connection->fields['edition'] ?? '' ) ?? Edition::Online;
	}

	/** `Cust12345`; '' where the field holds nothing of that form. */
	public function tenant(): string {
		$tenant = trim( $this->connection->fields['tenant'] ?? '' );
		return 1 === preg_match( '/^Cust\d{1,9}$/iD', $tenant ) ? 'Cust' . substr( $tenant, 4 ) : '';
	}

	/** The identity host of Online, without a slash at the end. */
	public function loginUrl(): string {
		$custom = $this->field( 'login_base' );
		return match ( $this->connection->fields['environment'] ?? '' ) {
			'stage', 'sod' => 'https://' . $this->connection->fields['environment'] . '.' . self::HOST,
			'custom' => $custom,
			default => 'https://online.' . self::HOST,
		};
	}

	/** The web API of an own server, without a slash at the end. */
	public function serverUrl(): string {
		return (string) preg_replace( '#/v1$#i', '', $this->field( 'api_base' ) );
	}

	/** Whether the tenant's API may be at that address: credentials are sent there, so only SuperOffice's own hosts count, or the ones that stand in for them. */
	public function isOwn( string $url ): bool {
		$parts = parse_url( $url );
		if ( ! is_array( $parts ) || isset( $parts['user'] ) || '' === ( $parts['host'] ?? '' ) ) {
			return false;
		}
		$isVendors = 'https' === ( $parts['scheme'] ?? '' ) && str_ends_with( '.' . strtolower( $parts['host'] ), '.' . self::HOST );
		$custom    = parse_url( $this->loginUrl() );
		return $isVendors || ( 'custom' === ( $this->connection->fields['environment'] ?? '' ) && is_array( $custom ) && ( $custom['host'] ?? '' ) === $parts['host'] );
	}

	private function field( string $name ): string {
		return rtrim( trim( $this->connection->fields[ $name ] ?? '' ), '/' );
	}
}
