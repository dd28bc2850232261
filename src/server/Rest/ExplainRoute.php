<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\CaseDesk;
use Causeway\Diagnosis\Explainer;

/** `POST /explain`: what a pasted message can mean. Nothing of the message is kept or sent back. */
final class ExplainRoute {

	private const MAX_BYTES = 102_400;

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
			],
			function ( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
				$message = Route::text( $request, 'message' );
				if ( '' === trim( $message ) || strlen( $message ) > self::MAX_BYTES ) {
					return Reply::refusal( 'message-length', __( 'Paste the message itself: at least one word, at most 100 KB.', 'causeway' ), 400 );
				}
				return Reply::with( ( $this->explainer )()->explain( $message )->toArray( ( $this->desk )()->links( null ) ) );
			}
		);
	}
}
