<?php
/** One worker in a process of its own: waits for the start, claims, and prints the ids and fences that it got. */

declare(strict_types=1);

[ , $site, $startAt ] = $argv;
require dirname( __DIR__, 4 ) . '/vendor/autoload.php';
$_SERVER['HTTP_HOST'] = 'portal.example';
define( 'WP_USE_THEMES', false );
require $site . '/wp-load.php';

$queue = new Causeway\Storage\LeasedJobs( new Causeway\Storage\Database( $GLOBALS['wpdb'] ) );
while ( microtime( true ) < (float) $startAt ) {
	usleep( 200 );
}
$claimed = [];
for ( $try = 0; $try < 20; $try++ ) {
	try {
		foreach ( $queue->claim( bin2hex( random_bytes( 8 ) ), 1, 60 ) as $job ) {
			$claimed[] = $job->id . ':' . $job->fence;
		}
	} catch ( Causeway\Storage\StorageFault ) {
		continue; // A deadlock that the database broke: the worker simply claims again.
	}
}
echo implode( ' ', $claimed );
