<?php
/**
 * Integration tests: a real WordPress on a real MariaDB, loaded into this process, with the plugin from the source tree active.
 *
 * The runner installs the site and says where it is.
 *
 * @package Causeway
 */

declare(strict_types=1);

$site = (string) getenv( 'CAUSEWAY_TEST_SITE' );

if ( '' === $site || ! is_file( $site . '/wp-config.php' ) ) {
	fwrite(
		STDERR,
		"Integration tests need a WordPress with a database of its own, and CAUSEWAY_TEST_SITE must name its folder.\n"
		. "Run them with: npx tsx tests/support/run/integration.ts [PHPUnit's arguments]\n"
	);
	exit( 2 );
}

require __DIR__ . '/../../vendor/autoload.php';

$_SERVER['HTTP_HOST']       = 'portal.example';
$_SERVER['SERVER_NAME']     = 'portal.example';
$_SERVER['SERVER_PORT']     = '80';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REMOTE_ADDR']     = '192.0.2.10';
$_SERVER['HTTP_USER_AGENT'] = 'PHPUnit';

// A fatal error belongs to PHPUnit, not to WordPress's page for visitors.
define( 'WP_DISABLE_FATAL_ERROR_HANDLER', true );
define( 'WP_USE_THEMES', false );

require $site . '/wp-load.php';

// What strict hosts set. WordPress takes these modes off its connection, so they are put back after it has connected.
$GLOBALS['wpdb']->query( "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE'" );

// bcrypt at its least cost: tests make many people. A test of costs takes this off.
add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => 4 ] );
