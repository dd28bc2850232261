<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Cases\Doubles;

use Causeway\Cases\LinkStore;
use Causeway\Cases\PersonLink;

/** The snapshot of links in memory. */
final class MemoryLinks implements LinkStore {

	/** @var list<PersonLink> In the order in which they were saved. */
	public array $saved;

	public function __construct( PersonLink ...$links ) {
		$this->saved = array_values( $links );
	}

	public function save( PersonLink $link ): void {
		$this->saved[] = $link;
	}

	public function byHash( string $loginHash ): array {
		return array_values( array_filter( $this->saved, static fn ( PersonLink $link ): bool => in_array( $loginHash, [ $link->loginHash, $link->emailHash ], true ) ) );
	}

	public function ofPerson( int $userId, int $portalUserId ): array {
		return array_values( array_filter( $this->saved, static fn ( PersonLink $link ): bool => ( $userId > 0 && $link->userId === $userId ) || ( $portalUserId > 0 && $link->portalUserId === $portalUserId ) ) );
	}

	public function newestPortalUser(): int {
		return max( 0, ...array_map( static fn ( PersonLink $link ): int => $link->portalUserId, $this->saved ) );
	}

	public function forget( int $userId, int $portalUserId ): int {
		$before      = count( $this->saved );
		$gone        = $this->ofPerson( $userId, $portalUserId );
		$this->saved = array_values( array_filter( $this->saved, static fn ( PersonLink $link ): bool => ! in_array( $link, $gone, true ) ) );
		return $before - count( $this->saved );
	}
}
