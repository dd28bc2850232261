<?php
/**
 * Plugin Name: Probe (benchmarks)
 * Description: Writes what one request cost, as the last thing that the request does. Same on both sites.
 *
 * @package Causeway
 */

declare(strict_types=1);

namespace Causeway\Capture {

	/**
	 * Stands before PHP's own function in the room that spends a dummy check, so that it can be counted.
	 *
	 * @param string $password As PHP's.
	 * @param string $hash     As PHP's.
	 */
	function password_verify( string $password, string $hash ): bool {
		++$GLOBALS['bench_hash_checks'];
		return \password_verify( $password, $hash );
	}
}

namespace {

	defined( 'ABSPATH' ) || exit;

	$GLOBALS['bench_hash_checks'] = 0;

	// Another address for each attempt of a storm.
	if ( isset( $_SERVER['HTTP_X_BENCH_IP'] ) ) {
		$_SERVER['REMOTE_ADDR'] = $_SERVER['HTTP_X_BENCH_IP'];
	}

	// What reached PHP, however the answer went: the storm's exact total.
	if ( isset( $_SERVER['HTTP_X_BENCH_COUNT'] ) ) {
		file_put_contents( BENCH_DIR . '/attempts', '.', FILE_APPEND );
		// The background's work is counted apart, so it is not woken meanwhile.
		if ( 'alone' === $_SERVER['HTTP_X_BENCH_COUNT'] ) {
			add_filter( 'pre_http_request', static fn () => new WP_Error( 'bench', 'The background sleeps while a storm is measured.' ), PHP_INT_MAX );
		}
	}

	// A request of an administrator, without the cookies of a login.
	if ( isset( $_SERVER['HTTP_X_BENCH_ADMIN'] ) ) {
		add_filter( 'determine_current_user', static fn (): int => 1, PHP_INT_MAX );
	}

	if ( isset( $_SERVER['HTTP_X_BENCH'] ) ) {
		// What a REST door takes, once the request is let in.
		$GLOBALS['bench_door'] = [ 0, 0 ];
		// Rows that the database's engine read so far; none is told by SQLite.
		$bench_rows = static function (): int {
			global $wpdb;
			$told = defined( 'DB_ENGINE' ) && 'sqlite' === DB_ENGINE ? [] : (array) $wpdb->get_results( "SHOW SESSION STATUS LIKE 'Handler_read%'", ARRAY_N );
			return (int) array_sum( array_column( $told, 1 ) );
		};
		$bench_seen = [ 'rows' => 0, 'queries' => 0, 'statements' => [] ];
		add_filter(
			'query',
			static function ( $sql ) use ( &$bench_seen ) {
				if ( 0 !== $GLOBALS['bench_door'][0] && 0 === $GLOBALS['bench_door'][1] ) {
					$bench_seen['statements'][] = $sql;
				}
				return $sql;
			},
			PHP_INT_MAX
		);
		add_filter(
			'rest_dispatch_request',
			static function ( $answer ) use ( &$bench_seen, $bench_rows ) {
				$bench_seen['rows']       = $bench_rows();
				$GLOBALS['bench_door'][0] = hrtime( true );
				return $answer;
			},
			PHP_INT_MAX
		);
		add_filter(
			'rest_request_after_callbacks',
			static function ( $answer ) use ( &$bench_seen, $bench_rows ) {
				$GLOBALS['bench_door'][1] = hrtime( true );
				$bench_seen['rows']       = $bench_rows() - $bench_seen['rows'];
				return $answer;
			},
			PHP_INT_MIN
		);
		( static function () use ( &$bench_seen ): void {
			global $wpdb;
			$is_sqlite       = defined( 'DB_ENGINE' ) && 'sqlite' === DB_ENGINE;
			$binlog_position = static fn (): string => $is_sqlite ? ':0' : implode( ':', array_slice( (array) $wpdb->get_row( 'SHOW MASTER STATUS', ARRAY_N ), 0, 2 ) );

			$remote = [];
			add_filter(
				'pre_http_request',
				static function ( $answer, array $args, string $url ) use ( &$remote ) {
					$remote[] = $url;
					return new WP_Error( 'bench', 'Nothing is called while a request is measured.' );
				},
				PHP_INT_MAX,
				3
			);
			add_filter(
				'check_password',
				static function ( $is_right, $password ) {
					// WordPress asks the filter about over-long passwords too, but hashes none of them.
					$GLOBALS['bench_hash_checks'] += strlen( $password ) > 4096 ? 0 : 1;
					return $is_right;
				},
				PHP_INT_MAX,
				2
			);

			$start_usage    = getrusage();
			$start_position = $binlog_position();

			$write = static function () use ( &$bench_seen, $is_sqlite, &$remote, $start_usage, $start_position, $binlog_position, $wpdb ): void {
				$usage  = getrusage();
				$cpu    = static fn ( array $at ): float => 1e3 * ( $at['ru_utime.tv_sec'] + $at['ru_stime.tv_sec'] ) + ( $at['ru_utime.tv_usec'] + $at['ru_stime.tv_usec'] ) / 1e3;
				$status = $is_sqlite ? [] : array_column( (array) $wpdb->get_results( 'SHOW SESSION STATUS', ARRAY_N ), 1, 0 );
				$sum    = static fn ( string ...$names ): int => array_sum( array_map( static fn ( string $name ): int => (int) ( $status[ $name ] ?? 0 ), $names ) );
				$line   = [
					'label'      => $_SERVER['HTTP_X_BENCH'],
					// Whole connection; two statements are the probe's own.
					'queries'    => $sum( 'Questions' ) - 2,
					'reads'      => $sum( 'Com_select' ),
					'writes'     => $sum( 'Com_insert', 'Com_insert_select', 'Com_replace', 'Com_update', 'Com_update_multi', 'Com_delete', 'Com_delete_multi' ),
					'columns'    => $sum( 'Com_show_fields' ),
					'inserted'   => $sum( 'Handler_write' ),
					'updated'    => $sum( 'Handler_update' ),
					'deleted'    => $sum( 'Handler_delete' ),
					'binlog'     => [ $start_position, $binlog_position() ],
					'files'      => count( get_included_files() ),
					'memory'     => memory_get_peak_usage(),
					'cpuMs'      => $cpu( $usage ) - $cpu( $start_usage ),
					'doorMs'     => ( $GLOBALS['bench_door'][1] - $GLOBALS['bench_door'][0] ) / 1e6,
					'doorQueries' => count( $bench_seen['statements'] ),
					'doorRows'   => $bench_seen['rows'],
					'plans'      => isset( $_SERVER['HTTP_X_BENCH_EXPLAIN'] ) ? array_map(
						static fn ( string $sql ): array => [
							'sql'  => $sql,
							'plan' => 0 === stripos( ltrim( $sql ), 'SELECT' ) ? (array) $wpdb->get_results( 'EXPLAIN ' . $sql, ARRAY_A ) : [],
						],
						$bench_seen['statements']
					) : [],
					'hashChecks' => $GLOBALS['bench_hash_checks'],
					'remote'     => $remote,
				];
				file_put_contents( BENCH_DIR . '/requests', wp_json_encode( $line ) . "\n", FILE_APPEND | LOCK_EX );
			};

			// Three levels deep: after every shutdown function of every plugin.
			register_shutdown_function(
				static fn () => register_shutdown_function(
					static fn () => register_shutdown_function( $write )
				)
			);
		} )();
	}
}
