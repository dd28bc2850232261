<?php
/**
 * Plugin Name: Count queries
 * Description: Says at the end of every page of HTML how many queries it took.
 *
 * @package Causeway
 */

declare(strict_types=1);

add_action(
	'shutdown',
	static function (): void {
		if ( 'GET' === ( $_SERVER['REQUEST_METHOD'] ?? '' ) && ! wp_doing_cron() && ! is_admin() ) {
			printf( '<!-- queries: %d -->', (int) get_num_queries() );
		}
	},
	PHP_INT_MIN
);
