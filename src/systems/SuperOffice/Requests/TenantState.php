<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

/** Where a tenant of SuperOffice CRM Online is, and whether it runs. */
final class TenantState {

	/** States that end by themselves, within minutes to hours. */
	private const PASSING = [ 'OfflineMaintenance', 'Provisioning' ];

	/**
	 * @param string $state  As SuperOffice names it.
	 * @param string $apiUrl Of the web API, without a slash at the end; '' where none is told.
	 * @param string $webUrl Where people open it in a browser.
	 */
	public function __construct(
		public readonly string $state,
		public readonly bool $isRunning,
		public readonly string $apiUrl = '',
		public readonly string $webUrl = '',
	) {}

	public function isKnown(): bool {
		return ! in_array( $this->state, [ '', 'Unknown' ], true );
	}

	public function isPassing(): bool {
		return in_array( $this->state, self::PASSING, true );
	}
}
