<?php
/**
 * `wp --require=tests/support/seed/command.php causeway seed`: fills an empty site for demonstrations and tests. Not in the zip.
 *
 * The README beside it says what it makes and what it needs.
 */

declare(strict_types=1);

namespace Causeway\Tests\Support\Seed;

require_once dirname( __DIR__, 3 ) . '/vendor/autoload.php';
require_once __DIR__ . '/LabScenes.php';
require_once __DIR__ . '/Site.php';
require_once __DIR__ . '/Seed.php';

\WP_CLI::add_command(
	'causeway seed',
	/**
	 * Makes 2,000 people, a case of every cause that the lab can bring about, copies up to 300 cases, and six incidents.
	 *
	 * @param list<string>          $arguments None.
	 * @param array<string, string> $options   `people`, `cases`; `only` (ids of systems, with commas).
	 */
	static function ( array $arguments, array $options ): void {
		$site = Site::here();
		if ( null === $site ) {
			\WP_CLI::error( 'Causeway is not active on this site.' );
		}
		$why = $site->whyNot();
		if ( '' !== $why ) {
			\WP_CLI::error( $why );
		}
		$seed   = new Seed( $site, static fn ( string $line ) => \WP_CLI::log( $line ) );
		$only   = array_filter( explode( ',', $options['only'] ?? '' ) );
		$report = $seed->plant( (int) ( $options['people'] ?? 2_000 ), (int) ( $options['cases'] ?? 300 ), array_values( $only ) );
		foreach ( $report['missed'] as $missed ) {
			\WP_CLI::warning( $missed );
		}
		\WP_CLI::log( sprintf( '%d people, %d connections, %d cases (%d real of %d scenes, %d copies), %d incidents.', $report['people'], $report['connections'], $report['cases'], $report['real'], $report['scenes'], $report['copies'], $report['incidents'] ) );
		if ( [] !== $report['missed'] ) {
			\WP_CLI::halt( 3 );
		}
		\WP_CLI::success( 'The site is seeded.' );
	}
);
