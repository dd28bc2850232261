<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector\Doubles;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\ConnectionStore;

/** Connections in memory. */
final class MemoryConnections implements ConnectionStore {

	/** @var array<string, Connection> */
	private array $connections = [];

	/** @var array<string, list<\Causeway\Connector\Condition>> */
	private array $conditions = [];

	public function __construct( Connection ...$connections ) {
		foreach ( $connections as $connection ) {
			$this->connections[ $connection->id ] = $connection;
		}
	}

	public function all(): array {
		return array_values( $this->connections );
	}

	public function get( string $slug ): ?Connection {
		return $this->connections[ $slug ] ?? null;
	}

	public function ofSystem( string $system ): ?Connection {
		foreach ( $this->connections as $connection ) {
			if ( $connection->system === $system ) {
				return $connection;
			}
		}
		return null;
	}

	public function save( ConnectionDraft $draft ): void {
		$this->connections[ $draft->id ] = new Connection( $draft->id, $draft->system, $draft->fields, $draft->secrets, $draft->mayWrite );
	}

	public function delete( string $slug ): void {
		unset( $this->connections[ $slug ] );
	}

	public function conditions( string $slug ): array {
		return $this->conditions[ $slug ] ?? [];
	}

	public function rememberConditions( string $slug, array $conditions ): void {
		$this->conditions[ $slug ] = $conditions;
	}

	public function rememberFacts( string $slug, array $facts ): void {
		$old = $this->connections[ $slug ] ?? throw new \LogicException( "There is no connection {$slug}." );
		$this->connections[ $slug ] = new Connection( $old->id, $old->system, $old->fields, $old->secrets, $old->mayWrite, array_filter( array_merge( $old->facts, $facts ), static fn ( string $fact ): bool => '' !== $fact ) );
	}

	public function lastUsedAt( string $slug ): int {
		return 0;
	}

	public function isFixed( string $slug, string $field ): bool {
		return false;
	}
}
