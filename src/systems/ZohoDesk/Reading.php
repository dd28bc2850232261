<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Connector\JsonPath;

/** How far a pass over everybody has come; as text, an audit's cursor. */
final class Reading {

	public const CONTACTS = 'contacts';
	public const BIN      = 'bin';
	public const USERS    = 'users';

	/** A restored contact need not change its date, and one that leaves the bin leaves no trace: such changes wait for the next whole pass. */
	private const WHOLE_EVERY_SECONDS = 7 * 86_400;

	/**
	 * @param self::CONTACTS|self::BIN|self::USERS $part
	 * @param bool         $isWhole       Whether everybody is read, or what has changed since.
	 * @param int          $from          Rows of the part that come before the page.
	 * @param list<string> $anchors       Ids of the last rows of the page before.
	 * @param int          $contactsSince Unix milliseconds, for a pass over changes.
	 * @param int          $binSince      The same for the recycle bin.
	 * @param int          $contactsSeen  Newest change when this pass began; 0 where no row says when it was changed.
	 * @param int          $binSeen       Newest deletion; -1 where the bin is closed to the connection.
	 * @param int          $wholeAt       Unix seconds at which the last whole pass began.
	 */
	private function __construct(
		public readonly string $part,
		public readonly bool $isWhole,
		public readonly int $from,
		public readonly array $anchors,
		public readonly int $contactsSince,
		public readonly int $binSince,
		public readonly int $contactsSeen,
		public readonly int $binSeen,
		public readonly int $wholeAt,
	) {}

	public static function whole( int $now ): self {
		return new self( self::CONTACTS, true, 0, [], 0, 0, 0, 0, $now );
	}

	/** What is no cursor, or an old mark, begins a whole pass. */
	public static function fromText( string $cursor, int $now ): self {
		$json    = json_decode( $cursor, true, 4 );
		$part    = JsonPath::text( $json, 'part' );
		$isWhole = 'true' === JsonPath::text( $json, 'whole' );
		$number  = static fn ( string $key ): int => (int) JsonPath::text( $json, $key );
		$wholeAt = $number( 'wholeAt' );
		if ( ! in_array( $part, [ self::CONTACTS, self::BIN, self::USERS ], true ) || ( ! $isWhole && $now - $wholeAt >= self::WHOLE_EVERY_SECONDS ) ) {
			return self::whole( $now );
		}
		$anchors = array_values( array_filter( array_map( DeskId::of( ... ), explode( ' ', JsonPath::text( $json, 'anchors' ) ) ) ) );
		return new self( $part, $isWhole, max( 0, $number( 'from' ) ), $anchors, $number( 'contactsSince' ), $number( 'binSince' ), $number( 'contactsSeen' ), $number( 'binSeen' ), $wholeAt );
	}

	public function toText(): string {
		return (string) json_encode(
			[
				'part'          => $this->part,
				'whole'         => $this->isWhole,
				'from'          => $this->from,
				'anchors'       => implode( ' ', $this->anchors ),
				'contactsSince' => $this->contactsSince,
				'binSince'      => $this->binSince,
				'contactsSeen'  => $this->contactsSeen,
				'binSeen'       => $this->binSeen,
				'wholeAt'       => $this->wholeAt,
			]
		);
	}

	/**
	 * The same place in the same part, elsewhere in its list.
	 *
	 * @param list<string> $anchors
	 */
	public function at( int $from, array $anchors ): self {
		return new self( $this->part, $this->isWhole, $from, $anchors, $this->contactsSince, $this->binSince, $this->contactsSeen, $this->binSeen, $this->wholeAt );
	}

	/** @param self::BIN|self::USERS $part */
	public function beginning( string $part ): self {
		return new self( $part, $this->isWhole, 0, [], $this->contactsSince, $this->binSince, $this->contactsSeen, $this->binSeen, $this->wholeAt );
	}

	public function havingSeen( int $contacts, int $bin ): self {
		return new self( $this->part, $this->isWhole, $this->from, $this->anchors, $this->contactsSince, $this->binSince, $contacts, $bin, $this->wholeAt );
	}

	/** Where the next pass begins; null where it cannot be told what changes. */
	public function mark(): ?self {
		return $this->contactsSeen > 0 && $this->binSeen >= 0
			? new self( self::CONTACTS, false, 0, [], $this->contactsSeen, $this->binSeen, 0, 0, $this->wholeAt )
			: null;
	}
}
