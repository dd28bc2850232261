<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

/** A kind of user licence: how many there are, and how many are given out. */
final class Licence {

	/** Fewer than one in so many free are few. */
	private const FEW = 20;

	public function __construct( public readonly string $name, public readonly int $total, public readonly int $used ) {}

	public function isFree(): bool {
		return $this->used < $this->total;
	}

	/** Whether so few are free that the next people will get none. */
	public function isRunningOut(): bool {
		return self::FEW * ( $this->total - $this->used ) < $this->total;
	}

	public function sentence(): string {
		return $this->name . ': ' . $this->used . ' of ' . $this->total . ' in use';
	}
}
