<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Background\Job;
use Causeway\Background\JobQueue;

/**
 * The queue in one table: a few rows, claimed by one UPDATE each, fenced.
 *
 * Needs no lock, no transaction and no `SKIP LOCKED`; all times are the database's own.
 */
final class LeasedJobs implements JobQueue {

	private const HELD = 'id = %d AND owner = %s AND fence = %d';

	public function __construct( private readonly Database $database ) {}

	public function put( string $kind, int $subject, int $delaySeconds, string $uniqueKey, int $priority = 50 ): void {
		$table = $this->database->table( 'jobs' );
		$site  = $this->database->siteId();
		$new   = $this->database->run(
			"INSERT IGNORE INTO {$table} (site_id, kind, subject, unique_key, priority, run_at, resume_at) VALUES (%d, %s, %d, %s, %d, UNIX_TIMESTAMP() + %d, '')",
			$site,
			$kind,
			$subject,
			$uniqueKey,
			$priority,
			$delaySeconds
		);
		if ( 0 === $new ) {
			$this->database->run(
				"UPDATE {$table} SET run_at = LEAST(run_at, UNIX_TIMESTAMP() + %d), asked_again = 1, attempts = CASE WHEN state = 'dead' THEN 0 ELSE attempts END,
				state = 'ready', priority = LEAST(priority, %d) WHERE site_id = %d AND unique_key = %s",
				$delaySeconds,
				$priority,
				$site,
				$uniqueKey
			);
		}
	}

	public function claim( string $owner, int $limit, int $leaseSeconds ): array {
		$table = $this->database->table( 'jobs' );
		$site  = $this->database->siteId();
		$claimed = $this->database->run(
			"UPDATE {$table} SET owner = %s, fence = fence + 1, attempts = attempts + 1, asked_again = 0, lease_until = UNIX_TIMESTAMP() + %d
			WHERE site_id = %d AND state = 'ready' AND run_at <= UNIX_TIMESTAMP() AND lease_until < UNIX_TIMESTAMP() ORDER BY priority, run_at, id LIMIT %d",
			$owner,
			$leaseSeconds,
			$site,
			$limit
		);
		if ( 0 === $claimed ) {
			return [];
		}
		$rows = $this->database->rows( "SELECT * FROM {$table} WHERE site_id = %d AND state = 'ready' AND owner = %s AND lease_until >= UNIX_TIMESTAMP() ORDER BY priority, run_at, id", $site, $owner );
		return array_map(
			static fn ( Row $row ): Job => new Job( $row->int( 'id' ), $row->string( 'kind' ), $row->int( 'subject' ), $row->string( 'unique_key' ), $row->int( 'priority' ), $row->int( 'attempts' ), $row->string( 'resume_at' ), $row->string( 'owner' ), $row->int( 'fence' ) ),
			$rows
		);
	}

	public function renew( Job $job, int $leaseSeconds, string $cursor ): bool {
		$table = $this->database->table( 'jobs' );
		$this->database->run( "UPDATE {$table} SET lease_until = UNIX_TIMESTAMP() + %d, resume_at = %s WHERE " . self::HELD, $leaseSeconds, $cursor, $job->id, $job->owner, $job->fence );
		return '' !== $this->database->value( "SELECT id FROM {$table} WHERE " . self::HELD, $job->id, $job->owner, $job->fence );
	}

	public function done( Job $job ): bool {
		$table = $this->database->table( 'jobs' );
		if ( 1 === $this->database->run( "DELETE FROM {$table} WHERE asked_again = 0 AND " . self::HELD, $job->id, $job->owner, $job->fence ) ) {
			return true;
		}
		// Asked for again while it ran: what the asker saw may not have been seen by this run.
		return 1 === $this->database->run(
			"UPDATE {$table} SET owner = '', lease_until = 0, attempts = 0, asked_again = 0, run_at = UNIX_TIMESTAMP(), resume_at = '', last_error = '' WHERE " . self::HELD,
			$job->id,
			$job->owner,
			$job->fence
		);
	}

	public function retry( Job $job, int $delaySeconds, string $error, string $cursor ): bool {
		return 1 === $this->database->run(
			"UPDATE {$this->database->table( 'jobs' )} SET owner = '', lease_until = 0, attempts = CASE WHEN %s = '' THEN 0 ELSE attempts END,
			run_at = UNIX_TIMESTAMP() + CASE WHEN asked_again = 1 AND %s = '' THEN 0 ELSE %d END, asked_again = 0, resume_at = %s, last_error = %s WHERE " . self::HELD,
			Database::ascii( $error, 190 ),
			Database::ascii( $error, 190 ),
			$delaySeconds,
			$cursor,
			Database::ascii( $error, 190 ),
			$job->id,
			$job->owner,
			$job->fence
		);
	}

	public function bury( Job $job, string $error ): bool {
		return 1 === $this->database->run(
			"UPDATE {$this->database->table( 'jobs' )} SET owner = '', lease_until = 0, state = 'dead', last_error = %s WHERE " . self::HELD,
			Database::ascii( $error, 190 ),
			$job->id,
			$job->owner,
			$job->fence
		);
	}

	public function nextRunAt( string ...$uniqueKeys ): ?int {
		$places = Database::places( count( $uniqueKeys ), '%s' );
		$row    = $this->database->row( "SELECT run_at FROM {$this->database->table( 'jobs' )} WHERE site_id = %d AND unique_key IN ({$places}) AND state = 'ready' ORDER BY run_at LIMIT 1", $this->database->siteId(), ...$uniqueKeys );
		return $row?->int( 'run_at' );
	}

	public function isDue(): bool {
		return '' !== $this->database->value(
			"SELECT id FROM {$this->database->table( 'jobs' )} WHERE site_id = %d AND state = 'ready' AND run_at <= UNIX_TIMESTAMP() AND lease_until < UNIX_TIMESTAMP() LIMIT 1",
			$this->database->siteId()
		);
	}

	public function backlog(): array {
		$table = $this->database->table( 'jobs' );
		$site  = $this->database->siteId();
		$row   = $this->database->row(
			"SELECT SUM(CASE WHEN state = 'ready' THEN 1 ELSE 0 END) AS ready, SUM(CASE WHEN state = 'dead' THEN 1 ELSE 0 END) AS dead,
			MIN(CASE WHEN state = 'ready' AND run_at <= UNIX_TIMESTAMP() THEN run_at ELSE NULL END) AS oldest, UNIX_TIMESTAMP() AS now_at FROM {$table} WHERE site_id = %d",
			$site
		);
		$row  ??= new Row( [] );
		$oldest = $row->int( 'oldest' );
		return [
			'ready'            => $row->int( 'ready' ),
			'dead'             => $row->int( 'dead' ),
			'oldestDueSeconds' => $oldest > 0 ? max( 0, $row->int( 'now_at' ) - $oldest ) : 0,
		];
	}
}
