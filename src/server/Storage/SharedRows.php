<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\SiteRows;

/** Rows of a network's sites. The main site alone looks, and reads the ends of keys, not the rows. */
final class SharedRows implements SiteRows {

	public function __construct( private readonly Database $database ) {}

	public function forgetGone(): void {
		if ( ! is_multisite() || ! is_main_site() ) {
			return;
		}
		$schema = new Schema( $this->database );
		foreach ( Schema::TABLES as $name ) {
			foreach ( $this->database->rows( "SELECT DISTINCT site_id FROM {$this->database->table( $name )}" ) as $row ) {
				$id = $row->int( 'site_id' );
				if ( null === get_site( $id ) ) {
					$schema->forgetSite( $id );
				}
			}
		}
	}
}
