<?php
/**
 * Furnishes the demo: pages, people, the portal's own rows. Run as a program: `php seed.php <site folder> <plan as base64 of JSON>`.
 *
 * Safe to run again: what is there is brought back to the plan.
 */

declare(strict_types=1);

[ , $site, $encoded ]   = $argv;
$_SERVER['HTTP_HOST'] ??= '127.0.0.1';
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/user.php';

$plan = json_decode( (string) base64_decode( $encoded, true ), true, 16, JSON_THROW_ON_ERROR );

// Nobody is told that an account was made: the inbox is for what the demo shows.
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'send_email_change_email', '__return_false' );
add_filter( 'send_password_change_email', '__return_false' );

\CatalystPortal\Tables::install();

$page = static function ( string $slug, string $title, string $content ): int {
	$there = get_page_by_path( $slug );

	return (int) wp_insert_post(
		wp_slash(
			[
				'ID'             => $there instanceof WP_Post ? $there->ID : 0,
				'post_type'      => 'page',
				'post_status'    => 'publish',
				'post_name'      => $slug,
				'post_title'     => $title,
				'post_content'   => $content,
				'comment_status' => 'closed',
			]
		)
	);
};

$login = $page( 'client-login', 'Client login', "<!-- wp:causeway/login-error /-->\n\n<!-- wp:shortcode -->\n[ccgclient_portal_free]\n<!-- /wp:shortcode -->" );
$home  = $page(
	'welcome',
	'Northwind Partners',
	sprintf(
		'<!-- wp:paragraph --><p>Orders, invoices and delivery notes for the partners of Northwind, in one place.</p><!-- /wp:paragraph -->

<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="%s">Client login</a></div><!-- /wp:button --></div><!-- /wp:buttons -->',
		esc_url( (string) get_permalink( $login ) )
	)
);
foreach ( [ 'sample-page', 'privacy-policy' ] as $slug ) {
	$leftover = get_page_by_path( $slug );
	if ( $leftover instanceof WP_Post ) {
		wp_delete_post( $leftover->ID, true );
	}
}
update_option( 'show_on_front', 'page' );
update_option( 'page_on_front', $home );
update_option( 'blogname', 'Northwind Partners' );
update_option( 'blogdescription', 'Client portal' );

$user = static function ( array $person, string $role ): void {
	$there = get_user_by( 'email', $person['email'] );
	$made  = wp_insert_user(
		wp_slash(
			[
				'user_login'   => $person['login'],
				'user_email'   => $person['email'],
				'user_pass'    => $there instanceof WP_User ? wp_hash_password( $person['password'] ) : $person['password'],
				'first_name'   => $person['firstName'],
				'last_name'    => $person['lastName'],
				'display_name' => $person['firstName'] . ' ' . $person['lastName'],
				'role'         => $role,
			] + ( $there instanceof WP_User ? [ 'ID' => $there->ID ] : [] )
		)
	);
	if ( is_wp_error( $made ) ) {
		fwrite( STDERR, $person['email'] . ': ' . $made->get_error_message() . "\n" );
		exit( 1 );
	}
};

global $wpdb;
foreach ( $plan['people'] as $person ) {
	// As the portal does it: the WordPress user is called like the portal's, who is called like the e-mail address.
	$user( [ 'login' => $person['email'] ] + $person, 'client' );
	$row = [
		'crmid'    => $person['crmId'],
		'fname'    => $person['firstName'],
		'lname'    => $person['lastName'],
		'fullname' => $person['firstName'] . ' ' . $person['lastName'],
		'email'    => $person['email'],
		'username' => $person['email'],
		'password' => md5( $person['password'] ),
		'status'   => $person['status'],
	];
	$id  = $wpdb->get_var( $wpdb->prepare( 'SELECT id FROM ccgclientportal_users WHERE username = %s', $person['email'] ) );
	null === $id ? $wpdb->insert( 'ccgclientportal_users', $row ) : $wpdb->update( 'ccgclientportal_users', $row, [ 'id' => $id ] );
}
$user( [ 'login' => $plan['editor']['user'] ] + $plan['editor'], 'editor' );

$wpdb->query( 'DELETE FROM ccgclientportal_tempusers' );
$wpdb->insert(
	'ccgclientportal_tempusers',
	[
		'data'   => wp_json_encode( $plan['pending'] ),
		'status' => 'pending',
	]
);
$wpdb->query( "DELETE FROM ccgclientportal_options WHERE option_name = 'um-settings'" );
$wpdb->insert(
	'ccgclientportal_options',
	[
		'option_name'  => 'um-settings',
		'option_index' => 'sctoCRM',
		'option_value' => wp_json_encode(
			[
				'sctoCRMp' => 'on',
				'username' => $plan['usernameField'],
			]
		),
	]
);

echo 'Furnished ', count( $plan['people'] ), " people.\n";
