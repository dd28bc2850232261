<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Audit\AuditDesk;

/** `POST /audits`: has everybody looked at, in the background. `POST /people/cases`: cases for those at risk. */
final class AuditRoute {

	/** @param \Closure(): AuditDesk $desk Made only when somebody asks. */
	public function __construct( private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add( 'POST', '/audits', 'causeway_manage_cases', [], $this->start( ... ) );
		Route::add(
			'POST',
			'/people/cases',
			'causeway_manage_cases',
			[
				'cause' => [
					'type'     => 'string',
					'pattern'  => '^[a-z0-9-]{1,32}/[a-z0-9-]{1,64}$',
					'required' => true,
				],
				'after' => [
					'type'    => 'integer',
					'minimum' => 0,
					'default' => 0,
				],
				'limit' => [
					'type'    => 'integer',
					'minimum' => 1,
					'maximum' => 100,
					'default' => 100,
				],
			],
			$this->openCases( ... )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function openCases( \WP_REST_Request $request ): \WP_REST_Response {
		return Reply::with( ( $this->desk )()->openCases( Route::text( $request, 'cause' ), (int) Route::text( $request, 'after' ), (int) Route::text( $request, 'limit' ), get_current_user_id() ) );
	}

	private function start(): \WP_REST_Response {
		( $this->desk )()->start();
		return Reply::with( [ 'message' => __( 'Causeway looks at everybody now, in the background.', 'causeway' ) ], 202 );
	}
}
