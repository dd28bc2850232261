<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\CaseFile;
use Causeway\Cases\CasePage;
use Causeway\Cases\CaseQuery;
use Causeway\Cases\CaseState;
use Causeway\Cases\CaseStore;
use Causeway\Support\Reference;

/** Cases in their table. Lists are keyset pages over an index, whatever is asked: never a scan, never a sort of more than a page a state. */
final class CaseTable implements CaseStore {

	/** People whom a search looks at; beyond, the needle is too short to mean anybody. */
	private const MOST_MATCHES = 1000;

	private const MOST_COUNTED = 1000;

	public function __construct( private readonly Database $database ) {}

	public function find( int $id ): ?CaseFile {
		$incident = "SELECT i.id FROM {$this->database->table( 'incidents' )} i WHERE i.id = c.incident_id AND i.is_open = 1";
		$row      = $this->database->row( "SELECT c.*, COALESCE(({$incident}), 0) AS open_incident FROM {$this->cases()} c WHERE c.id = %d AND c.site_id = %d", $id, $this->database->siteId() );
		return null === $row ? null : self::file( $row, $row->int( 'open_incident' ) );
	}

	public function findAll( array $ids ): array {
		return [] === $ids ? [] : array_map(
			static fn ( Row $row ): CaseFile => self::file( $row ),
			$this->database->rows( "SELECT * FROM {$this->cases()} WHERE site_id = %d AND id IN (" . Database::places( count( $ids ) ) . ') ORDER BY id', $this->database->siteId(), ...$ids )
		);
	}

	public function ofPerson( string $personKey ): ?CaseFile {
		$row = $this->database->row( "SELECT * FROM {$this->cases()} WHERE site_id = %d AND person_key = %s AND open_key = 0", $this->database->siteId(), $personKey );
		return null === $row ? null : self::file( $row );
	}

	public function page( CaseQuery $query ): CasePage {
		$first = max( 1, min( 100, $query->first ) );
		$ids   = '' === trim( $query->search ) ? null : $this->matching( $query->search );
		if ( [] === $ids ) {
			return new CasePage( [], false, 0 );
		}
		$files    = [];
		$branches = $this->branches( $query, $ids );
		$after    = CasePage::readCursor( $query->after );
		$order    = $query->oldestFirst ? 'ASC' : 'DESC';
		foreach ( $branches as [ $where, $values, $key ] ) {
			$hint = '';
			if ( null !== $after ) {
				// Left to itself, the database reads everything before the cursor and throws it away: the further down, the slower.
				$hint   = '' === $key ? '' : " FORCE INDEX ({$key})";
				$where .= $query->oldestFirst
					? ' AND last_attempt_at >= %d AND (last_attempt_at > %d OR id > %d)'
					: ' AND last_attempt_at <= %d AND (last_attempt_at < %d OR id < %d)';
				$values = [ ...$values, $after[0], $after[0], $after[1] ];
			}
			foreach ( $this->database->rows( "SELECT * FROM {$this->cases()}{$hint} WHERE {$where} ORDER BY last_attempt_at {$order}, id {$order} LIMIT %d", ...[ ...$values, $first + 1 ] ) as $row ) {
				$files[] = self::file( $row );
			}
		}
		$sign = $query->oldestFirst ? 1 : -1;
		usort( $files, static fn ( CaseFile $a, CaseFile $b ): int => $sign * ( [ $a->lastAttemptAt, $a->id ] <=> [ $b->lastAttemptAt, $b->id ] ) );
		return new CasePage( array_slice( $files, 0, $first ), count( $files ) > $first, $this->counted( $branches ) );
	}

	public function open( string $personKey, int $userId, int $portalUserId, string $label, array $words, int $at ): CaseFile {
		$isKnown = $userId > 0 || $portalUserId > 0;
		$new     = $this->database->run(
			"INSERT IGNORE INTO {$this->cases()} (site_id, person_key, user_id, portal_user_id, label, is_known, opened_at, updated_at, last_attempt_at) VALUES (%d, %s, %d, %d, %s, %d, %d, %d, %d)",
			$this->database->siteId(),
			$personKey,
			$userId,
			$portalUserId,
			self::storedLabel( $label ),
			$isKnown ? 1 : 0,
			$at,
			$at,
			$at
		);
		$file    = $this->ofPerson( $personKey ) ?? throw new StorageFault( 'The case that was just written is not there.' );
		if ( $new > 0 && [] !== $words ) {
			$this->learnWords( $file->id, $words );
		}
		return $file;
	}

	public function recount( int $id ): void {
		$attempts = $this->database->table( 'attempts' );
		$newest   = $this->database->row( "SELECT occurred_at, reference FROM {$attempts} WHERE site_id = %d AND case_id = %d ORDER BY id DESC LIMIT 1", $this->database->siteId(), $id );
		$this->database->run(
			"UPDATE {$this->cases()} SET attempt_count = counted_before + (SELECT COUNT(*) FROM {$attempts} a WHERE a.site_id = %d AND a.case_id = %d AND a.id > {$this->cases()}.counted_to),
			last_reference = CASE WHEN last_attempt_at <= %d THEN %s ELSE last_reference END, last_attempt_at = GREATEST(last_attempt_at, %d) WHERE id = %d",
			$this->database->siteId(),
			$id,
			$newest?->int( 'occurred_at' ) ?? 0,
			$newest?->string( 'reference' ) ?? '',
			$newest?->int( 'occurred_at' ) ?? 0,
			$id
		);
	}

	public function noteRole( int $id, string $role ): void {
		$role = Database::ascii( $role, 64 );
		$this->database->run( "UPDATE {$this->cases()} SET role = %s WHERE id = %d AND site_id = %d AND role <> %s", $role, $id, $this->database->siteId(), $role );
	}

	public function move( int $id, array $from, CaseState $to, int $at ): bool {
		$states = array_map( static fn ( CaseState $state ): string => $state->value, $from );
		return 1 === $this->database->run(
			"UPDATE {$this->cases()} SET state = %s, is_closed = %d, resolved_at = %d, updated_at = %d WHERE id = %d AND site_id = %d AND state <> %s AND state IN (" . Database::places( count( $states ), '%s' ) . ')',
			$to->value,
			$to->isClosed() ? 1 : 0,
			$to->isClosed() ? $at : 0,
			$at,
			$id,
			$this->database->siteId(),
			$to->value,
			...$states
		);
	}

	public function regress( int $id, int $failedAt, int $at ): bool {
		return 1 === $this->database->run(
			"UPDATE {$this->cases()} SET state = 'regressed', is_closed = 0, resolved_at = 0, round = round + 1, updated_at = %d WHERE id = %d AND site_id = %d AND state = 'resolved' AND resolved_at < %d",
			$at,
			$id,
			$this->database->siteId(),
			$failedAt
		);
	}

	public function describe( int $id, int $diagnosisId, string $system, string $cause, string $confidence, int $at ): void {
		$this->database->run(
			"UPDATE {$this->cases()} SET diagnosis_id = %d, `system` = %s, cause = %s, confidence = %s, updated_at = %d WHERE id = %d AND site_id = %d AND diagnosis_id < %d",
			$diagnosisId,
			Database::ascii( $system, 32 ),
			Database::ascii( $cause, 64 ),
			$confidence,
			$at,
			$id,
			$this->database->siteId(),
			$diagnosisId
		);
	}

	public function markNotified( int $id, string $noticeKey ): void {
		$this->database->run( "UPDATE {$this->cases()} SET notified_state = %s WHERE id = %d AND site_id = %d", Database::ascii( $noticeKey, 128 ), $id, $this->database->siteId() );
	}

	public function waitingUsers( int $limit ): array {
		$rows = $this->database->rows( "SELECT user_id FROM {$this->cases()} WHERE site_id = %d AND is_known = 1 AND is_closed = 0 ORDER BY last_attempt_at DESC, id DESC LIMIT %d", $this->database->siteId(), $limit );
		return array_values( array_filter( array_map( static fn ( Row $row ): int => $row->int( 'user_id' ), $rows ) ) );
	}

	public function counts( int $since ): array {
		$site  = $this->database->siteId();
		// The key `person` lets nobody have two: what waits is counted from the key alone, without a look at the rows.
		$waits = (int) $this->database->value( "SELECT COUNT(*) FROM {$this->cases()} WHERE site_id = %d AND is_known = 1 AND is_closed = 0", $site );
		$rows  = $this->database->rows( "SELECT `system`, cause, COUNT(*) AS cases FROM {$this->cases()} WHERE site_id = %d AND is_known = 1 AND is_closed = 0 AND cause <> '' GROUP BY `system`, cause ORDER BY COUNT(*) DESC, `system`, cause LIMIT 20", $site );
		return [
			'waiting'       => $waits,
			'people'        => $waits,
			'resolvedSince' => (int) $this->database->value( "SELECT COUNT(*) FROM {$this->cases()} WHERE site_id = %d AND resolved_at >= %d AND is_known = 1", $site, max( 1, $since ) ),
			'byCause'       => array_map(
				static fn ( Row $row ): array => [
					'system' => $row->string( 'system' ),
					'cause'  => $row->string( 'cause' ),
					'cases'  => $row->int( 'cases' ),
				],
				$rows
			),
		];
	}

	public function fixTimes( int $closedSince ): array {
		$rows  = $this->database->rows( "SELECT resolved_at - opened_at AS seconds FROM {$this->cases()} WHERE site_id = %d AND resolved_at >= %d AND is_known = 1 AND round = 0 ORDER BY resolved_at DESC LIMIT 1000", $this->database->siteId(), max( 1, $closedSince ) );
		$times = array_map( static fn ( Row $row ): int => max( 0, $row->int( 'seconds' ) ), $rows );
		sort( $times );
		return $times;
	}

	public function purgeClosed( int $resolvedBefore, int $limit ): int {
		return $this->forget( $this->database->rows( "SELECT id FROM {$this->cases()} WHERE site_id = %d AND resolved_at BETWEEN 1 AND %d ORDER BY resolved_at, id LIMIT %d", $this->database->siteId(), $resolvedBefore - 1, $limit ) );
	}

	public function purgeUnknown( int $lastTriedBefore, int $limit ): int {
		return $this->forget( $this->database->rows( "SELECT id FROM {$this->cases()} WHERE site_id = %d AND is_known = 0 AND last_attempt_at < %d ORDER BY last_attempt_at, id LIMIT %d", $this->database->siteId(), $lastTriedBefore, $limit ) );
	}

	public function forgetPerson( string $personKey ): int {
		return $this->forget( $this->database->rows( "SELECT id FROM {$this->cases()} WHERE site_id = %d AND person_key = %s", $this->database->siteId(), $personKey ) );
	}

	/** @param list<Row> $rows */
	private function forget( array $rows ): int {
		$ids = array_map( static fn ( Row $row ): int => $row->int( 'id' ), $rows );
		if ( [] === $ids ) {
			return 0;
		}
		$places = Database::places( count( $ids ) );
		$this->database->run( "DELETE FROM {$this->database->table( 'words' )} WHERE case_id IN ({$places})", ...$ids );
		$this->database->run( "DELETE FROM {$this->database->table( 'diagnoses' )} WHERE case_id IN ({$places})", ...$ids );
		$this->database->run( "DELETE FROM {$this->database->table( 'journal' )} WHERE case_id IN ({$places})", ...$ids );
		$this->database->run( "DELETE FROM {$this->database->table( 'attempts' )} WHERE site_id = %d AND case_id IN ({$places})", $this->database->siteId(), ...$ids );
		return $this->database->run( "DELETE FROM {$this->cases()} WHERE id IN ({$places})", ...$ids );
	}

	/** @param list<string> $words */
	private function learnWords( int $caseId, array $words ): void {
		foreach ( array_slice( array_unique( $words ), 0, 12 ) as $word ) {
			$this->database->run( "INSERT IGNORE INTO {$this->database->table( 'words' )} (site_id, word, case_id) VALUES (%d, %s, %d)", $this->database->siteId(), mb_substr( $word, 0, 64 ), $caseId );
		}
	}

	/**
	 * Cases that fit a needle: a reference exactly, or people of whom every word of it begins a word.
	 *
	 * @return list<int>
	 */
	private function matching( string $needle ): array {
		$site      = $this->database->siteId();
		$reference = Reference::parse( $needle );
		$found     = null;
		foreach ( People::wordsOf( $needle ) as $word ) {
			// A range instead of LIKE: SQLite knows no escape for a typed % or _.
			$rows  = $this->database->rows( "SELECT case_id, word FROM {$this->database->table( 'words' )} WHERE site_id = %d AND word >= %s AND word < %s ORDER BY word LIMIT %d", $site, $word, self::following( $word ), self::MOST_MATCHES );
			$rows  = array_filter( $rows, static fn ( Row $row ): bool => str_starts_with( $row->string( 'word' ), $word ) );
			$ids   = array_values( array_unique( array_map( static fn ( Row $row ): int => $row->int( 'case_id' ), $rows ) ) );
			$found = null === $found ? $ids : array_values( array_intersect( $found, $ids ) );
		}
		$found ??= [];
		if ( null !== $reference ) {
			$caseId = (int) $this->database->value( "SELECT case_id FROM {$this->database->table( 'attempts' )} WHERE reference = %s AND site_id = %d", $reference->letters(), $site );
			if ( $caseId > 0 ) {
				$found[] = $caseId;
			}
		}
		return array_values( array_unique( $found ) );
	}

	/** The first text after all that begin with this one. */
	private static function following( string $word ): string {
		$last = mb_ord( mb_substr( $word, -1 ) );
		return mb_substr( $word, 0, -1 ) . mb_chr( false === $last ? 0x10FFFD : min( 0x10FFFD, 0xD7FF === $last ? 0xE000 : $last + 1 ) );
	}

	/**
	 * How many cases the branches hold together, counted by one statement and no further than {@see self::MOST_COUNTED}.
	 *
	 * @param list<array{string, list<int|string>, string}> $branches
	 */
	private function counted( array $branches ): int {
		$counts = [];
		$values = [];
		foreach ( $branches as $number => [ $where, $those ] ) {
			$counts[] = "(SELECT COUNT(*) FROM (SELECT id FROM {$this->cases()} WHERE {$where} LIMIT %d) counted{$number})";
			array_push( $values, ...$those, ...[ self::MOST_COUNTED ] );
		}
		return min( self::MOST_COUNTED, (int) $this->database->value( 'SELECT ' . implode( ' + ', $counts ), ...$values ) );
	}

	/**
	 * The conditions of a query, split so that each part reads one index in order, with that index's name; '' where the database chooses.
	 *
	 * @param list<int>|null $ids Cases that a search found; null without a search.
	 * @return list<array{string, list<int|string>, string}>
	 */
	private function branches( CaseQuery $query, ?array $ids ): array {
		$where  = 'site_id = %d';
		$values = [ $this->database->siteId() ];
		$states = array_values( array_unique( array_map( static fn ( CaseState $state ): string => $state->value, $query->states ) ) );
		$states = count( CaseState::cases() ) === count( $states ) ? [] : $states;
		$slash  = strpos( $query->cause, '/' );
		$system = false === $slash ? $query->system : substr( $query->cause, 0, $slash );
		$cause  = false === $slash ? $query->cause : substr( $query->cause, $slash + 1 );
		if ( '' !== $system ) {
			$where   .= ' AND `system` = %s';
			$values[] = $system;
		}
		if ( '' !== $cause ) {
			$where   .= ' AND cause = %s';
			$values[] = $cause;
		}
		if ( 0 !== $query->incident ) {
			$where   .= ' AND incident_id = %d';
			$values[] = $query->incident;
		}
		if ( '' !== $query->role ) {
			$where   .= ' AND role = %s';
			$values[] = Database::ascii( $query->role, 64 );
		}
		if ( $query->since > 0 ) {
			$where   .= ' AND last_attempt_at >= %d';
			$values[] = $query->since;
		}
		if ( null !== $ids ) {
			$where .= ' AND id IN (' . Database::places( count( $ids ) ) . ')';
			$values = [ ...$values, ...$ids ];
		}
		if ( '' !== $system || '' !== $cause || 0 !== $query->incident || '' !== $query->role || null !== $ids ) {
			return $this->narrowBranches( $query, $where, $values, $states, null !== $ids );
		}
		if ( [] === $states && ! $query->knownPeopleOnly ) {
			return [ [ $where, $values, 'recent' ] ];
		}
		$waiting  = array_map( static fn ( CaseState $state ): string => $state->value, CaseState::waiting() );
		$branches = [];
		foreach ( $query->knownPeopleOnly ? [ 1 ] : [ 1, 0 ] as $isKnown ) {
			$known = [ $where . ' AND is_known = %d', [ ...$values, $isKnown ] ];
			if ( [] === $states ) {
				$branches[] = [ ...$known, 'known_recent' ];
			} elseif ( [] === array_diff( $waiting, $states ) ) {
				$branches[] = [ $known[0] . ' AND is_closed = 0', $known[1], 'known_waiting' ];
			} else {
				foreach ( $states as $state ) {
					$branches[] = [ $known[0] . ' AND state = %s', [ ...$known[1], $state ], 'known_state' ];
				}
			}
		}
		return $branches;
	}

	/**
	 * The key of the narrow part leads, as far as whether the case is over; the rest is looked at row by row.
	 *
	 * @param list<int|string> $values
	 * @param list<string>     $states   All where empty.
	 * @return list<array{string, list<int|string>, string}>
	 */
	private function narrowBranches( CaseQuery $query, string $where, array $values, array $states, bool $isSearch ): array {
		$resolved = CaseState::Resolved->value;
		$closed   = match ( true ) {
			[ $resolved ] === $states                                  => [ 1 ],
			[] !== $states && ! in_array( $resolved, $states, true ) => [ 0 ],
			default                                                    => [ 0, 1 ],
		};
		// Whether a case is over says it all where every waiting state is wanted, or only the resolved one.
		if ( [] !== $states && ! ( 1 === count( $closed ) && ( [ 1 ] === $closed || count( CaseState::waiting() ) === count( $states ) ) ) ) {
			$where .= ' AND state IN (' . Database::places( count( $states ), '%s' ) . ')';
			$values = [ ...$values, ...$states ];
		}
		if ( $isSearch ) {
			// A reference that was read out is found whoever typed the name.
			return [ [ $where . ' AND is_closed IN (' . implode( ', ', $closed ) . ')', $values, '' ] ];
		}
		$branches = [];
		$key      = self::keyOf( $query );
		foreach ( $closed as $isClosed ) {
			if ( 0 !== $query->incident || '' !== $query->role ) {
				// Only known people belong to an incident or have a role.
				$branches[] = [ $where . ' AND is_closed = %d', [ ...$values, $isClosed ], $key ];
				continue;
			}
			foreach ( $query->knownPeopleOnly ? [ 1 ] : [ 1, 0 ] as $isKnown ) {
				$branches[] = [ $where . ' AND is_known = %d AND is_closed = %d', [ ...$values, $isKnown, $isClosed ], $key ];
			}
		}
		return $branches;
	}

	/** The key that a list narrowed by one thing reads in order; '' where it is narrowed by several, of which the database knows the rarest. */
	private static function keyOf( CaseQuery $query ): string {
		$hasSystem = '' !== $query->system || str_contains( $query->cause, '/' );
		$keys      = [];
		if ( 0 !== $query->incident ) {
			$keys[] = 'of_incident_recent';
		}
		if ( '' !== $query->role ) {
			$keys[] = 'of_role';
		}
		if ( '' !== $query->cause || $hasSystem ) {
			$keys[] = match ( true ) {
				'' === $query->cause => 'of_system',
				$hasSystem           => 'of_cause',
				default              => '',
			};
		}
		return 1 === count( $keys ) ? $keys[0] : '';
	}

	private function cases(): string {
		return $this->database->table( 'cases' );
	}

	/** ASCII, at most 255 bytes: a name in any script as JSON, cut by whole characters. */
	private static function storedLabel( string $label ): string {
		do {
			$json  = (string) json_encode( $label, JSON_INVALID_UTF8_SUBSTITUTE );
			$label = mb_substr( $label, 0, -1 );
		} while ( strlen( $json ) > 255 );
		return $json;
	}

	private static function file( Row $row, ?int $openIncident = null ): CaseFile {
		$label = json_decode( $row->string( 'label' ) );
		return new CaseFile(
			$row->int( 'id' ),
			$row->string( 'person_key' ),
			$row->int( 'user_id' ),
			$row->int( 'portal_user_id' ),
			is_string( $label ) ? $label : '',
			CaseState::tryFrom( $row->string( 'state' ) ) ?? CaseState::Open,
			$row->string( 'system' ),
			$row->string( 'cause' ),
			$row->string( 'confidence' ),
			$row->int( 'opened_at' ),
			$row->int( 'updated_at' ),
			$row->int( 'last_attempt_at' ),
			$row->int( 'attempt_count' ),
			$row->string( 'last_reference' ),
			$row->int( 'diagnosis_id' ),
			$row->string( 'notified_state' ),
			$row->int( 'resolved_at' ),
			$row->int( 'round' ),
			$openIncident
		);
	}
}
