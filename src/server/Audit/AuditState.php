<?php

declare(strict_types=1);

namespace Causeway\Audit;

/** Where an audit stands: one row of a job holds it, whatever the number of people. */
final class AuditState {

	public const READ = 'read';

	public const JUDGE = 'judge';

	/**
	 * @param int                   $pass       Number of this audit; grows.
	 * @param 'read'|'judge'      $phase
	 * @param list<string>          $waiting    Slugs of connections that are still to be read; the first one is being read.
	 * @param string                $cursor     Of the vendor's list; '' at the beginning of a connection, or of a phase.
	 * @param array<string, string> $marks      By slug: where the next audit goes on.
	 * @param array<string, string> $problems   By slug: why it could not be read to its end.
	 * @param int                   $tries      Pages in a row that could not be had.
	 * @param int                   $expectedRecords Known before it began; 0 where nobody can say.
	 * @param int                   $expectedPeople  Looked at by the last one; 0 for the first.
	 * @param int                   $phaseAt    When the phase began.
	 * @param int                   $pausedUntil When it goes on by itself, where today's calls are spent or the system asked to wait; 0 while it works.
	 * @param int                   $endsAt     When the phase will be over, as far as can be told; 0 where it cannot.
	 * @param int                   $warned     Of the fresh ones, those whose contact was deleted or merged since the last audit.
	 * @param int                   $knownTo    Id of the newest person at risk when the last one ended, and at its own end then: whoever has a higher one is fresh. -1 where it was not kept.
	 */
	public function __construct(
		public readonly int $pass,
		public readonly int $startedAt,
		public readonly string $phase,
		public readonly array $waiting,
		public readonly string $cursor = '',
		public readonly array $marks = [],
		public readonly array $problems = [],
		public readonly int $records = 0,
		public readonly int $judged = 0,
		public readonly int $found = 0,
		public readonly int $fresh = 0,
		public readonly int $tries = 0,
		public readonly int $finishedAt = 0,
		public readonly int $expectedRecords = 0,
		public readonly int $expectedPeople = 0,
		public readonly int $phaseAt = 0,
		public readonly int $pausedUntil = 0,
		public readonly int $endsAt = 0,
		public readonly int $warned = 0,
		public readonly int $knownTo = -1,
	) {}

	/** How many are expected in this phase; 0 where nobody can say, or where there turned out to be more. */
	public function expected(): int {
		[ $done, $expected ] = self::JUDGE === $this->phase ? [ $this->judged, $this->expectedPeople ] : [ $this->records, $this->expectedRecords ];
		return $expected >= $done ? $expected : 0;
	}

	/** When the phase will be over, by what it has taken so far; 0 before a twentieth of it is done: a guess made sooner is none. */
	public function estimate( int $now ): int {
		$done     = self::JUDGE === $this->phase ? $this->judged : $this->records;
		$expected = $this->expected();
		return 0 === $expected || $done * 20 < $expected || $this->finishedAt > 0 ? 0 : $now + (int) ceil( ( $now - $this->phaseAt ) * ( $expected - $done ) / max( 1, $done ) );
	}

	/** @param array<string, mixed> $changes By name of a property. */
	public function with( array $changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) ); // @phpstan-ignore argument.type (names and types are this class's own)
	}

	public function toText(): string {
		return (string) json_encode( get_object_vars( $this ) );
	}

	public static function fromText( string $text ): ?self {
		$stored = json_decode( $text, true );
		if ( ! is_array( $stored ) || ! is_int( $stored['pass'] ?? null ) ) {
			return null;
		}
		$number = static fn ( string $key ): int => is_int( $stored[ $key ] ?? null ) ? $stored[ $key ] : 0;
		$texts  = static function ( string $key ) use ( $stored ): array {
			$found = [];
			foreach ( is_array( $stored[ $key ] ?? null ) ? $stored[ $key ] : [] as $name => $value ) {
				if ( is_string( $value ) ) {
					$found[ (string) $name ] = $value;
				}
			}
			return $found;
		};
		return new self(
			$number( 'pass' ),
			$number( 'startedAt' ),
			self::JUDGE === ( $stored['phase'] ?? '' ) ? self::JUDGE : self::READ,
			array_values( $texts( 'waiting' ) ),
			is_string( $stored['cursor'] ?? null ) ? $stored['cursor'] : '',
			$texts( 'marks' ),
			$texts( 'problems' ),
			$number( 'records' ),
			$number( 'judged' ),
			$number( 'found' ),
			$number( 'fresh' ),
			$number( 'tries' ),
			$number( 'finishedAt' ),
			$number( 'expectedRecords' ),
			$number( 'expectedPeople' ),
			$number( 'phaseAt' ),
			$number( 'pausedUntil' ),
			$number( 'endsAt' ),
			$number( 'warned' ),
			is_int( $stored['knownTo'] ?? null ) ? $stored['knownTo'] : -1
		);
	}
}
