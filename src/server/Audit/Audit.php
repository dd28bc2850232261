<?php

declare(strict_types=1);

namespace Causeway\Audit;

use Causeway\Background\Deadline;
use Causeway\Background\JobResult;
use Causeway\Cases\CaseSettings;
use Causeway\Cases\Mailer;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\BulkReader;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Registry;
use Causeway\Diagnosis\RankedCause;
use Causeway\Support\Clock;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Truth;

/**
 * The same questions as a probe's, over everybody: reads all records of each connection page by page, then judges all people from them.
 *
 * One job with a cursor, checkpointed after every page: killed at any moment, it reads at most one page twice, and writing a page twice
 * changes nothing. Where today's calls are spent it goes on when there are some again.
 */
final class Audit {

	/** People who are judged at a time: three reads and one or two writes. */
	private const BATCH = 200;

	/** Pages in a row that could not be had, after which the connection is left for the next audit. */
	private const MOST_TRIES = 8;

	/** Causes that a mail lists. */
	private const CAUSES_TOLD = 10;

	private const SHORT_WAIT = 30;

	private const LONG_WAIT = 3_600;

	/** From so many seconds on a wait is told as a pause. */
	private const PAUSE_TOLD = 60;

	public function __construct(
		private readonly Registry $connectors,
		private readonly ConnectionStore $connections,
		private readonly RecordStore $records,
		private readonly RiskStore $risks,
		private readonly Roll $roll,
		private readonly AuditLog $log,
		private readonly Judge $judge,
		private readonly LoginNameHash $hash,
		private readonly CaseSettings $settings,
		private readonly Mailer $mailer,
		private readonly Clock $clock,
	) {}

	/** One slice. @param string $cursor Of the job; '' begins an audit. */
	public function goOn( string $cursor, Deadline $deadline ): JobResult {
		$state = AuditState::fromText( $cursor ) ?? $this->begin();
		$wait  = 0;
		if ( AuditState::READ === $state->phase ) {
			[ $state, $wait ] = $this->read( $state );
		} else {
			do {
				$state = $this->judgeBatch( $state );
			} while ( 0 === $state->finishedAt && ! $deadline->isOver() );
		}
		$now   = $this->clock->now();
		$state = $state->with(
			[
				'pausedUntil' => $wait >= self::PAUSE_TOLD ? $now + $wait : 0,
				'endsAt'      => $wait >= self::PAUSE_TOLD ? 0 : $state->estimate( $now ),
			]
		);
		$this->log->save( $state );
		if ( $state->finishedAt > 0 ) {
			$this->tell( $state );
			return JobResult::done();
		}
		return JobResult::more( $state->toText(), $wait );
	}

	private function begin(): AuditState {
		$last  = $this->log->last();
		$slugs = [];
		foreach ( $this->connections->all() as $connection ) {
			if ( $this->connectors->get( $connection->system ) instanceof BulkReader ) {
				$slugs[] = $connection->id;
			}
		}
		$marks = array_intersect_key( $last->marks ?? [], array_flip( $slugs ) );
		// Of a pass that reads changes alone nobody knows beforehand how many there are.
		$known = 0;
		foreach ( array_diff( $slugs, array_keys( array_filter( $marks ) ) ) as $slug ) {
			$known += $this->records->count( $slug )['all'];
		}
		$now = $this->clock->now();
		return $this->ready( new AuditState( ( $last->pass ?? 0 ) + 1, $now, AuditState::READ, $slugs, marks: $marks, expectedRecords: [] === array_filter( $marks ) ? $known : 0, expectedPeople: $last->judged ?? 0, phaseAt: $now, knownTo: $last->knownTo ?? -1 ) );
	}

	/** Takes up the next connection where the last audit left it, or begins to judge. */
	private function ready( AuditState $state ): AuditState {
		return [] === $state->waiting
			? $state->with( [ 'phase' => AuditState::JUDGE, 'cursor' => '', 'phaseAt' => $this->clock->now() ] )
			: $state->with( [ 'cursor' => $state->marks[ $state->waiting[0] ] ?? '', 'tries' => 0 ] );
	}

	/** @return array{AuditState, int} The state after one page, and for how long to wait. */
	private function read( AuditState $state ): array {
		$slug       = $state->waiting[0] ?? '';
		$connection = $this->connections->get( $slug );
		$reader     = null === $connection ? null : $this->connectors->get( $connection->system );
		if ( null === $connection || ! $reader instanceof BulkReader ) {
			return [ $this->leave( $state ), 0 ];
		}
		try {
			$page = $reader->page( $connection, $state->cursor );
		} catch ( ConnectorFault $fault ) {
			return $this->afterFault( $state, $fault );
		}
		$this->records->keep( array_map( fn ( BulkPerson $person ): RemoteRecord => $this->record( $connection, $person ), $page->people ), $state->pass );
		$gone  = $page->isWhole ? 0 : $this->warn( $slug, $page->people );
		$state = $state->with( [ 'records' => $state->records + count( $page->people ), 'tries' => 0, 'fresh' => $state->fresh + $gone, 'warned' => $state->warned + $gone ] );
		if ( '' !== $page->next ) {
			return [ $state->with( [ 'cursor' => $page->next ] ), $page->waitSeconds ];
		}
		if ( $page->isWhole ) {
			$this->records->markUnseen( $slug, $state->pass );
		}
		return [ $this->leave( $state->with( [ 'marks' => [ $slug => $page->mark ] + $state->marks ] ) ), 0 ];
	}

	/** @return array{AuditState, int} */
	private function afterFault( AuditState $state, ConnectorFault $fault ): array {
		$isSpent = FaultKind::QuotaExhausted === $fault->kind || 'budget-spent' === $fault->reason();
		if ( $isSpent || ( $fault->kind->isTransient() && $state->tries < self::MOST_TRIES ) ) {
			// A spent budget is not the page's fault: it waits for the next day, however long that takes.
			$wait = $fault->retryAfterSeconds ?? ( $isSpent ? self::LONG_WAIT : self::SHORT_WAIT * 2 ** $state->tries );
			return [ $state->with( [ 'tries' => $isSpent ? $state->tries : $state->tries + 1 ] ), $wait ];
		}
		$slug = $state->waiting[0] ?? '';
		return [ $this->leave( $state->with( [ 'problems' => [ $slug => $fault->getMessage() ] + $state->problems ] ) ), 0 ];
	}

	private function leave( AuditState $state ): AuditState {
		return $this->ready( $state->with( [ 'waiting' => array_slice( $state->waiting, 1 ) ] ) );
	}

	/**
	 * Puts people on the list as soon as a change says that their contact was deleted or merged, without waiting until everybody is judged.
	 *
	 * @param list<BulkPerson> $changed
	 * @return int How many were not on it before.
	 */
	private function warn( string $slug, array $changed ): int {
		$gone  = array_filter( $changed, static fn ( BulkPerson $person ): bool => 'contact' === $person->kind && 'live' !== $person->presence );
		$ids   = array_values( array_map( static fn ( BulkPerson $person ): string => $person->id, $gone ) );
		$fresh = 0;
		foreach ( array_chunk( [] === $ids ? [] : $this->roll->ofContacts( $slug, $ids ), self::BATCH ) as $people ) {
			$found  = $this->found( $people );
			$fresh += $this->risks->settle( array_fill_keys( array_map( static fn ( PersonAtRisk $person ): string => $person->personKey, $found ), [] ), $found );
		}
		return $fresh;
	}

	/**
	 * @param list<RollEntry> $people
	 * @return list<PersonAtRisk>
	 */
	private function found( array $people ): array {
		$now   = $this->clock->now();
		$found = [];
		foreach ( $this->lookUp( $people ) as [ $person, $cause, $contact, $user ] ) {
			if ( null !== $cause ) {
				$found[] = new PersonAtRisk( 0, $person->personKey, $person->userId, $person->label, $person->connection, $cause->system, $cause->cause, $cause->confidence, $now, $now, 'in-recycle-bin' === $contact?->presence ? $contact->endsAt : 0, Truth::False === $user?->isConfirmed ? $user->invitedAt : 0 );
			}
		}
		return $found;
	}

	private function judgeBatch( AuditState $state ): AuditState {
		[ $people, $next ] = $this->roll->after( $state->cursor, self::BATCH );
		$now               = $this->clock->now();
		$found             = $this->found( $people );
		$looked            = [];
		foreach ( $people as $person ) {
			$looked[ $person->personKey ][] = $person->connection;
		}
		$fresh = $this->risks->settle( $looked, $found );
		$state = $state->with(
			[
				'cursor' => $next,
				'judged' => $state->judged + count( $people ),
				'found'  => $state->found + count( $found ),
				'fresh'  => $state->fresh + $fresh,
			]
		);
		if ( '' !== $next ) {
			return $state;
		}
		$this->risks->dropUnseen( $state->startedAt );
		// Counted anew: what was counted on the way is lost with a worker that was killed before it could note where it stood.
		$fresh = $state->knownTo < 0 ? $state->fresh : $this->risks->countAfter( $state->knownTo );
		return $state->with(
			[
				'finishedAt' => $now,
				'fresh'      => $fresh,
				'knownTo'    => $this->risks->newestId(),
			]
		);
	}

	/**
	 * @param list<RollEntry> $people
	 * @return list<array{RollEntry, RankedCause|null, RemoteRecord|null, RemoteRecord|null}> Person, cause, contact, login user.
	 */
	private function lookUp( array $people ): array {
		$judged = [];
		$now    = $this->clock->now();
		$bySlug = [];
		foreach ( $people as $person ) {
			$bySlug[ $person->connection ][] = $person;
		}
		foreach ( $bySlug as $slug => $ofOne ) {
			$slug     = (string) $slug;
			$system   = $this->connections->get( $slug )->system ?? '';
			$counts   = $this->records->count( $slug );
			$hasUsers = $counts['users'] > 0;
			if ( '' === $system || 0 === $counts['all'] ) {
				// Never read: nobody can be said to be missing there.
				continue;
			}
			$hashes   = array_values( array_unique( array_filter( array_map( static fn ( RollEntry $person ): string => $person->emailHash, $ofOne ) ) ) );
			$users    = $hasUsers ? $this->records->byEmail( $slug, 'user', $hashes ) : [];
			$contacts = $this->records->byIds( $slug, 'contact', array_values( array_unique( array_filter( array_map( static fn ( RollEntry $person ): string => $person->contactId, $ofOne ) ) ) ) );
			$byEmail  = $this->records->byEmail( $slug, 'contact', $hashes );
			foreach ( $ofOne as $person ) {
				$user      = $person->user ?? $users[ $person->emailHash ][0] ?? null;
				$contactId = '' === $person->contactId ? $user->contactId ?? '' : $person->contactId;
				$contact   = $contacts[ $contactId ] ?? ( '' === $contactId ? null : $this->records->byIds( $slug, 'contact', [ $contactId ] )[ $contactId ] ?? null );
				$judged[]  = [ $person, $this->judge->judge( $system, $contact, $contactId, $byEmail[ $person->emailHash ] ?? [], $user, $hasUsers, $person->emailHash, $now, count( $users[ $person->emailHash ] ?? [] ) ), $contact, $user ];
			}
		}
		return $judged;
	}

	private function record( Connection $connection, BulkPerson $person ): RemoteRecord {
		return new RemoteRecord( $connection->id, $person->kind, $person->id, $person->presence, $this->hash->of( $person->email ), $person->contactId, $person->accountId, $person->isActive, $person->isConfirmed, $person->invitedAt, $this->clock->now(), $person->needsContact, $person->endsAt );
	}

	/** One mail an audit, and only where somebody is at risk who was not before. */
	private function tell( AuditState $state ): void {
		$recipients = $this->settings->recipients();
		if ( 0 === $state->fresh || [] === $recipients || $state->pass < 2 ) {
			// Whoever begins to use Causeway looks at the list anyway.
			return;
		}
		$isSwitched = switch_to_locale( get_locale() );
		try {
			$site = trim( (string) preg_replace( '/[\p{C}\s]+/u', ' ', wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) ) );
			$this->mailer->send(
				$recipients,
				/* translators: 1: Name of the site, 2: How many people. */
				sprintf( _n( '[%1$s] %2$d person will not be able to log in', '[%1$s] %2$d people will not be able to log in', $state->fresh, 'causeway' ), $site, $state->fresh ),
				__( 'Nobody has been refused yet. Something was changed in a connected system, and the next login of these people will fail.', 'causeway' ) . "\n\n" . self::warning( $state->warned ) . __( 'At risk now, in all:', 'causeway' ) . "\n\n" . $this->causeLines() . "\n\n" . admin_url( 'admin.php?page=causeway&screen=people' ) . "\n"
			);
		} finally {
			if ( $isSwitched ) {
				restore_previous_locale();
			}
		}
	}

	/** What was deleted or merged since the last audit, as a paragraph; '' for nothing. */
	private static function warning( int $warned ): string {
		/* translators: %d: How many people. */
		return 0 === $warned ? '' : sprintf( _n( 'The contact of %d of them was deleted or merged since the last look, and a portal login hangs on it.', 'The contacts of %d of them were deleted or merged since the last look, and a portal login hangs on each.', $warned, 'causeway' ), $warned ) . "\n\n";
	}

	/** Most people first; no name. */
	private function causeLines(): string {
		return implode(
			"\n",
			array_map(
				/* translators: 1: What is wrong, 2: how many people. */
				fn ( array $row ): string => '- ' . trim( (string) preg_replace( '/[\p{C}\s]+/u', ' ', sprintf( _n( '%1$s: %2$d person', '%1$s: %2$d people', $row['people'], 'causeway' ), $this->judge->title( $row['system'], $row['cause'] ), $row['people'] ) ) ),
				array_slice( $this->risks->byCause(), 0, self::CAUSES_TOLD )
			)
		);
	}
}
