<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Bulk;

use Causeway\Connector\JsonPath;
use Causeway\Systems\Salesforce\SalesforceId;

/** Where a pass over everybody stands; it travels as a cursor. */
final class Place {

	/**
	 * @param 'contacts'|'purged'|'users' $phase
	 * @param int          $since   Unix seconds; 0 in a pass that brings everybody.
	 * @param int          $began   Salesforce's clock at the first page, Unix seconds; 0 before it.
	 * @param string       $after   Id of the last record that was read.
	 * @param string       $job     Id of a query job; `new` where one is to be made; '' where records are read page by page.
	 * @param string       $locator Page of that job's result.
	 * @param list<string> $fields  What is asked of a contact; empty for all fields.
	 */
	public function __construct(
		public readonly string $phase,
		public readonly int $since,
		public readonly int $began = 0,
		public readonly string $after = '',
		public readonly string $job = '',
		public readonly string $locator = '',
		public readonly array $fields = [],
	) {}

	/** A whole pass, from its beginning. */
	public static function start(): self {
		return new self( 'contacts', 0 );
	}

	/** The place that a cursor names; null where it names none. */
	public static function fromCursor( string $cursor ): ?self {
		$told  = json_decode( $cursor, true, 4 );
		$phase = JsonPath::text( $told, 'phase' );
		if ( ! in_array( $phase, [ 'contacts', 'purged', 'users' ], true ) ) {
			return null;
		}
		return new self(
			$phase,
			(int) JsonPath::text( $told, 'since' ),
			(int) JsonPath::text( $told, 'began' ),
			SalesforceId::of( '', JsonPath::text( $told, 'after' ) ),
			'new' === JsonPath::text( $told, 'job' ) ? 'new' : SalesforceId::of( '750', JsonPath::text( $told, 'job' ) ),
			JsonPath::text( $told, 'locator' ),
			array_values( array_filter( explode( ',', JsonPath::text( $told, 'fields' ) ), static fn ( string $field ): bool => 1 === preg_match( '/^\w+$/D', $field ) ) ),
		);
	}

	public function cursor(): string {
		return (string) json_encode( array_filter( [ 'fields' => implode( ',', $this->fields ) ] + get_object_vars( $this ) ), JSON_UNESCAPED_SLASHES );
	}

	public function isWhole(): bool {
		return 0 === $this->since;
	}

	/** @param 'purged'|'users' $phase */
	public function then( string $phase ): self {
		return new self( $phase, $this->since, $this->began );
	}

	public function after( string $id, int $began ): self {
		return new self( $this->phase, $this->since, $began, $id, '', '', $this->fields );
	}

	public function withJob( string $job, string $locator = '' ): self {
		return new self( $this->phase, $this->since, $this->began, $this->after, $job, $locator, $this->fields );
	}

	/** @param list<string> $fields */
	public function asking( array $fields ): self {
		return new self( $this->phase, $this->since, $this->began, $this->after, $this->job, $this->locator, $fields );
	}
}
