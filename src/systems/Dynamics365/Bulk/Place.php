<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Bulk;

use Causeway\Connector\JsonPath;

/** Where a pass over everybody stands; it travels as a cursor. */
final class Place {

	private const LONGEST = 4_000;

	/**
	 * @param 'contacts'|'bin' $phase
	 * @param bool             $isWhole    Whether the pass brings everybody.
	 * @param string           $address    Of the next page of contacts; '' at the start of a whole pass.
	 * @param bool             $tracks     Whether changes are tracked, so that the next pass brings those alone.
	 * @param bool             $hasDeleted Whether this pass met a deletion.
	 * @param string           $mark       Where the next pass begins; '' while that is not known.
	 * @param int              $markedAt   Unix seconds of the mark, or of the pass that follows it.
	 * @param int              $page       Of the recycle bin.
	 * @param string           $cookie     Of that page.
	 */
	public function __construct(
		public readonly string $phase,
		public readonly bool $isWhole,
		public readonly string $address = '',
		public readonly bool $tracks = true,
		public readonly bool $hasDeleted = false,
		public readonly string $mark = '',
		public readonly int $markedAt = 0,
		public readonly int $page = 1,
		public readonly string $cookie = '',
	) {}

	/** A whole pass, from its beginning. */
	public static function start( bool $tracks = true ): self {
		return new self( 'contacts', true, tracks: $tracks );
	}

	/** The place that a cursor names; null where it names none. */
	public static function fromCursor( string $cursor ): ?self {
		$told    = json_decode( $cursor, true, 4 );
		$phase   = JsonPath::text( $told, 'phase' );
		$address = JsonPath::text( $told, 'address' );
		if ( ! in_array( $phase, [ 'contacts', 'bin' ], true ) || ( '' !== $address && ! str_starts_with( $address, 'contacts?' ) ) || ( 'contacts' === $phase && '' === $address ) ) {
			return null;
		}
		return new self(
			$phase,
			'true' === JsonPath::text( $told, 'whole' ),
			$address,
			'true' === JsonPath::text( $told, 'tracks' ),
			'true' === JsonPath::text( $told, 'deleted' ),
			JsonPath::text( $told, 'mark' ),
			(int) JsonPath::text( $told, 'at' ),
			max( 1, (int) JsonPath::text( $told, 'page' ) ),
			JsonPath::text( $told, 'cookie' ),
		);
	}

	/** '' where it would be too long to keep: the next pass then is a whole one. */
	public function cursor(): string {
		$told   = [
			'phase'   => $this->phase,
			'whole'   => $this->isWhole,
			'address' => $this->address,
			'tracks'  => $this->tracks,
			'deleted' => $this->hasDeleted,
			'mark'    => $this->mark,
			'at'      => $this->markedAt,
			'page'    => $this->page,
			'cookie'  => $this->cookie,
		];
		$cursor = (string) json_encode( array_filter( $told, static fn ( mixed $value ): bool => ! in_array( $value, [ '', 0 ], true ) ), JSON_UNESCAPED_SLASHES );
		return strlen( $cursor ) > self::LONGEST ? '' : $cursor;
	}

	public function at( string $address, bool $hasDeleted ): self {
		return new self( $this->phase, $this->isWhole, $address, $this->tracks, $hasDeleted, $this->mark, $this->markedAt );
	}

	/** The contacts are all read; the recycle bin is next. */
	public function thenBin( bool $hasDeleted, string $mark, int $now ): self {
		return new self( 'bin', $this->isWhole, '', $this->tracks, $hasDeleted, $mark, $now );
	}

	public function nextOfBin( string $cookie ): self {
		return new self( 'bin', $this->isWhole, '', $this->tracks, $this->hasDeleted, $this->mark, $this->markedAt, $this->page + 1, $cookie );
	}

	/** Where the next pass begins, which brings changes alone; '' where it has to be a whole one. */
	public function nextPass(): string {
		return '' === $this->mark ? '' : ( new self( 'contacts', false, $this->mark, markedAt: $this->markedAt ) )->cursor();
	}
}
