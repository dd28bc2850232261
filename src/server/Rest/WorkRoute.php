<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Background\Runner;
use Causeway\Background\WorkSignature;
use Causeway\Connector\Pause;
use Causeway\Support\Clock;

/**
 * `POST /work`: does due work in a slice of a few seconds. For this site's own signed kick, and for a real cron with an Application Password.
 *
 * Without either it answers 401 like any other command.
 */
final class WorkRoute {

	private const SLICE_SECONDS = 5.0;

	/** A kick goes out at most once in five seconds: whoever is refused right after one must not wait for the next cron run. */
	private const LINGER_SECONDS = 6.0;

	/** @param \Closure(): Runner $runner Made only for a caller who may; told that nobody waits for this request. */
	public function __construct(
		private readonly \Closure $runner,
		private readonly WorkSignature $signature,
		private readonly Clock $clock,
		private readonly Pause $pause,
	) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add(
			'POST',
			'/work',
			fn ( \WP_REST_Request $request ): bool => current_user_can( 'causeway_manage_settings' ) || $this->isKick( $request ),
			[],
			fn ( \WP_REST_Request $request ): \WP_REST_Response => Reply::with( [ 'jobs' => $this->work( $this->isKick( $request ) ) ] )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function isKick( \WP_REST_Request $request ): bool {
		return $this->signature->isGood( (string) $request->get_header( 'x-causeway-work' ) );
	}

	/** @return int How many jobs were done. */
	private function work( bool $isKick ): int {
		ignore_user_abort( true );
		$started = $this->clock->elapsedNanoseconds();
		$jobs    = ( $this->runner )()->work( self::SLICE_SECONDS, 'loopback' )->total();
		while ( $isKick && $this->clock->elapsedNanoseconds() - $started < self::LINGER_SECONDS * 1e9 ) {
			$this->pause->for( 1.0 );
			// What this process remembers may have changed meanwhile: a name, an option, a right.
			wp_cache_flush_runtime();
			$jobs += ( $this->runner )()->work( 1.0, 'loopback' )->total();
		}
		return $jobs;
	}
}
