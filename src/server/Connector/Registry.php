<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** The connectors of this site, by system. Add-ons add theirs; a second one for the same system replaces the first. */
final class Registry {

	/** @var array<string, Connector> */
	private array $connectors = [];

	public function add( Connector $connector ): void {
		$this->connectors[ $connector->system() ] = $connector;
	}

	public function get( string $system ): ?Connector {
		return $this->connectors[ $system ] ?? null;
	}

	/** @return list<Connector> In the order in which their systems were first added. */
	public function all(): array {
		return array_values( $this->connectors );
	}
}
