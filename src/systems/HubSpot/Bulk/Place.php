<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Bulk;

use Causeway\Connector\JsonPath;
use Causeway\Systems\HubSpot\HubSpotId;

/** Where a pass over everybody stands; it travels as a cursor. */
final class Place {

	/** The search learns of a change some seconds late; so much earlier the next pass begins. */
	private const OVERLAP_SECONDS = 600;

	/**
	 * @param 'bin'|'contacts' $phase
	 * @param int              $since     Unix seconds after which changes count; 0 in a pass that brings everybody.
	 * @param int              $startedAt Unix seconds of this pass.
	 * @param int              $wholeAt   Unix seconds of the last pass that brought everybody.
	 * @param string           $after     Page of the deleted contacts; '' for the first one.
	 * @param string           $lastId    Of the active contacts; '' at their beginning.
	 */
	private function __construct(
		public readonly string $phase,
		public readonly int $since,
		private readonly int $startedAt,
		public readonly int $wholeAt,
		public readonly string $after = '',
		public readonly string $lastId = '',
	) {}

	public static function start( int $now ): self {
		return new self( 'bin', 0, $now, $now );
	}

	/**
	 * The place that a cursor names; null where it names none.
	 *
	 * @param int $now Unix seconds: a mark that has waited begins its pass at this moment.
	 */
	public static function fromCursor( string $cursor, int $now ): ?self {
		$told    = json_decode( $cursor, true, 4 );
		$phase   = JsonPath::text( $told, 'phase' );
		$wholeAt = (int) JsonPath::text( $told, 'whole' );
		$started = (int) JsonPath::text( $told, 'started' );
		if ( ! in_array( $phase, [ 'bin', 'contacts' ], true ) || $wholeAt <= 0 ) {
			return null;
		}
		return new self( $phase, max( 0, (int) JsonPath::text( $told, 'since' ) ), $started > 0 ? $started : $now, $wholeAt, JsonPath::text( $told, 'after' ), HubSpotId::of( JsonPath::text( $told, 'last' ) ) );
	}

	public function isWhole(): bool {
		return 0 === $this->since;
	}

	public function cursor(): string {
		$told = [
			'phase'   => $this->phase,
			'since'   => $this->since,
			'started' => $this->startedAt,
			'whole'   => $this->wholeAt,
			'after'   => $this->after,
			'last'    => $this->lastId,
		];
		return (string) json_encode( array_filter( $told, static fn ( mixed $value ): bool => ! in_array( $value, [ '', 0 ], true ) ), JSON_UNESCAPED_SLASHES );
	}

	public function nextOfBin( string $after ): self {
		return new self( 'bin', $this->since, $this->startedAt, $this->wholeAt, $after );
	}

	/** The next active contacts are those behind that id. */
	public function behind( string $lastId ): self {
		return new self( 'contacts', $this->since, $this->startedAt, $this->wholeAt, '', $lastId );
	}

	/** Where the next pass begins, which brings changes alone. */
	public function nextPass(): string {
		return ( new self( 'bin', max( 1, $this->startedAt - self::OVERLAP_SECONDS ), 0, $this->wholeAt ) )->cursor();
	}
}
