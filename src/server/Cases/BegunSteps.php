<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Change;

/**
 * Steps that were begun and whose end nobody has noted: they are being done, or whoever did them died on the way.
 *
 * Each write is noted before and after, so that the journal has it once, wherever a worker is killed.
 */
final class BegunSteps {

	public function __construct( private readonly Journal $journal ) {}

	/** @return array<string, JournalEntry> By step, since the case last came back. */
	public function of( int $caseId ): array {
		$begun = [];
		foreach ( $this->journal->ofCase( $caseId ) as $entry ) {
			if ( JournalKind::Regressed->value === $entry->kind ) {
				$begun = [];
			} elseif ( JournalKind::StepBegun->value === $entry->kind ) {
				$begun[ $entry->step ] = $entry;
			} elseif ( in_array( $entry->kind, [ JournalKind::StepDone->value, JournalKind::StepFailed->value ], true ) ) {
				unset( $begun[ $entry->step ] );
			}
		}
		return $begun;
	}

	/** Notes that what was begun was done, as it was begun. @param int $at Unix seconds. */
	public function noteDone( JournalEntry $begun, int $at ): void {
		$this->append( new JournalEntry( 0, $begun->caseId, $at, $begun->actor, JournalKind::StepDone->value, $begun->step, $begun->text, $begun->before, $begun->after ) );
	}

	/** Notes a step that was done, once: whoever proves a repair may note it in the same moment as whoever did it. */
	public function append( JournalEntry $done ): void {
		$key = self::key( $done->caseId, $done->step, ( new Change( $done->text, $done->before, $done->after, false ) )->fingerprint() );
		if ( ! $this->journal->append( $done, $key ) && isset( $this->of( $done->caseId )[ $done->step ] ) ) {
			// The same change once more, after somebody undid it elsewhere.
			$this->journal->append( $done );
		}
	}

	/** Under which the journal has a change of a case once. */
	public static function key( int $caseId, string $step, string $fingerprint ): string {
		return "step:{$caseId}:{$step}:{$fingerprint}";
	}
}
