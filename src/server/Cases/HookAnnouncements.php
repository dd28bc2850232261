<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Diagnosis;

/** Announces by WordPress actions, for add-ons. */
final class HookAnnouncements implements Announcements {

	public function opened( CaseFile $case ): void {
		$this->announce( 'causeway_case_opened', $case->id, [ 'reference' => $case->lastReference ] );
	}

	public function diagnosed( CaseFile $case, Diagnosis $diagnosis ): void {
		$this->announce( 'causeway_diagnosed', $case->id, $diagnosis->toArray() );
	}

	public function resolved( CaseFile $case ): void {
		$this->announce(
			'causeway_case_resolved',
			$case->id,
			[
				'system' => $case->system,
				'cause'  => $case->cause,
			]
		);
	}

	/**
	 * @param non-empty-string     $action
	 * @param array<string, mixed> $details
	 */
	private function announce( string $action, int $caseId, array $details ): void {
		try {
			do_action( $action, $caseId, $details );
		} catch ( \Throwable ) {
			return;
		}
	}
}
