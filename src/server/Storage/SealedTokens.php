<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Connector\AccessToken;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\TokenCache;
use Causeway\Support\Clock;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultFault;

/** Access tokens, sealed in their connection's row. */
final class SealedTokens implements TokenCache {

	private const WAIT_SECONDS = 10;

	private const LEASE_SECONDS = 15;

	public function __construct(
		private readonly Database $database,
		private readonly Vault $vault,
		private readonly Lease $lease,
		private readonly StoredConnections $connections,
		private readonly Clock $clock,
	) {}

	public function get( string $slug ): ?AccessToken {
		$sealed = $this->database->value( "SELECT token FROM {$this->database->table( 'connections' )} WHERE site_id = %d AND slug = %s", $this->database->siteId(), $slug );
		if ( '' === $sealed ) {
			return null;
		}
		try {
			$stored = json_decode( $this->vault->open( $sealed, $this->context( $slug ) ), true );
		} catch ( VaultFault ) {
			return null;
		}
		if ( ! is_array( $stored ) || ! is_string( $stored['value'] ?? null ) || ! is_int( $stored['expiresAt'] ?? null ) ) {
			return null;
		}
		$scopes = array_values( array_filter( is_array( $stored['scopes'] ?? null ) ? $stored['scopes'] : [], 'is_string' ) );
		return new AccessToken( $stored['value'], $stored['expiresAt'], JsonPath::text( $stored, 'baseUrl' ), $scopes, JsonPath::text( $stored, 'renewal' ) );
	}

	public function put( string $slug, #[\SensitiveParameter] AccessToken $token ): void {
		$this->connections->ensureRow( $slug );
		$sealed = $this->vault->seal(
			Database::json(
				[
					'value'     => $token->value,
					'expiresAt' => $token->expiresAt,
					'baseUrl'   => $token->baseUrl,
					'scopes'    => $token->scopes,
					'renewal'   => $token->renewal,
				]
			),
			$this->context( $slug )
		);
		$this->write( $slug, $sealed );
	}

	public function forget( string $slug ): void {
		$this->write( $slug, '' );
	}

	public function withRefreshLock( string $slug, callable $refresh ): AccessToken {
		$name  = 'refresh:' . $slug;
		$until = $this->clock->elapsedNanoseconds() + self::WAIT_SECONDS * 1_000_000_000;
		do {
			$owner = $this->lease->take( $name, self::LEASE_SECONDS );
			if ( null !== $owner ) {
				try {
					return $refresh();
				} finally {
					$this->lease->release( $name, $owner );
				}
			}
			usleep( 100_000 );
		} while ( $this->clock->elapsedNanoseconds() < $until );
		throw new ConnectorFault( FaultKind::RateLimited, 'Another process has been fetching a new access token for this connection for over ten seconds.', self::LEASE_SECONDS, 'causeway-refresh-busy' );
	}

	private function write( string $slug, string $sealed ): void {
		$this->database->run( "UPDATE {$this->database->table( 'connections' )} SET token = %s WHERE site_id = %d AND slug = %s", $sealed, $this->database->siteId(), $slug );
	}

	private function context( string $slug ): string {
		return "connection:{$this->database->siteId()}:{$slug}:token";
	}
}
