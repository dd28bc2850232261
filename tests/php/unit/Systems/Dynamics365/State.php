<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Subject;

/** One state of the lab, and what the connector answers in it. */
final class State {

	/**
	 * @param array<string, string>      $expected Finding => `true`, `false` or `unknown:reason`.
	 * @param list<array<string, mixed>> $orders   What somebody does before.
	 * @param list<array<string, mixed>> $faults
	 * @param array<string, string>      $fields   What differs in the connection.
	 */
	public function __construct(
		public readonly Subject $subject,
		public readonly array $expected,
		public readonly array $orders = [],
		public readonly array $faults = [],
		public readonly array $fields = [],
		public readonly bool $isSecretGood = true,
	) {}
}
