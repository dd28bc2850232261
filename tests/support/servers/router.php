<?php
/**
 * Routes PHP's built-in server as a web server does for WordPress: files as they are, everything else to index.php.
 *
 * @package Causeway
 */

declare(strict_types=1);

$root = (string) $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file = realpath( $root . $path );

if ( false === $file || ! str_starts_with( $file, realpath( $root ) . '/' ) || str_contains( $path, '/.' ) ) {
	$_SERVER['SCRIPT_NAME']     = '/index.php';
	$_SERVER['PHP_SELF']        = '/index.php';
	$_SERVER['SCRIPT_FILENAME'] = $root . '/index.php';
	chdir( $root );
	require $root . '/index.php';
	return true;
}
if ( is_dir( $file ) ) {
	if ( ! str_ends_with( $path, '/' ) ) {
		header( 'Location: ' . $path . '/', true, 301 );
		return true;
	}
	$file .= '/index.php';
	$path .= 'index.php';
}
if ( str_ends_with( $file, '.php' ) && is_file( $file ) ) {
	$_SERVER['SCRIPT_NAME']     = $path;
	$_SERVER['PHP_SELF']        = $path;
	$_SERVER['SCRIPT_FILENAME'] = $file;
	chdir( dirname( $file ) );
	require $file;
	return true;
}
return false;
