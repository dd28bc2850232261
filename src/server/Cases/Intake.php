<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Support\Clock;

/**
 * Sorts fresh attempts into cases: one case a person, however often and wherever somebody was refused.
 *
 * Every step may be repeated or run twice at once: unique keys and counts made anew keep it right without a transaction.
 */
final class Intake {

	/** Person key of the case that many names share. */
	public const STRANGERS = 'strangers';

	/** New names of one batch that match nobody here, above which they share a case. */
	private const MANY_STRANGERS = 20;

	private const BATCH = 200;

	public function __construct(
		private readonly AttemptStore $attempts,
		private readonly CaseStore $cases,
		private readonly PersonFinder $persons,
		private readonly People $people,
		private readonly LinkSnapshot $links,
		private readonly Journal $journal,
		private readonly CaseCloser $closer,
		private readonly WorkList $work,
		private readonly Announcements $announcements,
		private readonly Clock $clock,
	) {}

	/** @return bool Whether there may be more. */
	public function takeBatch(): bool {
		$attempts = $this->attempts->unassigned( self::BATCH );
		if ( [] === $attempts ) {
			return false;
		}
		$this->links->catchUp();
		$byPerson  = [];
		$persons   = [];
		$strangers = [];
		foreach ( $attempts as $attempt ) {
			$person = $this->persons->ofAttempt( $attempt );
			if ( $attempt->isClaim() && ! $person->isKnown() ) {
				// What a stranger claims opens no case of its own; the reference still leads somewhere.
				$person = new PersonMatch( self::STRANGERS );
			}
			$key    = '' === $person->personKey ? 'attempt:' . $attempt->reference->letters() : $person->personKey;
			$persons[ $key ]    = '' === $person->personKey ? new PersonMatch( $key ) : $person;
			$byPerson[ $key ][] = $attempt;
			if ( ! $person->isKnown() && ! in_array( $key, $strangers, true ) && null === $this->cases->ofPerson( $key ) ) {
				$strangers[] = $key;
			}
		}
		if ( count( $strangers ) > self::MANY_STRANGERS ) {
			// Somebody tries names by the hundred: that is one trouble of the site, not one of each name.
			foreach ( $strangers as $key ) {
				$byPerson[ self::STRANGERS ] = [ ...$byPerson[ self::STRANGERS ] ?? [], ...$byPerson[ $key ] ];
				unset( $byPerson[ $key ] );
			}
			$persons[ self::STRANGERS ] = new PersonMatch( self::STRANGERS );
		}
		foreach ( $byPerson as $key => $ofOne ) {
			$this->take( $persons[ $key ], $ofOne );
		}
		$this->closer->refreshWatch();
		return count( $attempts ) === self::BATCH;
	}

	/** @param non-empty-list<AttemptRecord> $attempts Of one person, oldest first. */
	private function take( PersonMatch $person, array $attempts ): void {
		$known = $this->cases->ofPerson( $person->personKey );
		$case  = $known ?? $this->open( $person, $attempts[0] );
		$this->attempts->assign( array_map( static fn ( AttemptRecord $attempt ): int => $attempt->id, $attempts ), $case->id );
		$this->cases->recount( $case->id );
		if ( $person->userId > 0 ) {
			$this->cases->noteRole( $case->id, $this->people->roleOf( $person->userId ) );
		}
		$failedAt = max( array_map( static fn ( AttemptRecord $attempt ): int => $attempt->occurredAt, $attempts ) );
		if ( $case->state->isClosed() && $this->cases->regress( $case->id, $failedAt, $this->clock->now() ) ) {
			$this->journal->append( new JournalEntry( 0, $case->id, $this->clock->now(), 0, JournalKind::Regressed->value, '', __( 'Refused again after it had been resolved.', 'causeway' ) ), "regressed:{$case->id}:" . ( $case->round + 1 ) );
		}
		$fresh = $this->cases->find( $case->id ) ?? $case;
		if ( $fresh->state->isClosed() ) {
			// Refused before the repair, read only now.
			$this->attempts->advance( $case->id, AttemptState::Received, AttemptState::Fixed );
			return;
		}
		$this->work->add( JobNames::DIAGNOSE, $case->id );
		if ( null === $known ) {
			$this->announcements->opened( $fresh );
		}
	}

	private function open( PersonMatch $person, AttemptRecord $first ): CaseFile {
		$label = '';
		$words = [];
		if ( $person->isKnown() ) {
			$draft = new CaseFile( 0, $person->personKey, $person->userId, $person->portalUserId, '', CaseState::Open, '', '', '', 0, 0, 0, 0, '', 0, '', 0 );
			$card  = $this->people->cards( [ $draft ] )[0] ?? null;
			$label = $card->label ?? '';
			$words = null === $card ? [] : $this->people->words( $card );
		}
		$case = $this->cases->open( $person->personKey, $person->userId, $person->portalUserId, $label, $words, $first->occurredAt );
		$this->journal->append( new JournalEntry( 0, $case->id, $first->occurredAt, 0, JournalKind::Opened->value, '', __( 'First refused attempt.', 'causeway' ) ), "opened:{$case->id}" );
		return $case;
	}
}
