<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\IncidentCover;
use Causeway\Incidents\BulkRun;
use Causeway\Incidents\Incident;
use Causeway\Incidents\IncidentState;
use Causeway\Incidents\IncidentStore;

/** Incidents in their table; a case names the one that it belongs to. */
final class IncidentTable implements IncidentStore, IncidentCover {

	public function __construct( private readonly Database $database ) {}

	public function find( int $id ): ?Incident {
		return $this->incident( $this->database->row( "SELECT * FROM {$this->table()} WHERE id = %d AND site_id = %d", $id, $this->database->siteId() ) );
	}

	public function list( bool $isOpen, int $limit, int $before = 0 ): array {
		$rows = $this->database->rows(
			"SELECT * FROM {$this->table()} WHERE site_id = %d AND is_open = %d AND id < %d ORDER BY id DESC LIMIT %d",
			$this->database->siteId(),
			$isOpen ? 1 : 0,
			$before > 0 ? $before : PHP_INT_MAX,
			$limit
		);
		return array_values( array_filter( array_map( $this->incident( ... ), $rows ) ) );
	}

	public function newest( string $fingerprint ): ?Incident {
		return $this->incident( $this->database->row( "SELECT * FROM {$this->table()} WHERE site_id = %d AND fingerprint = %s ORDER BY id DESC LIMIT 1", $this->database->siteId(), $fingerprint ) );
	}

	public function open( string $fingerprint, string $system, string $cause, string $connection, int $at ): bool {
		// One of a kind is open at a time: the unique key decides among all that ask at once.
		return 1 === $this->database->run(
			"INSERT IGNORE INTO {$this->table()} (site_id, fingerprint, open_key, is_open, `system`, cause, connection, opened_at, updated_at, run) VALUES (%d, %s, 0, 1, %s, %s, %s, %d, %d, '')",
			$this->database->siteId(),
			$fingerprint,
			Database::ascii( $system, 32 ),
			Database::ascii( $cause, 64 ),
			Database::ascii( $connection, 32 ),
			$at,
			$at
		);
	}

	public function regress( int $id, int $at ): bool {
		return 1 === $this->database->run(
			"UPDATE {$this->table()} SET state = 'regressed', is_open = 1, open_key = 0, resolved_at = 0, round = round + 1, updated_at = %d, run = '' WHERE id = %d AND site_id = %d AND is_open = 0",
			$at,
			$id,
			$this->database->siteId()
		);
	}

	public function resolve( int $id, int $at ): bool {
		return 1 === $this->database->run(
			"UPDATE {$this->table()} SET state = 'resolved', is_open = 0, open_key = id, resolved_at = %d, updated_at = %d WHERE id = %d AND site_id = %d AND is_open = 1",
			$at,
			$at,
			$id,
			$this->database->siteId()
		);
	}

	public function startFixing( int $id, int $at ): bool {
		return 1 === $this->database->run( "UPDATE {$this->table()} SET state = 'fixing', updated_at = %d WHERE id = %d AND site_id = %d AND state IN ('open', 'regressed')", $at, $id, $this->database->siteId() );
	}

	public function saveRun( int $id, BulkRun $run ): void {
		$this->database->run( "UPDATE {$this->table()} SET run = %s WHERE id = %d AND site_id = %d", Database::json( $run->toArray() ), $id, $this->database->siteId() );
	}

	public function advanceRun( int $id, BulkRun $run ): bool {
		return 1 === $this->database->run( "UPDATE {$this->table()} SET run = %s WHERE id = %d AND site_id = %d AND run LIKE %s", Database::json( $run->toArray() ), $id, $this->database->siteId(), '%"finishedAt":0,%' );
	}

	public function markNotified( int $id, string $noticeKey ): void {
		$this->database->run( "UPDATE {$this->table()} SET notified_state = %s WHERE id = %d AND site_id = %d", Database::ascii( $noticeKey, 32 ), $id, $this->database->siteId() );
	}

	public function gather( int $id, string $system, string $cause, int $triedSince ): int {
		return $this->database->run(
			"UPDATE {$this->cases()} SET incident_id = %d WHERE site_id = %d AND `system` = %s AND cause = %s AND is_known = 1 AND is_closed = 0 AND last_attempt_at >= %d AND incident_id <> %d",
			$id,
			$this->database->siteId(),
			$system,
			$cause,
			$triedSince,
			$id
		);
	}

	public function recount( int $id ): void {
		$counts = $this->database->row( "SELECT COUNT(*) AS people, SUM(CASE WHEN is_closed = 0 THEN 1 ELSE 0 END) AS waiting FROM {$this->cases()} WHERE site_id = %d AND incident_id = %d", $this->database->siteId(), $id );
		$this->database->run( "UPDATE {$this->table()} SET people = %d, waiting = %d WHERE id = %d AND site_id = %d", $counts?->int( 'people' ) ?? 0, $counts?->int( 'waiting' ) ?? 0, $id, $this->database->siteId() );
	}

	public function waitingByCause( int $since ): array {
		$rows = $this->database->rows(
			"SELECT `system`, cause, COUNT(*) AS people FROM {$this->cases()} WHERE site_id = %d AND is_known = 1 AND is_closed = 0 AND last_attempt_at >= %d AND cause <> '' AND confidence IN ('certain', 'likely') GROUP BY `system`, cause",
			$this->database->siteId(),
			$since
		);
		return array_map(
			static fn ( Row $row ): array => [
				'system' => $row->string( 'system' ),
				'cause'  => $row->string( 'cause' ),
				'people' => $row->int( 'people' ),
			],
			$rows
		);
	}

	public function isAnyWaiting( string $system, string $cause ): bool {
		return '' !== $this->database->value( "SELECT id FROM {$this->cases()} WHERE site_id = %d AND `system` = %s AND cause = %s AND is_known = 1 AND is_closed = 0 LIMIT 1", $this->database->siteId(), $system, $cause );
	}

	public function peopleBetween( string $system, string $cause, int $from, int $to ): int {
		return (int) $this->database->value(
			"SELECT COUNT(*) FROM {$this->cases()} WHERE site_id = %d AND `system` = %s AND cause = %s AND is_known = 1 AND last_attempt_at BETWEEN %d AND %d",
			$this->database->siteId(),
			$system,
			$cause,
			$from,
			$to
		);
	}

	public function casesOf( int $id, bool $isWaiting, int $after, int $limit ): array {
		$rows = $this->database->rows(
			"SELECT id FROM {$this->cases()} WHERE site_id = %d AND incident_id = %d AND id > %d" . ( $isWaiting ? ' AND is_closed = 0' : '' ) . ' ORDER BY id LIMIT %d',
			$this->database->siteId(),
			$id,
			$after,
			$limit
		);
		return array_map( static fn ( Row $row ): int => $row->int( 'id' ), $rows );
	}

	public function hasProof( int $id, int $since ): bool {
		return '' !== $this->database->value(
			"SELECT j.id FROM {$this->cases()} c JOIN {$this->database->table( 'journal' )} j ON j.case_id = c.id WHERE c.site_id = %d AND c.incident_id = %d AND c.is_closed = 1 AND c.resolved_at >= %d AND j.kind = 'verified' AND j.at >= %d LIMIT 1",
			$this->database->siteId(),
			$id,
			$since,
			$since
		);
	}

	public function incidentOf( int $caseId ): int {
		return (int) $this->database->value(
			"SELECT i.id FROM {$this->cases()} c JOIN {$this->table()} i ON i.id = c.incident_id WHERE c.id = %d AND c.site_id = %d AND i.is_open = 1",
			$caseId,
			$this->database->siteId()
		);
	}

	private function incident( ?Row $row ): ?Incident {
		return null === $row ? null : new Incident(
			$row->int( 'id' ),
			$row->string( 'system' ),
			$row->string( 'cause' ),
			$row->string( 'connection' ),
			IncidentState::tryFrom( $row->string( 'state' ) ) ?? IncidentState::Open,
			$row->int( 'opened_at' ),
			$row->int( 'updated_at' ),
			$row->int( 'resolved_at' ),
			$row->int( 'people' ),
			$row->int( 'waiting' ),
			$row->int( 'round' ),
			$row->string( 'notified_state' ),
			BulkRun::fromArray( $row->json( 'run' ) )
		);
	}

	private function table(): string {
		return $this->database->table( 'incidents' );
	}

	private function cases(): string {
		return $this->database->table( 'cases' );
	}
}
