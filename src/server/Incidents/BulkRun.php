<?php

declare(strict_types=1);

namespace Causeway\Incidents;

/** A step that is being run for everybody of an incident, and how far it has come. */
final class BulkRun {

	/**
	 * @param int                                            $actor      WordPress user id.
	 * @param int                                            $finishedAt 0 while it goes on.
	 * @param int                                            $lastCaseId Cases are gone through in the order of their ids.
	 * @param int                                            $total      Open cases when it began.
	 * @param list<array{case: int, message: string}> $failed     What was refused or failed; the newest {@see self::MOST_LISTED}.
	 * @param int                                            $journalFrom Id of the journal's newest entry when it began: what is above it was done since, whatever the clocks say.
	 * @param bool                                           $isStopped  Ended by a person; who comes after the last case was left as they were.
	 * @param int                                            $pausedUntil When it tries again where the other system cannot be asked just now; 0 while it works.
	 * @param string                                         $pausedBecause Why, in words for the site admin; '' while it works.
	 * @param int                                            $tries      How often the case in hand was tried in vain.
	 * @param bool                                           $isUndo     It takes back what an earlier run did; `journalFrom` is that run's.
	 */
	public function __construct(
		public readonly string $step,
		public readonly int $actor,
		public readonly int $startedAt,
		public readonly int $finishedAt = 0,
		public readonly int $lastCaseId = 0,
		public readonly int $total = 0,
		public readonly int $done = 0,
		public readonly int $failedCount = 0,
		public readonly array $failed = [],
		public readonly int $journalFrom = 0,
		public readonly bool $isStopped = false,
		public readonly int $pausedUntil = 0,
		public readonly string $pausedBecause = '',
		public readonly int $tries = 0,
		public readonly bool $isUndo = false,
	) {}

	public const MOST_LISTED = 100;

	/** @return array<string, mixed> By name of a property. */
	public function toArray(): array {
		return get_object_vars( $this ); // @phpstan-ignore return.type (names of properties are no numbers)
	}

	/** @param array<mixed> $stored What {@see toArray()} gave, perhaps by an older version. */
	public static function fromArray( array $stored ): ?self {
		$number = static fn ( string $key ): int => is_int( $stored[ $key ] ?? null ) ? $stored[ $key ] : 0;
		$failed = [];
		foreach ( is_array( $stored['failed'] ?? null ) ? $stored['failed'] : [] as $one ) {
			if ( is_array( $one ) && is_int( $one['case'] ?? null ) && is_string( $one['message'] ?? null ) ) {
				$failed[] = [
					'case'    => $one['case'],
					'message' => $one['message'],
				];
			}
		}
		if ( ! is_string( $stored['step'] ?? null ) || '' === $stored['step'] ) {
			return null;
		}
		return new self(
			$stored['step'],
			$number( 'actor' ),
			$number( 'startedAt' ),
			$number( 'finishedAt' ),
			$number( 'lastCaseId' ),
			$number( 'total' ),
			$number( 'done' ),
			$number( 'failedCount' ),
			$failed,
			$number( 'journalFrom' ),
			true === ( $stored['isStopped'] ?? false ),
			$number( 'pausedUntil' ),
			is_string( $stored['pausedBecause'] ?? null ) ? $stored['pausedBecause'] : '',
			$number( 'tries' ),
			true === ( $stored['isUndo'] ?? false )
		);
	}

	public function isOver(): bool {
		return $this->finishedAt > 0;
	}

	/** After one more case. @param string $problem '' where it went well. */
	public function after( int $caseId, string $problem ): self {
		$failed = '' === $problem ? $this->failed : array_slice(
			[
				...$this->failed,
				[
					'case'    => $caseId,
					'message' => $problem,
				],
			],
			-self::MOST_LISTED
		);
		return $this->with(
			[
				'lastCaseId'    => $caseId,
				'done'          => $this->done + ( '' === $problem ? 1 : 0 ),
				'failedCount'   => $this->failedCount + ( '' === $problem ? 0 : 1 ),
				'failed'        => $failed,
				'pausedUntil'   => 0,
				'pausedBecause' => '',
				'tries'         => 0,
			]
		);
	}

	/** Where the case in hand cannot be done just now: it is tried again. */
	public function paused( int $until, string $because ): self {
		return $this->with(
			[
				'pausedUntil'   => $until,
				'pausedBecause' => $because,
				'tries'         => $this->tries + 1,
			]
		);
	}

	public function finished( int $at ): self {
		return $this->with(
			[
				'finishedAt'    => $at,
				'pausedUntil'   => 0,
				'pausedBecause' => '',
			]
		);
	}

	public function stopped( int $at ): self {
		return $this->finished( $at )->with( [ 'isStopped' => true ] );
	}

	/** @param array<string, mixed> $changes By name of a property. */
	private function with( array $changes ): self {
		return new self( ...array_merge( get_object_vars( $this ), $changes ) ); // @phpstan-ignore argument.type (names and types are this class's own)
	}
}
