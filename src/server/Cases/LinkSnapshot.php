<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\ConnectionStore;
use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\PortalDirectory;
use Causeway\Connector\Subject;
use Causeway\Support\Clock;
use Causeway\Support\LoginNameHash;

/**
 * Keeps who is who: portal row ↔ contact id ↔ e-mail address ↔ account id ↔ WordPress user, taken while things work.
 *
 * New portal rows are read by their growing id; a full round from the beginning takes changes along.
 */
final class LinkSnapshot {

	/** Slug under which the local portal's own links stand. */
	public const PORTAL = 'catalyst-connect';

	private const CHUNK = 200;

	public function __construct(
		private readonly PortalDirectory $portal,
		private readonly PeopleDirectory $people,
		private readonly LinkStore $links,
		private readonly LoginNameHash $hash,
		private readonly Clock $clock,
		private readonly ConnectionStore $connections,
	) {}

	/**
	 * Keeps what portals have just told of a user of this site: which record stands for them in which connected system.
	 *
	 * @param Subject $before The same person as known from earlier, so that nothing is written twice.
	 */
	public function keep( Subject $introduced, Subject $before ): void {
		foreach ( $introduced->userId > 0 ? $introduced->records : [] as $system => $record ) {
			$isNews     = '' !== $record->contactId . $record->accountId && $record != ( $before->records[ $system ] ?? null );
			$connection = $isNews ? $this->connections->ofSystem( $system ) : null;
			if ( null !== $connection ) {
				$email = $introduced->in( $system )->email;
				$this->links->save( new PersonLink( $connection->id, $introduced->userId, 0, $this->hash->of( $introduced->loginName ), $this->hash->of( $email ), $record->contactId, $record->accountId, $this->clock->now() ) );
			}
		}
	}

	/** Takes in portal rows that have come since. Cheap where none has: two indexed reads. */
	public function catchUp( int $mostChunks = 5 ): void {
		if ( ! $this->portal->isPresent() ) {
			return;
		}
		for ( $chunk = 0; $chunk < $mostChunks; $chunk++ ) {
			if ( $this->takeAfter( $this->links->newestPortalUser() ) < self::CHUNK ) {
				return;
			}
		}
	}

	/** Goes on with a full round. Returns the last portal user id taken; 0 where the round is over. */
	public function goOn( int $afterPortalUser ): int {
		$rows = $this->portal->isPresent() ? $this->portal->after( $afterPortalUser, self::CHUNK ) : [];
		foreach ( $rows as $row ) {
			$this->take( $row );
		}
		return count( $rows ) < self::CHUNK ? 0 : $rows[ count( $rows ) - 1 ]['id'];
	}

	private function takeAfter( int $portalUserId ): int {
		$rows = $this->portal->after( $portalUserId, self::CHUNK );
		foreach ( $rows as $row ) {
			$this->take( $row );
		}
		return count( $rows );
	}

	/** @param array{id: int, crmId: string, username: string, email: string, fullName: string, status: string} $row */
	private function take( array $row ): void {
		$userId = $this->people->userByLoginOrEmail( $row['email'] )['id'] ?? 0;
		$this->links->save( new PersonLink( self::PORTAL, $userId, $row['id'], $this->hash->of( $row['username'] ), $this->hash->of( $row['email'] ), $row['crmId'], '', $this->clock->now() ) );
	}
}
