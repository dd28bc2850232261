<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\Retention;
use Causeway\Cases\RoleSettings;
use Causeway\Cases\SiteSettings;

/** `PUT /settings`: who is told about what, on which pages a portal's form stands without our block, how long things are kept, and who may do what. What is left out stays as it is. */
final class SettingsRoutes {

	private const MOST_RECIPIENTS = 5;

	private const MOST_PAGES = 20;

	public function __construct( private readonly SiteSettings $settings, private readonly RoleSettings $roles ) {}

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
				'mails_each_case' => [
					'type'        => 'boolean',
					'description' => __( 'Whether a mail is sent about each case, not only about incidents.', 'causeway' ),
				],
				'storm_gate'      => [
					'type'        => 'boolean',
					'description' => __( 'Whether logins are let through by measure while a storm of failed ones rages.', 'causeway' ),
				],
				'attempt_days'    => [
					'type'        => 'integer',
					'minimum'     => Retention::ATTEMPT_DAYS[0],
					'maximum'     => Retention::ATTEMPT_DAYS[2],
					'description' => __( 'How many days refused attempts are kept.', 'causeway' ),
				],
				'case_days'       => [
					'type'        => 'integer',
					'minimum'     => Retention::CASE_DAYS[0],
					'maximum'     => Retention::CASE_DAYS[2],
					'description' => __( 'How many days closed cases are kept.', 'causeway' ),
				],
				'roles'           => [
					'type'                 => 'object',
					'maxProperties'        => 100,
					'additionalProperties' => [
						'type'  => 'array',
						'items' => [ 'type' => 'string' ],
					],
					'description'          => __( 'Capabilities by role; for people who may promote users.', 'causeway' ),
				],
			],
			$this->save( ... )
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function save( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$roles = $request->get_param( 'roles' );
		if ( is_array( $roles ) && ! current_user_can( 'promote_users' ) ) {
			return Reply::refusal( 'forbidden', __( 'You may change the settings, but not what roles may do. Ask somebody who may change roles.', 'causeway' ), 403 );
		}
		foreach ( is_array( $roles ) ? $roles : [] as $role => $capabilities ) {
			$this->roles->saveRole( (string) $role, is_array( $capabilities ) ? array_values( array_filter( $capabilities, is_string( ... ) ) ) : [] );
		}
		$mails = $request->get_param( 'mails_each_case' );
		if ( is_bool( $mails ) ) {
			$this->settings->saveMailsEachCase( $mails );
		}
		$gate = $request->get_param( 'storm_gate' );
		if ( is_bool( $gate ) ) {
			$this->settings->saveStormGate( $gate );
		}
		$kept = $this->settings->retention();
		$days = static fn ( string $name, int $otherwise ): int => is_int( $request->get_param( $name ) ) ? $request->get_param( $name ) : $otherwise;
		$this->settings->saveRetention( $days( 'attempt_days', $kept['attemptDays'] ), $days( 'case_days', $kept['caseDays'] ) );
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
				'mails_each_case' => $this->settings->mailsEachCase(),
				'storm_gate'      => $this->settings->hasStormGate(),
				'attempt_days'    => $this->settings->retention()['attemptDays'],
				'case_days'       => $this->settings->retention()['caseDays'],
			]
		);
	}
}
