<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

/** A kind of user licence: how many there are, and how many are given out. */
final class Licence {

	public function __construct( public readonly string $name, public readonly int $total, public readonly int $used ) {}

	public function isFree(): bool {
		return $this->used < $this->total;
	}

	public function sentence(): string {
		return $this->name . ': ' . $this->used . ' of ' . $this->total . ' in use';
	}
}
