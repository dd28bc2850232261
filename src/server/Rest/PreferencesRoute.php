<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\ListOptions;
use Causeway\Cases\ListPreferences;

/** `PUT /preferences`: how whoever asks wants the list of cases to look. Everybody's own. */
final class PreferencesRoute {

	public function __construct( private readonly ListPreferences $preferences ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add(
			'PUT',
			'/preferences',
			'causeway_view',
			[
				'hidden'     => [
					'type'        => 'array',
					'items'       => [
						'type' => 'string',
						'enum' => ListOptions::COLUMNS,
					],
					'required'    => true,
					'description' => __( 'Columns that are not shown.', 'causeway' ),
				],
				'is_compact' => [
					'type'     => 'boolean',
					'required' => true,
				],
				'rows'       => [
					'type'     => 'integer',
					'enum'     => ListOptions::ROWS,
					'required' => true,
				],
			],
			$this->save( ... )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function save( \WP_REST_Request $request ): \WP_REST_Response {
		$hidden  = $request->get_param( 'hidden' );
		$options = new ListOptions( is_array( $hidden ) ? $hidden : [], Route::flag( $request, 'is_compact' ), (int) Route::text( $request, 'rows' ) );
		$this->preferences->save( get_current_user_id(), $options );
		return Reply::with( $options->toArray() );
	}
}
