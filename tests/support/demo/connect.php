<?php
/**
 * Points the portal at the CRM of this run: `php connect.php <site folder> <refresh token> <organisation>`.
 *
 * The simulated CRM forgets its access tokens when it ends, so the portal starts each run with a refresh.
 */

declare(strict_types=1);

[ , $site, $refreshToken, $organisation ] = $argv;
$_SERVER['HTTP_HOST']                  ??= '127.0.0.1';
require $site . '/wp-load.php';

global $wpdb;
$wpdb->query( 'DELETE FROM ccgclientportal_auth' );
$wpdb->insert(
	'ccgclientportal_auth',
	[
		'apifor'        => 'crm',
		'orgid'         => $organisation,
		'access_token'  => '',
		'refresh_token' => $refreshToken,
		'create_time'   => gmdate( 'Y-m-d H:i:s', time() - DAY_IN_SECONDS ),
	]
);
