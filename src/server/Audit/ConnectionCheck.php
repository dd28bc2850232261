<?php

declare(strict_types=1);

namespace Causeway\Audit;

use Causeway\Background\JobResult;
use Causeway\Connector\Condition;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\Registry;
use Causeway\Support\Truth;

/** Tests every connection once a day, so that a token that was revoked or licences that run out are told before somebody is refused. A connection a slice. */
final class ConnectionCheck {

	public function __construct( private readonly Registry $connectors, private readonly ConnectionStore $connections ) {}

	/** @param string $cursor Slug of the connection that was tested last; '' from the start. */
	public function goOn( string $cursor ): JobResult {
		$slugs = array_map( static fn ( \Causeway\Connector\Connection $connection ): string => $connection->id, $this->connections->all() );
		sort( $slugs );
		$slug = array_values( array_filter( $slugs, static fn ( string $slug ): bool => $slug > $cursor ) )[0] ?? '';
		if ( '' === $slug ) {
			return JobResult::done();
		}
		$this->test( $slug );
		return JobResult::more( $slug );
	}

	private function test( string $slug ): void {
		$connection = $this->connections->get( $slug );
		$connector  = null === $connection ? null : $this->connectors->get( $connection->system );
		if ( null === $connection || null === $connector ) {
			return;
		}
		try {
			$conditions = $connector->test( $connection );
		} catch ( \Throwable ) {
			// A connector never throws; one of an add-on that does keeps no other connection from being tested.
			return;
		}
		// Where nothing could be asked, as when today's calls are spent, what was known before is worth more.
		if ( [] !== array_filter( $conditions, static fn ( Condition $condition ): bool => Truth::Unknown !== $condition->status ) ) {
			$this->connections->rememberConditions( $slug, $conditions );
		}
	}
}
