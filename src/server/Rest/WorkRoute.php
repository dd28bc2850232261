<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Background\Runner;
use Causeway\Background\WorkSignature;

/**
 * `POST /work`: does due work in a slice of a few seconds. For this site's own signed kick, and for a real cron with an Application Password.
 *
 * Without either it answers 401 like any other command.
 */
final class WorkRoute {

	private const SLICE_SECONDS = 5.0;

	public function __construct( private readonly Runner $runner, private readonly WorkSignature $signature ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		register_rest_route(
			Route::NAMESPACE,
			'/work',
			[
				'methods'             => 'POST',
				'permission_callback' => fn ( \WP_REST_Request $request ): bool => current_user_can( 'causeway_manage_settings' ) || $this->signature->isGood( (string) $request->get_header( 'x-causeway-work' ) ),
				'callback'            => function (): \WP_REST_Response {
					ignore_user_abort( true );
					$report = $this->runner->work( self::SLICE_SECONDS, 'loopback' );
					return Reply::with( [ 'jobs' => $report->total() ] );
				},
			]
		);
	}
}
