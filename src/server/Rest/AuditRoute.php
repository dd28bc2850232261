<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Audit\AuditDesk;

/** `POST /audits`: has everybody looked at, in the background. */
final class AuditRoute {

	/** @param \Closure(): AuditDesk $desk Made only when somebody asks. */
	public function __construct( private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add( 'POST', '/audits', 'causeway_manage_cases', [], $this->start( ... ) );
	}

	private function start(): \WP_REST_Response {
		( $this->desk )()->start();
		return Reply::with( [ 'message' => __( 'Causeway looks at everybody now, in the background.', 'causeway' ) ], 202 );
	}
}
