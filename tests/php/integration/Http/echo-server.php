<?php
/**
 * Answers a test's requests: what was asked, slowly, elsewhere or at length. Run by PHP's built-in server.
 */

declare(strict_types=1);

$path = (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH );

header( 'X-Mixed-Case: Yes' );
if ( '/redirect' === $path ) {
	header( 'Location: /echo', true, 302 );
	return;
}
if ( '/slow' === $path ) {
	usleep( 1_500_000 );
}
if ( '/large' === $path ) {
	for ( $megabyte = 0; $megabyte < 6; ++$megabyte ) {
		echo str_repeat( 'x', 1_048_576 );
	}
	return;
}
http_response_code( '/teapot' === $path ? 418 : 200 );
header( 'Content-Type: application/json' );
echo json_encode(
	[
		'method'        => $_SERVER['REQUEST_METHOD'],
		'host'          => $_SERVER['HTTP_HOST'] ?? '',
		'agent'         => $_SERVER['HTTP_USER_AGENT'] ?? '',
		'authorization' => $_SERVER['HTTP_AUTHORIZATION'] ?? '',
		'body'          => file_get_contents( 'php://input' ),
	]
);
