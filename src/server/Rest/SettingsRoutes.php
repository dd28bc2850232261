<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\SiteSettings;

/** `PUT /settings`: who is told about cases, and on which pages a portal's form stands without our block. What is left out stays as it is. */
final class SettingsRoutes {

	private const MOST_RECIPIENTS = 5;

	private const MOST_PAGES = 20;

	public function __construct( private readonly SiteSettings $settings ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add(
			'PUT',
			'/settings',
			'causeway_manage_settings',
			[
				'recipients'      => [
					'type'        => 'array',
					'maxItems'    => self::MOST_RECIPIENTS,
					'items'       => [
						'type'   => 'string',
						'format' => 'email',
					],
					'description' => __( 'Addresses that are told about cases; none for the site’s own address.', 'causeway' ),
				],
				'portal_page_ids' => [
					'type'        => 'array',
					'maxItems'    => self::MOST_PAGES,
					'items'       => [
						'type'    => 'integer',
						'minimum' => 1,
					],
					'description' => __( 'Pages with a portal’s login form that do not hold the login error block.', 'causeway' ),
				],
			],
			$this->save( ... )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function save( \WP_REST_Request $request ): \WP_REST_Response {
		$recipients = $request->get_param( 'recipients' );
		if ( is_array( $recipients ) ) {
			$this->settings->saveRecipients( array_values( array_filter( $recipients, is_string( ... ) ) ) );
		}
		$pages = $request->get_param( 'portal_page_ids' );
		if ( is_array( $pages ) ) {
			$this->settings->savePortalPageIds( array_values( array_filter( array_map( static fn ( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0, $pages ), static fn ( int $id ): bool => 'page' === get_post_type( $id ) ) ) );
		}
		return Reply::with(
			[
				'recipients'      => $this->settings->recipients(),
				'portal_page_ids' => $this->settings->portalPageIds(),
			]
		);
	}
}
