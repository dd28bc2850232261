<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

/** Whose records are answered. */
final class Organisation {

	public function __construct( public readonly string $id, public readonly string $name ) {}
}
