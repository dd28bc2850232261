<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\PeopleDirectory;
use Causeway\Support\Clock;

/**
 * Arms the flight recorder for one person, for a day.
 *
 * @phpstan-import-type Recorded from FlightStore
 */
final class FlightDesk {

	public const SECONDS = 86_400;

	public function __construct( private readonly FlightStore $store, private readonly PeopleDirectory $people, private readonly Journal $journal, private readonly Clock $clock ) {}

	/**
	 * @param int $actor User id of the admin.
	 * @return int Until when, Unix seconds; 0 where the person has no WordPress user, or as many people are armed as may be.
	 */
	public function arm( CaseFile $case, int $actor ): int {
		$user  = $case->userId > 0 ? $this->people->userById( $case->userId ) : null;
		$until = $this->clock->now() + self::SECONDS;
		if ( null === $user || ! $this->store->arm( $case->userId, [ $user['login'], $user['email'] ], $until ) ) {
			return 0;
		}
		$this->note( $case, $actor, __( 'The flight recorder was switched on for a day.', 'causeway' ) );
		return $until;
	}

	public function disarm( CaseFile $case, int $actor ): void {
		if ( 0 !== $this->armedUntil( $case->userId ) ) {
			$this->store->disarm( $case->userId );
			$this->note( $case, $actor, __( 'The flight recorder was switched off.', 'causeway' ) );
		}
	}

	public function armedUntil( int $userId ): int {
		$until = $userId > 0 ? $this->store->armedUntil( $userId ) : 0;
		return $until > $this->clock->now() ? $until : 0;
	}

	/** @return list<Recorded> Newest first. */
	public function recordings( int $userId ): array {
		return $userId > 0 ? $this->store->recordings( $userId ) : [];
	}

	private function note( CaseFile $case, int $actor, string $text ): void {
		$this->journal->append( new JournalEntry( 0, $case->id, $this->clock->now(), $actor, JournalKind::Recording->value, '', $text ) );
	}
}
