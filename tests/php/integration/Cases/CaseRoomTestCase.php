<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Storage\Database;
use Causeway\Storage\Schema;
use Causeway\Tests\Fakes\CaseRoom;
use Causeway\Tests\Support\WordPressTestCase;

/** A test of cases on the real tables. */
abstract class CaseRoomTestCase extends WordPressTestCase {

	protected CaseRoom $room;

	public static function setUpBeforeClass(): void {
		( new Schema( new Database( self::wpdb() ) ) )->install();
	}

	protected function setUp(): void {
		parent::setUp();
		foreach ( Schema::TABLES as $table ) {
			self::wpdb()->query( 'DELETE FROM ' . ( new Database( self::wpdb() ) )->table( $table ) );
		}
		$this->room = new CaseRoom( self::wpdb() );
	}
}
