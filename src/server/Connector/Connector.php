<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Finding;

/** The code that talks to one system. Reading never changes anything there. */
interface Connector {

	/** System id, kebab-case (`zoho-crm`). */
	public function system(): string;

	/**
	 * Runs the system's probes in their order (connection, quota, user, contact by id, deleted list, account, field, state).
	 *
	 * Never throws: what could not be asked comes back as Unknown with its reason. Every declared key comes back exactly once.
	 *
	 * @return list<Finding>
	 */
	public function examine( Subject $subject, Connection $connection ): array;

	/**
	 * Checks the connection itself, cheaply.
	 *
	 * @return list<Condition>
	 */
	public function test( Connection $connection ): array;

	/**
	 * The writes that this connector can do, by step action id (`restore-contact`).
	 *
	 * @return array<string, Action>
	 */
	public function actions(): array;

	/** Deep link into the customer's own organisation for a link name of the catalog (`contact`, `recycle-bin`, …); '' where it cannot be built. */
	public function link( string $name, Subject $subject, Connection $connection ): string;
}
