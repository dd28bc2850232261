<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Admin\Screens;
use PHPUnit\Framework\Attributes\CoversNothing;
use WP_User;

/** Who may do what, by one table. A route that is not in it fails the test. */
#[CoversNothing]
final class RolesMatrixTest extends DoorTestCase {

	private const ROLES = [ 'anonymous', 'subscriber', 'editor', 'administrator', 'viewer', 'case worker' ];

	private const OPEN   = [ 200, 200, 200, 200, 200, 200 ];
	private const AUDITS = [ 401, 403, 403, 202, 403, 202 ];
	private const TAKEN  = [ 202, 202, 202, 202, 202, 202 ];
	private const VIEW   = [ 401, 403, 403, 200, 200, 200 ];
	private const CASES  = [ 401, 403, 403, 200, 403, 200 ];
	private const ADMIN  = [ 401, 403, 403, 200, 403, 403 ];
	private const ADMIN4 = [ 401, 403, 403, 404, 403, 403 ];
	private const CASES4 = [ 401, 403, 403, 404, 403, 404 ];

	/** Let in, and told that the request makes no sense. */
	private const CASES400 = [ 401, 403, 403, 400, 403, 400 ];

	private const RULE = [
		'name'           => 'Desk',
		'about'          => 'refused',
		'cause'          => '',
		'people'         => 3,
		'window_minutes' => 60,
		'channel'        => 'mail',
		'pace'           => 'immediate',
		'names_people'   => false,
		'is_urgent'      => false,
		'is_on'          => true,
	];

	/**
	 * Route → method → requests; each request: address, body, and the status for each of {@see ROLES} in order. 404 is "let in, but there is none".
	 */
	private const TABLE = [
		'/attempts/(?P<reference>[0-9A-Za-z-]{8,9})'      => [ 'GET' => [ [ '/attempts/K7QM-3FXA', null, self::OPEN ] ] ],
		'/attempts'                                       => [ 'POST' => [ [ '/attempts', [ 'texts' => [ 'Please contact your administrator' ] ], self::TAKEN ] ] ],
		'/help'                                           => [ 'POST' => [ [ '/help', [ 'reference' => 'K7QM-3FXA' ], self::TAKEN ] ] ],
		'/explain'                                        => [ 'POST' => [ [ '/explain', [ 'message' => 'Please contact your administrator' ], self::VIEW ] ] ],
		'/graphql'                                        => [ 'POST' => [ [ '/graphql', [ 'query' => '{ overview { openCases } }' ], self::VIEW ] ] ],
		'/cases/(?P<id>\d{1,18})/diagnose'                => [ 'POST' => [ [ '/cases/999999/diagnose', [], self::CASES4 ] ] ],
		'/cases/(?P<id>\d{1,18})/resolve'                 => [ 'POST' => [ [ '/cases/999999/resolve', [], self::CASES4 ] ] ],
		'/cases/(?P<id>\d{1,18})/feedback'                => [ 'POST' => [ [ '/cases/999999/feedback', [], self::CASES4 ] ] ],
		'/cases/(?P<id>\d{1,18})/recorder'                => [ 'POST' => [ [ '/cases/999999/recorder', [ 'armed' => true ], self::CASES4 ] ] ],
		'/cases/(?P<id>\d{1,18})/reply'                   => [ 'POST' => [ [ '/cases/999999/reply', [ 'subject' => 'Your login', 'body' => 'It works again.' ], self::CASES4 ] ] ],
		'/cases/(?P<id>\d{1,18})/steps/(?P<step>[a-z0-9-]{1,64})' => [
			'POST' => [
				[ '/cases/999999/steps/restore-contact', [], self::ADMIN4 ],
				[ '/cases/999999/steps/restore-contact', [ 'dry_run' => true ], self::ADMIN4 ],
				[ '/cases/999999/steps/restore-contact', [ 'done' => true ], self::CASES4 ],
				[ '/cases/999999/steps/restore-contact', [ 'done' => true, 'dry_run' => true ], self::ADMIN4 ],
			],
		],
		'/cases/(?P<id>\d{1,18})/steps/(?P<step>[a-z0-9-]{1,64})/undo' => [ 'POST' => [ [ '/cases/999999/steps/restore-contact/undo', [], self::ADMIN4 ], [ '/cases/999999/steps/restore-contact/undo', [ 'dry_run' => true ], self::ADMIN4 ] ] ],
		'/cases/bulk'                                     => [ 'POST' => [ [ '/cases/bulk', [ 'action' => 'diagnose', 'cases' => [] ], self::CASES400 ] ] ],
		'/health/(?P<test>login-cookie|login-cache|login-nonces)' => [ 'GET' => [ [ '/health/login-nonces', null, self::ADMIN ] ] ],
		'/preferences'                                    => [ 'PUT' => [ [ '/preferences', [ 'hidden' => [ 'reference' ], 'is_compact' => true, 'rows' => 50 ], self::VIEW ] ] ],
		'/connections/(?P<id>[a-z0-9-]{1,32})'            => [
			'PUT'    => [ [ '/connections/crm', [ 'system' => 'zoho-crm', 'fields' => [ 'client_id' => 'a', 'client_secret' => 'b', 'refresh_token' => 'c' ] ], self::ADMIN ] ],
			'DELETE' => [ [ '/connections/none', null, self::ADMIN4 ] ],
		],
		'/connections/(?P<id>[a-z0-9-]{1,32})/test'       => [ 'POST' => [ [ '/connections/none/test', [], self::ADMIN4 ] ] ],
		'/incidents/(?P<id>\d{1,18})/steps/(?P<step>[a-z0-9-]{1,64})' => [
			'POST'   => [ [ '/incidents/999999/steps/restore-contact', [], self::ADMIN4 ], [ '/incidents/999999/steps/restore-contact', [ 'dry_run' => true ], self::ADMIN4 ] ],
			'DELETE' => [ [ '/incidents/999999/steps/restore-contact', null, self::ADMIN4 ] ],
		],
		'/incidents/(?P<id>\d{1,18})/steps/(?P<step>[a-z0-9-]{1,64})/undo' => [ 'POST' => [ [ '/incidents/999999/steps/restore-contact/undo', [], self::ADMIN4 ], [ '/incidents/999999/steps/restore-contact/undo', [ 'dry_run' => true ], self::ADMIN4 ] ] ],
		'/audits'                                         => [ 'POST' => [ [ '/audits', [], self::AUDITS ] ] ],
		'/people/cases'                                   => [ 'POST' => [ [ '/people/cases', [ 'cause' => 'crm/none' ], self::CASES ] ] ],
		'/patterns'                                       => [ 'POST' => [ [ '/patterns', [ 'message' => 'Hm' ], self::CASES400 ] ] ],
		'/patterns/(?P<id>[0-9a-f]{12})'                  => [
			'PUT'    => [ [ '/patterns/0123456789ab', [ 'cause' => '' ], self::CASES4 ] ],
			'DELETE' => [ [ '/patterns/0123456789ab', null, self::CASES4 ] ],
		],
		'/notifications'                                  => [ 'PUT' => [ [ '/notifications', [ 'quiet_from' => '', 'quiet_to' => '', 'digest_at' => '08:00', 'rules_alone' => false ], self::ADMIN ] ] ],
		'/notifications/rules'                            => [ 'POST' => [ [ '/notifications/rules', self::RULE, self::ADMIN ] ] ],
		'/notifications/rules/(?P<id>\d{1,9})'            => [
			'PUT'    => [ [ '/notifications/rules/999999', self::RULE, self::ADMIN4 ] ],
			'DELETE' => [ [ '/notifications/rules/999999', null, self::ADMIN4 ] ],
		],
		'/notifications/rules/(?P<id>\d{1,9})/test'       => [ 'POST' => [ [ '/notifications/rules/999999/test', [], self::ADMIN4 ] ] ],
		'/settings'                                       => [ 'PUT' => [ [ '/settings', [ 'recipients' => [ 'desk@example.org' ] ], self::ADMIN ] ] ],
		'/work'                                           => [ 'POST' => [ [ '/work', [], self::ADMIN ] ] ],
	];

	/** @return array<string, WP_User|null> */
	private static function people(): array {
		return [
			'anonymous'     => null,
			'subscriber'    => self::user(),
			'editor'        => self::user( [ 'role' => 'editor' ] ),
			'administrator' => self::user( [ 'role' => 'administrator' ] ),
			'viewer'        => self::personWith( [ 'causeway_view' ] ),
			'case worker'   => self::personWith( [ 'causeway_view', 'causeway_manage_cases' ] ),
		];
	}

	/** @return list<array{string, string, array<mixed>|null, list<int>}> Method, address, body, statuses. */
	private static function requests(): array {
		$requests = [];
		foreach ( self::TABLE as $methods ) {
			foreach ( $methods as $method => $rows ) {
				foreach ( $rows as [ $path, $body, $statuses ] ) {
					$requests[] = [ $method, $path, $body, $statuses ];
				}
			}
		}
		return $requests;
	}

	public function test_every_route_is_in_the_table_and_every_row_is_a_route(): void {
		$registered = [];
		foreach ( $this->server()->get_routes( 'causeway/v1' ) as $route => $handlers ) {
			foreach ( is_array( $handlers ) ? $handlers : [] as $handler ) {
				foreach ( array_keys( array_filter( (array) ( $handler['methods'] ?? [] ) ) ) as $method ) {
					$registered[] = "{$method} {$route}";
				}
			}
		}
		$listed = [ 'GET /causeway/v1' ]; // WordPress's own index of the namespace.
		foreach ( self::TABLE as $route => $methods ) {
			foreach ( array_keys( $methods ) as $method ) {
				$listed[] = "{$method} /causeway/v1{$route}";
			}
		}
		sort( $registered );
		sort( $listed );
		self::assertSame( $listed, $registered );
	}

	public function test_each_role_is_let_in_where_the_table_says(): void {
		$expected = [];
		$seen     = [];
		foreach ( array_keys( self::people() ) as $column => $role ) {
			$this->logIn( self::people()[ $role ] );
			foreach ( self::requests() as $number => [ $method, $path, $body, $statuses ] ) {
				$name              = "{$role}: {$method} {$path} (row {$number})";
				$answer            = $this->http( $method, $path, $body );
				$expected[ $name ] = $statuses[ $column ];
				$seen[ $name ]     = $answer->status;
				if ( in_array( $answer->status, [ 401, 403 ], true ) ) {
					self::assertSame( 'causeway_forbidden', $answer->code(), $name );
				}
			}
		}
		self::assertSame( self::ROLES, array_keys( self::people() ) );
		self::assertSame( $expected, $seen );
	}

	public function test_a_cookie_without_a_nonce_is_nobody_and_somebody_elses_nonce_is_refused(): void {
		$this->administrator();
		$foreign = $this->nonce();
		$this->administrator();
		foreach ( self::requests() as [ $method, $path, $body, $statuses ] ) {
			if ( self::OPEN === $statuses || self::TAKEN === $statuses ) {
				continue;
			}
			$this->withNonce( '' );
			self::assertSame( 401, $this->http( $method, $path, $body )->status, "{$method} {$path} without a nonce" );
			$this->withNonce( $foreign );
			$answer = $this->http( $method, $path, $body );
			self::assertSame( [ 403, 'rest_cookie_invalid_nonce' ], [ $answer->status, $answer->code() ], "{$method} {$path} with a foreign nonce" );
		}
	}

	public function test_nothing_is_changed_by_a_plain_link(): void {
		$this->administrator();
		foreach ( self::requests() as [ $method, $path ] ) {
			if ( 'GET' !== $method ) {
				$answer = $this->http( 'GET', $path );
				self::assertSame( [ 404, 'rest_no_route' ], [ $answer->status, $answer->code() ], "GET {$path}" );
				$this->withNonce( '' );
				// 400 where the arguments are missed first.
				self::assertContains( $this->http( 'GET', $path, null, [], [ '_method' => $method ] )->status, [ 400, 401 ], "GET {$path}?_method={$method}" );
				$this->administrator();
			}
		}
	}

	public function test_an_application_password_does_what_its_owner_may_and_needs_no_nonce(): void {
		add_filter( 'wp_is_application_passwords_available', '__return_true' );
		add_filter( 'application_password_is_api_request', '__return_true' );
		$viewer          = self::personWith( [ 'causeway_view' ] );
		[ $password ]    = (array) \WP_Application_Passwords::create_new_application_password( $viewer->ID, [ 'name' => 'hub' ] );
		$_SERVER['PHP_AUTH_USER'] = $viewer->user_login;
		$_SERVER['PHP_AUTH_PW']   = is_string( $password ) ? $password : '';

		self::assertSame( 200, $this->http( 'POST', '/graphql', [ 'query' => '{ overview { openCases } }' ] )->status );
		self::assertSame( 403, $this->http( 'POST', '/cases/1/diagnose' )->status );
	}

	/** @return iterable<string, array{list<string>, bool}> */
	public static function menus(): iterable {
		yield 'a subscriber' => [ [], false ];
		yield 'somebody who may only manage connections' => [ [ 'causeway_manage_connections' ], false ];
		yield 'a viewer' => [ [ 'causeway_view' ], true ];
		yield 'a case worker' => [ [ 'causeway_view', 'causeway_manage_cases' ], true ];
	}

	/**
	 * @dataProvider menus
	 * @param list<string> $capabilities
	 */
	public function test_the_menu_is_there_for_whoever_may_view( array $capabilities, bool $isThere ): void {
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		remove_all_actions( 'admin_menu' );
		$GLOBALS['menu']    = [];
		$GLOBALS['submenu'] = [];
		( new Screens( WP_PLUGIN_DIR . '/causeway/plugin.php', new \Causeway\Storage\UserPreferences() ) )->hooks();
		wp_set_current_user( self::personWith( $capabilities )->ID );
		do_action( 'admin_menu', '' );
		self::assertSame( $isThere, isset( $GLOBALS['submenu']['causeway'] ) );
	}
}
