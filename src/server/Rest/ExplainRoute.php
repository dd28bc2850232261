<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\CaseDesk;
use Causeway\Diagnosis\Explainer;

/** `POST /explain`: what a pasted message can mean. Nothing of the message is kept or sent back. */
final class ExplainRoute {

	/**
	 * @param \Closure(): Explainer $explainer Made only when somebody asks.
	 * @param \Closure(): CaseDesk  $desk      Likewise.
	 */
	public function __construct( private readonly \Closure $explainer, private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add(
			'POST',
			'/explain',
			'causeway_view',
			[
				'message' => [
					'type'      => 'string',
					'required'  => true,
					'minLength' => 1,
				],
				'answers' => [
					'type'                 => 'object',
					'default'              => [],
					'description'          => 'What somebody answered to questions of an earlier explanation: ref → true or false.',
					'additionalProperties' => [ 'type' => 'boolean' ],
				],
			],
			function ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
				$message = Route::text( $request, 'message' );
				if ( ! Explainer::canRead( $message ) ) {
					return Reply::refusal( 'message-length', __( 'Paste the message itself: at least one word, at most 100 KB.', 'causeway' ), 400 );
				}
				$answers = $request->get_param( 'answers' );
				return Reply::with( ( $this->explainer )()->explain( $message, Explainer::answers( is_array( $answers ) ? $answers : [] ) )->toArray( ( $this->desk )()->links( null ) ) );
			}
		);
	}
}
