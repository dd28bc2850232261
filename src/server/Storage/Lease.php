<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\StepLocks;
use Causeway\Support\Randomness;

/** A short lock that is a row: whoever holds it and dies holds it for seconds only. Works where `GET_LOCK` does not. */
final class Lease implements StepLocks {

	public function __construct( private readonly Database $database, private readonly Randomness $randomness ) {}

	/** The owner's token; null where somebody else holds it. */
	public function take( string $name, int $seconds ): ?string {
		$table = $this->database->table( 'locks' );
		$site  = $this->database->siteId();
		$owner = bin2hex( $this->randomness->bytes( 8 ) );
		$taken = $this->database->run( "INSERT IGNORE INTO {$table} (site_id, name, owner, lease_until) VALUES (%d, %s, %s, UNIX_TIMESTAMP() + %d)", $site, $name, $owner, $seconds )
			+ $this->database->run( "UPDATE {$table} SET owner = %s, lease_until = UNIX_TIMESTAMP() + %d WHERE site_id = %d AND name = %s AND lease_until < UNIX_TIMESTAMP()", $owner, $seconds, $site, $name );
		return $taken > 0 ? $owner : null;
	}

	public function release( string $name, string $owner ): void {
		$this->database->run( "DELETE FROM {$this->database->table( 'locks' )} WHERE site_id = %d AND name = %s AND owner = %s", $this->database->siteId(), $name, $owner );
	}
}
