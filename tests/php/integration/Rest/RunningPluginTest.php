<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Background\Ticker;
use Causeway\Cases\CaseDesk;
use Causeway\Diagnosis\Catalog;
use Causeway\Storage\LeasedJobs;
use Causeway\Storage\StoredConnections;
use Causeway\Tests\Support\WordPressTestCase;
use Causeway\Wiring;
use PHPUnit\Framework\Attributes\CoversNothing;

/** What the plugin as it was booted does on every REST request of the site, and when it is activated. */
#[CoversNothing]
final class RunningPluginTest extends WordPressTestCase {

	public function test_every_rest_request_costs_no_query_of_ours(): void {
		$GLOBALS['wp_rest_server'] = null;
		$queries                   = self::queriesOf( static fn () => rest_get_server() );

		self::assertContains( '/causeway/v1/graphql', array_keys( rest_get_server()->get_routes( 'causeway/v1' ) ) );
		self::assertSame( [], array_values( array_filter( $queries, static fn ( string $query ): bool => str_contains( $query, 'causeway' ) ) ) );
	}

	/** @return iterable<string, array{\Closure(Wiring): void}> */
	public static function requests(): iterable {
		yield 'a REST request' => [
			static function ( Wiring $wiring ): void {
				remove_all_actions( 'rest_api_init', 5 );
				add_action( 'rest_api_init', static fn () => $wiring->openRest(), 5 );
				$GLOBALS['wp_rest_server'] = null;
				rest_get_server();
			},
		];
		yield 'an admin page' => [ static fn ( Wiring $wiring ) => $wiring->openAdmin() ];
	}

	/**
	 * @dataProvider requests
	 * @param \Closure(Wiring): void $open
	 */
	public function test_makes_neither_cases_nor_catalog_before_somebody_asks( \Closure $open ): void {
		$wiring = new Wiring( dirname( __DIR__, 4 ) . '/plugin.php' );
		$open( $wiring );
		$made = ( new \ReflectionProperty( $wiring, 'made' ) )->getValue( $wiring );
		self::assertIsArray( $made );
		self::assertNotSame( [], $made );
		self::assertSame( [], array_intersect( array_keys( $made ), [ CaseDesk::class, Catalog::class, StoredConnections::class, LeasedJobs::class ] ) );
	}

	public function test_a_lost_event_is_scheduled_again_by_any_rest_request(): void {
		wp_clear_scheduled_hook( Ticker::EVENT );
		$GLOBALS['wp_rest_server'] = null;
		rest_get_server();
		self::assertIsInt( wp_next_scheduled( Ticker::EVENT ) );
	}

	public function test_activation_outside_the_admin_schedules_the_event(): void {
		wp_clear_scheduled_hook( Ticker::EVENT );
		( new Wiring( dirname( __DIR__, 4 ) . '/plugin.php' ) )->activate();
		self::assertIsInt( wp_next_scheduled( Ticker::EVENT ) );
	}

	/** The tables are there; making them again would end the transaction. */
	protected function changesSchema(): bool {
		return 'test_activation_outside_the_admin_schedules_the_event' === $this->name();
	}
}
