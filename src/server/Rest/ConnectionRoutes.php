<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Connections\ConnectionDesk;
use Causeway\Connector\Condition;

/** Commands on connections: save, remove, test. Secrets come in and never go out. */
final class ConnectionRoutes {

	/** @param \Closure(): ConnectionDesk $desk Made only when somebody asks. */
	public function __construct( private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		$path = '/connections/(?P<id>[a-z0-9-]{1,32})';
		Route::add(
			'PUT',
			$path,
			'causeway_manage_connections',
			[
				'system'    => [
					'type'     => 'string',
					'required' => true,
					'pattern'  => '^[a-z0-9-]{1,32}$',
				],
				'fields'    => [
					'type'                 => 'object',
					'required'             => true,
					'additionalProperties' => [
						'type'      => 'string',
						'maxLength' => 4096,
					],
				],
				'may_write' => [
					'type'        => 'boolean',
					'description' => __( 'Whether fixes may change the other system. Left out, it stays as it is; off at first.', 'causeway' ),
				],
			],
			$this->save( ... )
		);
		Route::add( 'DELETE', $path, 'causeway_manage_connections', [], $this->remove( ... ) );
		Route::add( 'POST', $path . '/test', 'causeway_manage_connections', [], $this->test( ... ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function save( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$id     = Route::fromPath( $request, 'id' );
		$fields = $request->get_param( 'fields' );
		$values = [];
		foreach ( is_array( $fields ) ? $fields : [] as $name => $value ) {
			$values[ (string) $name ] = is_string( $value ) ? $value : '';
		}
		$problems = ( $this->desk )()->save( $id, Route::text( $request, 'system' ), $values, $request->has_param( 'may_write' ) ? Route::flag( $request, 'may_write' ) : null );
		return [] === $problems ? Reply::with( [ 'id' => $id ] ) : Reply::refusal( 'invalid-field', implode( ' ', $problems ), 400, [ 'fields' => $problems ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function remove( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return match ( ( $this->desk )()->remove( Route::fromPath( $request, 'id' ) ) ) {
			''                => Reply::with( [ 'removed' => true ] ),
			'fixed-elsewhere' => Reply::refusal( 'fixed-elsewhere', __( 'What was stored here is gone, but the site’s configuration still sets this connection up. Remove it there too.', 'causeway' ), 409 ),
			default           => $this->noSuchConnection(),
		};
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function test( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$conditions = ( $this->desk )()->test( Route::fromPath( $request, 'id' ) );
		if ( null === $conditions ) {
			return $this->noSuchConnection();
		}
		return Reply::with( [ 'conditions' => array_map( static fn ( Condition $condition ): array => $condition->toArray(), $conditions ) ] );
	}

	private function noSuchConnection(): \WP_Error {
		return Reply::refusal( 'unknown-connection', __( 'There is no such connection.', 'causeway' ), 404 );
	}
}
