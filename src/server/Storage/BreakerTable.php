<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Http\BreakerState;
use Causeway\Http\BreakerStore;

/** How hosts have been answering, one row a host that has not. */
final class BreakerTable implements BreakerStore {

	public function __construct( private readonly Database $database ) {}

	public function load( string $host ): BreakerState {
		$row = $this->database->row( "SELECT * FROM {$this->database->table( 'breakers' )} WHERE site_id = %d AND host = %s", $this->database->siteId(), Database::ascii( $host, 190 ) );
		return null === $row ? new BreakerState() : new BreakerState( $row->int( 'failures' ), $row->int( 'opened_at' ) );
	}

	public function save( string $host, BreakerState $state ): void {
		$table = $this->database->table( 'breakers' );
		if ( 0 === $state->failures && 0 === $state->openedAt ) {
			$this->database->run( "DELETE FROM {$table} WHERE site_id = %d AND host = %s", $this->database->siteId(), Database::ascii( $host, 190 ) );
			return;
		}
		$this->database->run(
			"INSERT INTO {$table} (site_id, host, failures, opened_at) VALUES (%d, %s, %d, %d) ON DUPLICATE KEY UPDATE failures = VALUES(failures), opened_at = VALUES(opened_at)",
			$this->database->siteId(),
			Database::ascii( $host, 190 ),
			$state->failures,
			$state->openedAt
		);
	}
}
