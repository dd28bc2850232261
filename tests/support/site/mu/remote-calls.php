<?php
/**
 * Plugin Name: Remote calls (tests)
 * Description: Lets WordPress's HTTP API reach this machine only, and writes down every other call: a test that leaves one unanswered has failed.
 *
 * @package Causeway
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

/*
 * WordPress asks WordPress.org for updates and news. That is its own business, so it gets "not found", or a feed without news, without a record.
 */
add_filter(
	'pre_http_request',
	static function ( $answer, array $args, string $url ) {
		if ( false !== $answer ) {
			return $answer;
		}
		$host = strtolower( trim( (string) wp_parse_url( $url, PHP_URL_HOST ), '[]' ) );
		if ( 'localhost' === $host || '::1' === $host || str_starts_with( $host, '127.' ) ) {
			return false;
		}
		if ( 'wordpress.org' === $host || str_ends_with( $host, '.wordpress.org' ) ) {
			$isFeed = str_contains( $url, '/feed' );
			return [
				'headers'  => [ 'content-type' => $isFeed ? 'application/rss+xml' : 'text/plain' ],
				'body'     => $isFeed ? '<?xml version="1.0"?><rss version="2.0"><channel><title>No news</title><link>https://wordpress.org/</link><description>None</description></channel></rss>' : '',
				'response' => [
					'code'    => $isFeed ? 200 : 404,
					'message' => $isFeed ? 'OK' : 'Not Found',
				],
				'cookies'  => [],
				'filename' => null,
			];
		}
		$call = [
			'method' => $args['method'] ?? 'GET',
			'url'    => $url,
			'page'   => $_SERVER['REQUEST_URI'] ?? 'cli',
		];
		file_put_contents( TEST_SITE_LOGS . '/remote-calls.log', wp_json_encode( $call ) . "\n", FILE_APPEND | LOCK_EX );
		return new WP_Error( 'http_request_not_executed', 'This test site reaches its own machine only.' );
	},
	PHP_INT_MAX,
	3
);
