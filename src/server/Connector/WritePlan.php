<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** What a {@see CarefulWrite} would do to the state as it is now. */
final class WritePlan {

	/** @param ApiRequest<mixed>|null $write Null where everything is as it should be already. */
	public function __construct( public readonly Change $change, public readonly ?ApiRequest $write ) {}

	/** @param array<string, string> $state */
	public static function nothingToDo( string $summary, array $state ): self {
		return new self( new Change( $summary, $state, $state, false ), null );
	}
}
