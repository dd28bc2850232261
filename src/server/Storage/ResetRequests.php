<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Capture\ResetQueue;
use Causeway\Cases\JobNames;

/** Requests for a new password, as jobs. One statement each; the same for known and unknown names. */
final class ResetRequests implements ResetQueue {

	/** Somebody worked within so many seconds: WP-Cron comes every minute on a site that is visited at all. */
	private const SERVED_WITHIN_SECONDS = 600;

	/** @param bool $canFinishEarly Whether this server works on after an answer has left. */
	public function __construct( private readonly Database $database, private readonly bool $canFinishEarly ) {}

	public function isServed(): bool {
		return $this->canFinishEarly || '' !== $this->database->value(
			"SELECT name FROM {$this->database->table( 'locks' )} WHERE site_id = %d AND name LIKE %s AND lease_until > UNIX_TIMESTAMP() - %d LIMIT 1",
			$this->database->siteId(),
			'beat:%',
			self::SERVED_WITHIN_SECONDS
		);
	}

	public function put( string $nameHash, int $userId ): void {
		$this->database->run(
			"INSERT INTO {$this->database->table( 'jobs' )} (site_id, kind, subject, unique_key, priority, run_at, resume_at) VALUES (%d, %s, %d, %s, %d, UNIX_TIMESTAMP(), '')
			ON DUPLICATE KEY UPDATE asked_again = 1",
			$this->database->siteId(),
			JobNames::SEND_RESET,
			$userId,
			JobNames::SEND_RESET . ':' . Database::ascii( $nameHash, 32 ),
			JobNames::PRIORITIES[ JobNames::SEND_RESET ]
		);
	}
}
