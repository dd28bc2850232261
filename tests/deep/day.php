<?php
/**
 * A worker whose time is moved by hand, by `wp eval-file day.php <scratch file>`: reads `{"now": Unix seconds, "refuse": contact ids, "audit": bool}` a
 * line, does all that is due then, and answers `{"rounds", "memory", "peak"}`, bytes.
 */

declare(strict_types=1);

global $wpdb, $causeway_now;
$causeway_scratch = $args[0];
while ( false !== ( $causeway_line = fgets( STDIN ) ) ) {
	$causeway_order = json_decode( $causeway_line, true, 4, JSON_THROW_ON_ERROR );
	$causeway_now   = $causeway_order['now'];
	$wpdb->query( "SET timestamp = {$causeway_now}" );
	if ( [] !== $causeway_order['refuse'] ) {
		file_put_contents( $causeway_scratch, json_encode( $causeway_order['refuse'] ) );
		ob_start();
		( static function () use ( $causeway_scratch, $causeway_now ): void {
			$args = [ 'refuse', $causeway_scratch, (string) $causeway_now ];
			require __DIR__ . '/furnish.php';
		} )();
		ob_end_clean();
	}
	if ( $causeway_order['audit'] ) {
		WP_CLI::runcommand( 'causeway audit run --format=json', [ 'launch' => false, 'return' => 'all', 'exit_error' => false ] );
	}
	$causeway_rounds = 0;
	do {
		$causeway_report = json_decode( WP_CLI::runcommand( 'causeway work --once --format=json', [ 'launch' => false, 'return' => 'all', 'exit_error' => false ] )->stdout, true )[0] ?? [];
		wp_cache_flush_runtime();
		++$causeway_rounds;
	} while ( ( $causeway_report['done'] ?? 0 ) + ( $causeway_report['again'] ?? 0 ) > 0 && $causeway_rounds < 50 );
	gc_collect_cycles();
	fwrite( STDOUT, json_encode( [ 'rounds' => $causeway_rounds, 'memory' => memory_get_usage(), 'peak' => memory_get_peak_usage() ] ) . "\n" );
	memory_reset_peak_usage();
}
