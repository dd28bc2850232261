<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\HelpDesk;
use Causeway\Cases\HelpTexts;
use Causeway\Cases\HelpWish;
use Causeway\Support\Reference;

/**
 * `POST /help`: what somebody who was refused may ask for. Open to everybody, and the answer is the same for everybody: it says nothing
 * about an attempt, a person or a mail. Without a reference it takes a report of what a login page elsewhere said.
 */
final class HelpRoute {

	/** @param \Closure(): HelpDesk $desk Made only when somebody asks. */
	public function __construct( private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		$text = static fn ( int $longest ): array => [
			'type'      => 'string',
			'maxLength' => $longest,
			'default'   => '',
		];
		Route::add(
			'POST',
			'/help',
			null,
			[
				'reference' => $text( 9 ),
				'wish'      => [
					'type'    => 'string',
					'enum'    => array_column( HelpWish::cases(), 'value' ),
					'default' => HelpWish::Mail->value,
				],
				'comment'   => $text( 4 * HelpDesk::COMMENT_CHARACTERS ),
				'message'   => $text( 4 * HelpDesk::MESSAGE_CHARACTERS ),
				'email'     => $text( 254 ),
			],
			$this->take( ... )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function take( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		if ( '' === Route::text( $request, 'reference' ) ) {
			return $this->report( $request );
		}
		$reference = Reference::parse( Route::text( $request, 'reference' ) );
		if ( null === $reference ) {
			return Reply::refusal( 'not-a-reference', __( 'This is not a reference. It has eight letters and digits, like K7QM-3FXA.', 'causeway' ), 400 );
		}
		$wish = HelpWish::from( Route::text( $request, 'wish' ) );
		$wait = ( $this->desk )()->ask( $reference, $wish, Route::text( $request, 'comment' ) );
		return $wait > 0 ? Reply::tooMany( $wait ) : Reply::with( [ 'reference' => (string) $reference, 'text' => HelpTexts::taken( $wish ) ], 202 );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function report( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		if ( '' === trim( Route::text( $request, 'message' ) ) || ! is_email( Route::text( $request, 'email' ) ) ) {
			return Reply::refusal( 'report-incomplete', __( 'Please paste what the login page said, and give the e-mail address that you log in with.', 'causeway' ), 400 );
		}
		$answer = ( $this->desk )()->report( Route::text( $request, 'message' ), Route::text( $request, 'email' ) );
		return is_int( $answer ) ? Reply::tooMany( $answer ) : Reply::with( [ 'reference' => (string) $answer, 'text' => HelpTexts::reported() ], 202 );
	}
}
