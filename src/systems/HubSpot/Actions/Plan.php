<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Actions;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Change;

/** What an action would do just now. */
final class Plan {

	/** @param ApiRequest<null>|null $write Null where everything is as it should be already. */
	public function __construct( public readonly Change $change, public readonly ?ApiRequest $write ) {}

	/** @param array<string, string> $state */
	public static function nothingToDo( string $summary, array $state ): self {
		return new self( new Change( $summary, $state, $state, false ), null );
	}
}
