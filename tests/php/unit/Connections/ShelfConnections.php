<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connections;

use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\ConnectionStore;

/** Connections in memory, some of whose fields the site's configuration sets; keeps every draft that was saved. */
final class ShelfConnections implements ConnectionStore {

	/** @var list<ConnectionDraft> */
	public array $drafts = [];

	/** @var array<string, list<Condition>> */
	public array $remembered = [];

	/** @param list<string> $fixed `slug:field`. */
	public function __construct( public ?Connection $connection = null, private readonly array $fixed = [] ) {}

	public function all(): array {
		return null === $this->connection ? [] : [ $this->connection ];
	}

	public function get( string $slug ): ?Connection {
		return $this->connection?->id === $slug ? $this->connection : null;
	}

	public function ofSystem( string $system ): ?Connection {
		return $this->connection?->system === $system ? $this->connection : null;
	}

	public function save( ConnectionDraft $draft ): void {
		$this->drafts[] = $draft;
	}

	public function delete( string $slug ): void {
		$this->connection = [] === $this->fixed ? null : $this->connection;
	}

	public function conditions( string $slug ): array {
		return $this->remembered[ $slug ] ?? [];
	}

	public function rememberConditions( string $slug, array $conditions ): void {
		$this->remembered[ $slug ] = $conditions;
	}

	public function rememberFacts( string $slug, array $facts ): void {}

	public function lastUsedAt( string $slug ): int {
		return 0;
	}

	public function isFixed( string $slug, string $field ): bool {
		return in_array( "{$slug}:{$field}", $this->fixed, true );
	}
}
