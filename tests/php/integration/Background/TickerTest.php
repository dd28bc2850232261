<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Background;

use Causeway\Background\Runner;
use Causeway\Background\Ticker;
use Causeway\Tests\Integration\Cases\CaseRoomTestCase;

/** What drives background work beside a worker. */
final class TickerTest extends CaseRoomTestCase {

	public function test_action_scheduler_drives_our_work_where_it_is_on_the_site(): void {
		$this->room->connect();
		$person = self::user();
		$this->room->refuse( $person->ID, $person->user_login, true );
		( new Ticker( fn (): Runner => $this->room->runner, $this->room->clock ) )->hooks();
		do_action( 'action_scheduler_after_process_queue' );
		self::assertCount( 1, $this->room->desk->list( new \Causeway\Cases\CaseQuery() )->cases );
	}
}
