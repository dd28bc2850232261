<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Http\CallSlots;

/** Places for calls under way: one leased row each. */
final class LeasedSlots implements CallSlots {

	/** Longer than any call may take. */
	private const SECONDS = 30;

	public function __construct( private readonly Lease $lease ) {}

	public function take( string $connection, int $slots ): ?string {
		for ( $slot = 0; $slot < $slots; $slot++ ) {
			$name  = "call:{$connection}:{$slot}";
			$owner = $this->lease->take( $name, self::SECONDS );
			if ( null !== $owner ) {
				return $owner . ' ' . $name;
			}
		}
		return null;
	}

	public function release( string $place ): void {
		[ $owner, $name ] = explode( ' ', $place, 2 ) + [ '', '' ];
		$this->lease->release( $name, $owner );
	}
}
