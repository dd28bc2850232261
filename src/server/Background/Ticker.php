<?php

declare(strict_types=1);

namespace Causeway\Background;

/** The minutely WP-Cron event. Scheduled once, and again wherever it was lost. */
final class Ticker {

	public const EVENT = 'causeway_tick';

	private const SCHEDULE = 'causeway_minute';

	private const SLICE_SECONDS = 5.0;

	/** @param \Closure(): Runner $runner Asked only when the event comes. */
	public function __construct( private readonly \Closure $runner, private readonly \Causeway\Support\Clock $clock ) {}

	public function hooks(): void {
		add_filter( 'cron_schedules', $this->schedules( ... ) ); // A minute is what an unanswered person can wait.
		add_action( self::EVENT, $this->tick( ... ) );
		// Where Action Scheduler is on the site, each run of its own drives ours too; nothing is stored there, and nothing depends on it.
		add_action( 'action_scheduler_after_process_queue', $this->tick( ... ) );
		add_action( 'admin_init', $this->heal( ... ) );
		add_action( 'rest_api_init', $this->heal( ... ) );
	}

	/** Schedules the event where it is missing. Reads an option that WordPress has loaded anyway. */
	public function heal(): void {
		if ( false === wp_next_scheduled( self::EVENT ) ) {
			wp_schedule_event( $this->clock->now(), self::SCHEDULE, self::EVENT );
		}
	}

	public static function unschedule(): void {
		wp_clear_scheduled_hook( self::EVENT );
	}

	private function tick(): void {
		( $this->runner )()->work( self::SLICE_SECONDS, 'cron' );
	}

	/**
	 * @param mixed $schedules
	 * @return array<mixed>
	 */
	private function schedules( mixed $schedules ): array {
		$schedules                     = is_array( $schedules ) ? $schedules : [];
		$schedules[ self::SCHEDULE ] ??= [
			'interval' => 60,
			'display'  => __( 'Every minute (Causeway)', 'causeway' ),
		];
		return $schedules;
	}
}
