<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\CaseDesk;
use Causeway\Cases\HelpDesk;
use Causeway\Support\Reference;

/**
 * `GET /attempts/<reference>`: what the person at the form may be told. Open to everybody.
 *
 * A reference alone gives the generic text, the same for every well-formed one; the view token of the refused request, sent as a cookie,
 * gives what that person may know.
 */
final class AttemptRoutes {

	/**
	 * @param \Closure(): CaseDesk $desk   Made only when somebody asks, as in all routes: every REST request of the site registers them.
	 * @param string               $cookie Name of the view token's cookie.
	 * @param \Closure(): HelpDesk $help   Made only when somebody reports.
	 * @param \Closure(): void     $wake   Has due work started after the answer has left.
	 */
	public function __construct( private readonly \Closure $desk, private readonly string $cookie, private readonly \Closure $help, private readonly \Closure $wake ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add(
			'GET',
			'/attempts/(?P<reference>[0-9A-Za-z-]{8,9})',
			null,
			[
				'reference' => [
					'type'     => 'string',
					'required' => true,
				],
			],
			$this->show( ... )
		);
		Route::add(
			'POST',
			'/attempts',
			null,
			[
				'texts' => [
					'type'     => 'array',
					'required' => true,
					'minItems' => 1,
					'maxItems' => 5,
					'items'    => [
						'type'      => 'string',
						'maxLength' => 300,
					],
				],
			],
			$this->report( ... )
		);
	}

	/**
	 * A block saw a sentence that a script put into the page. A claim: it gives a reference where the sentence is a known one, and nothing else.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	private function report( \WP_REST_Request $request ): \WP_REST_Response {
		$texts  = $request->get_param( 'texts' );
		$answer = ( $this->help )()->seen( array_values( array_filter( is_array( $texts ) ? $texts : [], 'is_string' ) ) );
		if ( is_int( $answer ) ) {
			return Reply::tooMany( $answer );
		}
		return Reply::with(
			[
				'reference' => null === $answer ? null : (string) $answer[0],
				'text'      => $answer[1] ?? '',
			],
			202
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function show( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$reference = Reference::parse( Route::fromPath( $request, 'reference' ) );
		if ( null === $reference ) {
			return Reply::refusal( 'not-a-reference', __( 'This is not a reference. It has eight letters and digits, like K7QM-3FXA.', 'causeway' ), 400 );
		}
		return Reply::with( $this->told( $reference ) );
	}

	/** The same where a site closes REST to strangers: `admin-post.php?action=causeway_attempt&reference=…`. Prints and ends the request. */
	public function showByAdminPost(): never {
		$typed     = $_GET['reference'] ?? '';
		$reference = Reference::parse( is_string( $typed ) ? wp_unslash( $typed ) : '' );
		nocache_headers();
		header( 'Cache-Control: no-store, private' );
		if ( null === $reference ) {
			wp_send_json( [ 'code' => 'causeway_not_a_reference' ], 400 );
		}
		wp_send_json( $this->told( $reference ) );
	}

	/** @return array<string, mixed> */
	private function told( Reference $reference ): array {
		$token = $_COOKIE[ $this->cookie ] ?? null;
		$view  = ( $this->desk )()->visitorView( $reference, is_string( $token ) && 1 === preg_match( '/^[0-9a-f]{32}$/D', $token ) ? $token : null );
		if ( 'proven' === $view->tier && 'received' === $view->state ) {
			// Somebody waits and nobody has looked yet: the kick that should have started it may have been lost.
			( $this->wake )();
		}
		return [
			'reference'      => $view->reference,
			'state'          => $view->state,
			'text'           => $view->text,
			'tier'           => $view->tier,
			'retryInSeconds' => $view->retryInSeconds,
			'tryAgainAt'     => $view->tryAgainAt,
		];
	}
}
