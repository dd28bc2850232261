<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\HelpTexts;

/** The shapes of every answer of this room. */
final class Reply {

	/** @param array<string, mixed> $body */
	public static function with( array $body, int $status = 200 ): \WP_REST_Response {
		$response = new \WP_REST_Response( $body, $status );
		$response->header( 'Cache-Control', 'no-store, private' );
		return $response;
	}

	/**
	 * @param string               $reason Machine word without the prefix (`unknown-case`); becomes the code `causeway_unknown_case`.
	 * @param array<string, mixed> $more   What `data` holds beside the status.
	 */
	public static function refusal( string $reason, string $message, int $status, array $more = [] ): \WP_Error {
		return new \WP_Error( 'causeway_' . str_replace( '-', '_', $reason ), $message, [ 'status' => $status ] + $more );
	}

	/** The caller asked too often; a matter of their own doing alone. */
	public static function tooMany( int $seconds ): \WP_REST_Response {
		$reply = self::with(
			[
				'code'    => 'causeway_too_many',
				'message' => HelpTexts::tooMany( $seconds ),
				'data'    => [ 'status' => 429 ],
			],
			429
		);
		$reply->header( 'Retry-After', (string) $seconds );
		return $reply;
	}

	/** 401 for strangers, 403 for people who lack the capability. */
	public static function forbidden(): \WP_Error {
		return self::refusal( 'forbidden', __( 'You may not do this. Log in as somebody who may, or ask an administrator for the right.', 'causeway' ), rest_authorization_required_code() );
	}

	private function __construct() {}
}
