<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Capture\Attempt;
use Causeway\Capture\AttemptLog;
use Causeway\Cases\AttemptRecord;
use Causeway\Cases\HelpRequests;
use Causeway\Cases\HelpWish;
use Causeway\Cases\JobNames;
use Causeway\Support\Clock;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Randomness;
use Causeway\Support\Reference;

/** Visitors' requests as jobs and as attempts, and the counts that limit them. Every call costs the same statements for everybody. */
final class HelpRequestTable implements HelpRequests {

	public function __construct(
		private readonly Database $database,
		private readonly AttemptLog $attempts,
		private readonly LoginNameHash $hash,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
		#[\SensitiveParameter] private readonly string $key,
	) {}

	public function ask( Reference $reference, HelpWish $wish, string $comment ): void {
		$this->database->run(
			"INSERT INTO {$this->database->table( 'jobs' )} (site_id, kind, subject, unique_key, priority, run_at, resume_at) VALUES (%d, %s, 0, %s, %d, UNIX_TIMESTAMP(), %s)
			ON DUPLICATE KEY UPDATE asked_again = 0",
			$this->database->siteId(),
			JobNames::HELP,
			JobNames::HELP . ':' . $wish->value . ':' . $reference->letters(),
			JobNames::PRIORITIES[ JobNames::HELP ],
			Database::json(
				[
					'reference' => $reference->letters(),
					'wish'      => $wish->value,
					'comment'   => $comment,
				]
			)
		);
	}

	public function report( string $address, string $symptom ): Reference {
		$reference = Reference::random( $this->randomness );
		// The one look into a table: the same statement, and an index entry or none, for everybody.
		$isAscii = '' !== $address && mb_check_encoding( $address, 'ASCII' );
		$userId  = (int) $this->database->value( "SELECT ID FROM {$this->database->core( 'users' )} WHERE user_email = %s LIMIT 1", $isAscii ? $address : '' );
		$this->attempts->append( new Attempt( $reference, $this->database->siteId(), $this->clock->now(), AttemptRecord::REPORT, $userId, $this->hash->of( $address ), '', $symptom, '', false, '', '' ) );
		return $reference;
	}

	public function count( array $buckets ): int {
		$table  = $this->database->table( 'limits' );
		$places = [];
		$values = [];
		$most   = [];
		foreach ( $buckets as $name => $limit ) {
			$bucket          = $this->bucket( $name );
			$most[ $bucket ] = $limit['most'];
			$places[]        = '(%d, %s, UNIX_TIMESTAMP() + %d, 1)';
			array_push( $values, $this->database->siteId(), $bucket, $limit['seconds'] );
		}
		// The window of a row that has ended begins anew with the length that is being inserted.
		$this->database->run(
			"INSERT INTO {$table} (site_id, bucket, ends_at, hits) VALUES " . implode( ', ', $places ) . '
			ON DUPLICATE KEY UPDATE hits = CASE WHEN ends_at <= UNIX_TIMESTAMP() THEN 1 ELSE hits + 1 END,
			ends_at = CASE WHEN ends_at <= UNIX_TIMESTAMP() THEN VALUES(ends_at) ELSE ends_at END',
			...$values
		);
		$rows = $this->database->rows(
			"SELECT bucket, hits, ends_at - UNIX_TIMESTAMP() AS seconds_left FROM {$table} WHERE site_id = %d AND bucket IN (" . Database::places( count( $most ), '%s' ) . ')',
			$this->database->siteId(),
			...array_keys( $most )
		);
		$wait = 0;
		foreach ( $rows as $row ) {
			if ( $row->int( 'hits' ) > $most[ $row->string( 'bucket' ) ] ) {
				$wait = max( $wait, 1, $row->int( 'seconds_left' ) );
			}
		}
		return $wait;
	}

	public function forgetCounts(): void {
		$this->database->run( "DELETE FROM {$this->database->table( 'limits' )} WHERE ends_at < UNIX_TIMESTAMP()" );
	}

	/** Keyed, so that a copy of the table tells nobody's address. */
	private function bucket( string $name ): string {
		return substr( hash_hmac( 'sha256', 'limit|' . $name, $this->key ), 0, 32 );
	}
}
