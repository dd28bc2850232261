<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\BulkAction;
use Causeway\Cases\BulkDesk;

/** `POST /cases/bulk`: one thing done to many cases, in the background. How far it has come, GraphQL says (`caseRun`). */
final class BulkRoute {

	/** @param \Closure(): BulkDesk $desk Made only when somebody asks. */
	public function __construct( private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add(
			'POST',
			'/cases/bulk',
			'causeway_manage_cases',
			[
				'action' => [
					'type'     => 'string',
					'enum'     => array_column( BulkAction::cases(), 'value' ),
					'required' => true,
				],
				'cases'  => [
					'type'     => 'array',
					'maxItems' => BulkDesk::MOST_CASES,
					'items'    => [
						'type'    => 'integer',
						'minimum' => 1,
					],
					'required' => true,
				],
				'note'   => [
					'type'        => 'string',
					'maxLength'   => 1000,
					'default'     => '',
					'description' => __( 'For the timeline, where cases are closed.', 'causeway' ),
				],
			],
			$this->start( ... )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function start( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$cases = $request->get_param( 'cases' );
		$ids   = array_values( array_filter( is_array( $cases ) ? $cases : [], 'is_int' ) );
		if ( [] === $ids ) {
			return Reply::refusal( 'nothing-chosen', __( 'No case was chosen.', 'causeway' ), 400 );
		}
		$run   = ( $this->desk )()->start( BulkAction::from( Route::text( $request, 'action' ) ), $ids, get_current_user_id(), sanitize_textarea_field( Route::text( $request, 'note' ) ) );
		return null === $run
			? Reply::refusal( 'running', __( 'Another run over many cases is still going on. Wait until it is through, then start this one.', 'causeway' ), 409 )
			: Reply::with( [ 'total' => $run->total ], 202 );
	}
}
