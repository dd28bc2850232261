<?php

declare(strict_types=1);

namespace Causeway\GraphQL;

use Causeway\Vendor\GraphQL\Error\ClientAware;

/** A question that cannot be answered as it was put; its message is for the reader. */
final class Refusal extends \RuntimeException implements ClientAware {

	public function isClientSafe(): bool {
		return true;
	}
}
