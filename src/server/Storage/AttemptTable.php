<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Capture\Attempt;
use Causeway\Capture\AttemptLog;
use Causeway\Cases\AttemptRecord;
use Causeway\Cases\AttemptState;
use Causeway\Cases\AttemptStore;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Randomness;
use Causeway\Support\Reference;

/** Attempts in their table: written by the login path, read by everybody else. */
final class AttemptTable implements AttemptLog, AttemptStore {

	/** Newest attempts that the share of unexplained ones is reckoned from. */
	private const SAMPLE = 2000;

	/** Written without blanks, and without what has its default: MariaDB's log keeps the statement's text beside the row. */
	private const COLUMNS = 'site_id,reference,occurred_at,entry,user_id,login_hash,code,symptom,shown_symptom';

	private const PLACES = '(%d,%s,%d,%s,%d,%s,%s,%s,%s';

	/** Of somebody who proved who they are, or whose portal called its vendor. */
	private const MORE_COLUMNS = ',is_proven,view_hash,portal_call';

	private const MORE_PLACES = ',%d,%s,%s';

	/** Stands for a shown symptom that is the hook's own. */
	private const SAME = '=';

	/** @param LoginNameHash|null $hash Only for attempts that come with an address. */
	public function __construct( private readonly Database $database, private readonly Randomness $randomness, private readonly ?LoginNameHash $hash = null ) {}

	public function append( Attempt $attempt ): void {
		$this->appendAll( [ $attempt ] );
	}

	public function appendAll( array $attempts ): void {
		if ( [] === $attempts ) {
			return;
		}
		$values  = [];
		$isWhole = count( $attempts ) > 1 || $attempts[0]->isProven || '' !== $attempts[0]->viewHash || '' !== $attempts[0]->portalCall;
		foreach ( $attempts as $attempt ) {
			array_push(
				$values,
				$attempt->siteId,
				$attempt->reference->letters(),
				$attempt->occurredAt,
				$attempt->entry,
				$attempt->userId,
				Database::ascii( $attempt->loginHash, 32 ),
				$attempt->code,
				$attempt->symptom,
				'' !== $attempt->symptom && $attempt->symptom === $attempt->shownSymptom ? self::SAME : $attempt->shownSymptom
			);
			if ( $isWhole ) {
				array_push( $values, $attempt->isProven ? 1 : 0, Database::ascii( $attempt->viewHash, 32 ), Database::ascii( $attempt->portalCall, 190 ) );
			}
		}
		$columns = self::COLUMNS . ( $isWhole ? self::MORE_COLUMNS : '' );
		$places  = self::PLACES . ( $isWhole ? self::MORE_PLACES : '' ) . ')';
		$this->database->run( "INSERT IGNORE INTO {$this->attempts()}({$columns})VALUES" . Database::places( count( $attempts ), $places ), ...$values );
	}

	public function note( int $userId, string $entry, string $code, string $symptom, int $at ): void {
		$this->append( new Attempt( Reference::random( $this->randomness ), $this->database->siteId(), $at, $entry, $userId, '', $code, $symptom, $symptom, false, '', '' ) );
	}

	public function noteOnce( string $key, int $userId, string $address, string $entry, string $symptom, int $at ): void {
		$reference = Reference::of( hash( 'sha256', $this->database->siteId() . '|' . $key, true ) );
		$this->append( new Attempt( $reference, $this->database->siteId(), $at, $entry, $userId, null === $this->hash ? '' : $this->hash->of( $address ), '', $symptom, $symptom, false, '', '' ) );
	}

	public function isWaiting(): bool {
		return '' !== $this->database->value( "SELECT id FROM {$this->attempts()} WHERE site_id = %d AND case_id = 0 LIMIT 1", $this->database->siteId() );
	}

	public function unassigned( int $limit ): array {
		return $this->records( 'case_id = 0 ORDER BY id LIMIT %d', $limit );
	}

	public function assign( array $ids, int $caseId ): void {
		if ( [] !== $ids ) {
			$this->database->run( "UPDATE {$this->attempts()} SET case_id = %d WHERE site_id = %d AND case_id = 0 AND id IN (" . Database::places( count( $ids ) ) . ')', $caseId, $this->database->siteId(), ...$ids );
		}
	}

	public function byReference( Reference $reference ): ?AttemptRecord {
		return $this->records( 'reference = %s', $reference->letters() )[0] ?? null;
	}

	public function rememberMailed( int $id, string $mailHash, int $at ): void {
		$this->database->run( "UPDATE {$this->attempts()} SET mail_hash = %s, token_at = %d WHERE site_id = %d AND id = %d", Database::ascii( $mailHash, 32 ), $at, $this->database->siteId(), $id );
	}

	public function takeMailed( Reference $reference, string $mailHash, int $mailedAfter, string $viewHash, int $at ): bool {
		return '' !== $mailHash && 1 === $this->database->run(
			"UPDATE {$this->attempts()} SET mail_hash = '', view_hash = %s, token_at = %d WHERE site_id = %d AND reference = %s AND mail_hash = %s AND token_at >= %d",
			Database::ascii( $viewHash, 32 ),
			$at,
			$this->database->siteId(),
			$reference->letters(),
			Database::ascii( $mailHash, 32 ),
			$mailedAfter
		);
	}

	public function ofCase( int $caseId, int $limit ): array {
		return $this->records( 'case_id = %d ORDER BY id DESC LIMIT %d', $caseId, $limit );
	}

	public function newestProven( int $caseId ): ?AttemptRecord {
		return $this->records( 'case_id = %d AND is_proven = 1 ORDER BY id DESC LIMIT 1', $caseId )[0] ?? null;
	}

	public function advance( int $caseId, AttemptState $from, AttemptState $to ): void {
		$this->database->run( "UPDATE {$this->attempts()} SET state = %s WHERE site_id = %d AND case_id = %d AND state = %s", $to->value, $this->database->siteId(), $caseId, $from->value );
	}

	public function counts( int $since ): array {
		$row = $this->database->row(
			"SELECT COUNT(*) AS seen, SUM(CASE WHEN symptom = '' AND shown_symptom = '' THEN 1 ELSE 0 END) AS unexplained
			FROM (SELECT symptom, shown_symptom, occurred_at FROM {$this->attempts()} WHERE site_id = %d ORDER BY id DESC LIMIT %d) newest WHERE occurred_at >= %d",
			$this->database->siteId(),
			self::SAMPLE,
			$since
		);
		return [
			'all'         => $row?->int( 'seen' ) ?? 0,
			'unexplained' => $row?->int( 'unexplained' ) ?? 0,
		];
	}

	public function perDay( array $starts ): array {
		if ( [] === $starts ) {
			return [];
		}
		$days = str_repeat( ' WHEN occurred_at >= %d THEN %d', count( $starts ) );
		$when = [];
		foreach ( array_reverse( $starts, true ) as $day => $start ) {
			array_push( $when, $start, $day );
		}
		$rows  = $this->database->rows(
			"SELECT CASE{$days} ELSE -1 END AS day, COUNT(*) AS refusals, COUNT(DISTINCT NULLIF(case_id, 0)) AS people FROM {$this->attempts()} WHERE site_id = %d AND occurred_at >= %d GROUP BY 1",
			...[ ...$when, $this->database->siteId(), $starts[0] ]
		);
		$found = array_fill(
			0,
			count( $starts ),
			[
				'refusals' => 0,
				'people'   => 0,
			]
		);
		foreach ( $rows as $row ) {
			$found[ $row->int( 'day' ) ] = [
				'refusals' => $row->int( 'refusals' ),
				'people'   => $row->int( 'people' ),
			];
		}
		return array_values( $found );
	}

	public function forgetWaiting( int $userId, string $loginHash ): int {
		return $this->database->run(
			"DELETE FROM {$this->attempts()} WHERE site_id = %d AND case_id = 0 AND ((user_id > 0 AND user_id = %d) OR (login_hash <> '' AND login_hash = %s))",
			$this->database->siteId(),
			$userId,
			$loginHash
		);
	}

	public function purge( int $before, int $limit ): int {
		// Ids grow with time, for all sites together: the oldest rows come first, whoever's they are.
		$rows   = $this->database->rows( "SELECT id, case_id, occurred_at FROM {$this->attempts()} ORDER BY id LIMIT %d", $limit );
		$ids    = [];
		$lastOf = [];
		foreach ( $rows as $row ) {
			if ( $row->int( 'occurred_at' ) < $before ) {
				$ids[]                          = $row->int( 'id' );
				$lastOf[ $row->int( 'case_id' ) ] = $row->int( 'id' );
			}
		}
		foreach ( $lastOf as $caseId => $lastId ) {
			if ( $caseId > 0 ) {
				$this->fold( $caseId, $lastId );
			}
		}
		return [] === $ids ? 0 : $this->database->run( "DELETE FROM {$this->attempts()} WHERE id IN (" . Database::places( count( $ids ) ) . ')', ...$ids );
	}

	/** Keeps a case's count while its old attempts go: what is folded is no longer counted by row. */
	private function fold( int $caseId, int $upTo ): void {
		$cases = $this->database->table( 'cases' );
		$this->database->run(
			"UPDATE {$cases} SET counted_before = counted_before + (SELECT COUNT(*) FROM {$this->attempts()} a WHERE a.site_id = {$cases}.site_id AND a.case_id = %d AND a.id > {$cases}.counted_to AND a.id <= %d),
			counted_to = %d WHERE id = %d AND counted_to < %d",
			$caseId,
			$upTo,
			$upTo,
			$caseId,
			$upTo
		);
	}

	/** @return list<AttemptRecord> */
	private function records( string $where, int|string ...$values ): array {
		return array_values(
			array_filter(
				array_map( self::record( ... ), $this->database->rows( "SELECT * FROM {$this->attempts()} WHERE site_id = %d AND {$where}", $this->database->siteId(), ...$values ) )
			)
		);
	}

	private function attempts(): string {
		return $this->database->table( 'attempts' );
	}

	private static function record( Row $row ): ?AttemptRecord {
		$reference = Reference::parse( $row->string( 'reference' ) );
		return null === $reference ? null : new AttemptRecord(
			$row->int( 'id' ),
			$reference,
			$row->int( 'occurred_at' ),
			$row->string( 'entry' ),
			$row->int( 'user_id' ),
			$row->string( 'login_hash' ),
			$row->string( 'code' ),
			$row->string( 'symptom' ),
			$row->string( self::SAME === $row->string( 'shown_symptom' ) ? 'symptom' : 'shown_symptom' ),
			$row->bool( 'is_proven' ),
			$row->string( 'view_hash' ),
			self::portalCall( $row->json( 'portal_call' ) ),
			AttemptState::tryFrom( $row->string( 'state' ) ) ?? AttemptState::Received,
			$row->int( 'case_id' ),
			$row->int( 'token_at' )
		);
	}

	/**
	 * @param array<mixed> $call
	 * @return array{system: string, path: string, status: int, code: string, fault: string, ms: int}|null
	 */
	private static function portalCall( array $call ): ?array {
		$text   = static fn ( string $key ): string => is_string( $call[ $key ] ?? null ) ? $call[ $key ] : '';
		$number = static fn ( string $key ): int => is_int( $call[ $key ] ?? null ) ? $call[ $key ] : 0;
		return [] === $call ? null : [
			'system' => $text( 'system' ),
			'path'   => $text( 'path' ),
			'status' => $number( 'status' ),
			'code'   => $text( 'code' ),
			'fault'  => $text( 'fault' ),
			'ms'     => $number( 'ms' ),
		];
	}
}
