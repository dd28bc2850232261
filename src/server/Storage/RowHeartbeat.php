<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Background\Heartbeat;

/** When work was last done, one row a kind of kick, by the database's clock. */
final class RowHeartbeat implements Heartbeat {

	public function __construct( private readonly Database $database ) {}

	public function beat( string $by ): bool {
		if ( is_multisite() && '' === $this->database->value( "SELECT blog_id FROM {$this->database->core( 'blogs' )} WHERE blog_id = %d", $this->database->siteId() ) ) {
			return false;
		}
		$this->database->run(
			"INSERT INTO {$this->database->table( 'locks' )} (site_id, name, owner, lease_until) VALUES (%d, %s, '', UNIX_TIMESTAMP()) ON DUPLICATE KEY UPDATE lease_until = UNIX_TIMESTAMP()",
			$this->database->siteId(),
			'beat:' . $by
		);
		return true;
	}

	public function ages(): array {
		$ages = [];
		foreach ( $this->database->rows( "SELECT name, UNIX_TIMESTAMP() - lease_until AS age FROM {$this->database->table( 'locks' )} WHERE site_id = %d AND name LIKE %s", $this->database->siteId(), 'beat:%' ) as $row ) {
			$ages[ substr( $row->string( 'name' ), 5 ) ] = max( 0, $row->int( 'age' ) );
		}
		return $ages;
	}
}
