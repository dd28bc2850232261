<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector\Doubles;

use Causeway\Connector\PortalDirectory;

/** The portal's tables in memory. */
final class SeededPortal implements PortalDirectory {

	/** @param list<array{id: int, crmId: string, username: string, email: string, fullName: string, status: string}> $rows */
	public function __construct(
		private readonly array $rows = [],
		private readonly string $usernameField = 'User_Name',
		private readonly int $newestTokenAt = 1_789_999_000,
		private readonly bool $isPresent = true,
	) {}

	public function isPresent(): bool {
		return $this->isPresent;
	}

	public function byId( int $portalUserId ): ?array {
		foreach ( $this->rows as $row ) {
			if ( $row['id'] === $portalUserId ) {
				return $row;
			}
		}
		return null;
	}

	public function byUsernameOrEmail( string $typed ): ?array {
		foreach ( $this->rows as $row ) {
			if ( in_array( strtolower( $typed ), [ strtolower( $row['username'] ), strtolower( $row['email'] ) ], true ) ) {
				return $row;
			}
		}
		return null;
	}

	public function after( int $portalUserId, int $limit ): array {
		return array_slice( array_values( array_filter( $this->rows, static fn ( array $row ): bool => $row['id'] > $portalUserId ) ), 0, $limit );
	}

	public function usernameField(): string {
		return $this->usernameField;
	}

	public function newestTokenAt(): int {
		return $this->newestTokenAt;
	}
}
