<?php

declare(strict_types=1);

namespace Causeway\Incidents;

/** A step that is being run for everybody of an incident, and how far it has come. */
final class BulkRun {

	/**
	 * @param int                                            $actor      WordPress user id.
	 * @param int                                            $lastCaseId Cases are gone through in the order of their ids.
	 * @param int                                            $total      Open cases when it began.
	 * @param list<array{case: int, message: string}> $failed     What was refused or failed; the newest {@see self::MOST_LISTED}.
	 * @param int                                            $journalFrom Id of the journal's newest entry when it began: what is above it was done since, whatever the clocks say.
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
	) {}

	public const MOST_LISTED = 100;

	/** @return array<string, mixed> */
	public function toArray(): array {
		return [
			'step'        => $this->step,
			'actor'       => $this->actor,
			'startedAt'   => $this->startedAt,
			'finishedAt'  => $this->finishedAt,
			'lastCaseId'  => $this->lastCaseId,
			'total'       => $this->total,
			'done'        => $this->done,
			'failedCount' => $this->failedCount,
			'failed'      => $this->failed,
			'journalFrom' => $this->journalFrom,
		];
	}

	/** @param array<mixed> $stored What {@see toArray()} gave. */
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
		return is_string( $stored['step'] ?? null ) && '' !== $stored['step']
			? new self( $stored['step'], $number( 'actor' ), $number( 'startedAt' ), $number( 'finishedAt' ), $number( 'lastCaseId' ), $number( 'total' ), $number( 'done' ), $number( 'failedCount' ), $failed, $number( 'journalFrom' ) )
			: null;
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
		return new self( $this->step, $this->actor, $this->startedAt, 0, $caseId, $this->total, $this->done + ( '' === $problem ? 1 : 0 ), $this->failedCount + ( '' === $problem ? 0 : 1 ), $failed, $this->journalFrom );
	}

	public function finished( int $at ): self {
		return new self( $this->step, $this->actor, $this->startedAt, $at, $this->lastCaseId, $this->total, $this->done, $this->failedCount, $this->failed, $this->journalFrom );
	}
}
