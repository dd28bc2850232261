<?php

declare(strict_types=1);

namespace Causeway\Rest;

/**
 * Registers one command: its arguments, its capability, its guard.
 *
 * WordPress itself asks for the nonce (cookie) or the Application Password before a capability can be true.
 */
final class Route {

	public const NAMESPACE = 'causeway/v1';

	/**
	 * @param non-falsy-string $path
	 * @param 'GET'|'POST'|'PUT'|'DELETE'                                                              $method
	 * @param string|(\Closure(\WP_REST_Request<array<string, mixed>>): bool)|null                     $guard      Capability, or what else lets a caller in. Null: open to everybody, who then learns nothing about anybody.
	 * @param array<string, array<string, mixed>>                                                      $arguments  JSON schema by argument.
	 * @param \Closure(\WP_REST_Request<array<string, mixed>>): (\WP_REST_Response|\WP_Error) $answer
	 */
	public static function add( string $method, string $path, string|\Closure|null $guard, array $arguments, \Closure $answer ): void {
		register_rest_route(
			self::NAMESPACE,
			$path,
			[
				'methods'             => $method,
				'permission_callback' => null === $guard ? '__return_true' : static fn ( \WP_REST_Request $request ): bool|\WP_Error => ( is_string( $guard ) ? current_user_can( $guard ) : $guard( $request ) ) ? true : Reply::forbidden(),
				'args'                => $arguments,
				'callback'            => static function ( \WP_REST_Request $request ) use ( $answer ): \WP_REST_Response|\WP_Error {
					try {
						return $answer( $request );
					} catch ( \Throwable $fault ) {
						// The class says where to look; a message may quote what a stranger sent.
						return Reply::refusal( 'fault', sprintf( /* translators: %s: a technical name such as TypeError */ __( 'Causeway could not do this because of a fault of its own (%s). Look at the case again before you try once more.', 'causeway' ), ( new \ReflectionClass( $fault ) )->getShortName() ), 500 );
					}
				},
			]
		);
	}

	/**
	 * A part of the address. WordPress itself lets a body's field of the same name win over it, so that the address in a log would not be what was changed.
	 *
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	public static function fromPath( \WP_REST_Request $request, string $name ): string {
		$value = $request->get_url_params()[ $name ] ?? '';
		// An argument that is declared as a number has become one by now.
		return is_string( $value ) || is_int( $value ) ? (string) $value : '';
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function text( \WP_REST_Request $request, string $name ): string {
		$value = $request->get_param( $name );
		return is_scalar( $value ) ? (string) $value : '';
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public static function flag( \WP_REST_Request $request, string $name ): bool {
		return rest_sanitize_boolean( self::text( $request, $name ) );
	}

	private function __construct() {}
}
