<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\CaseRun;
use Causeway\Cases\CaseRuns;

/** The last run over many cases, in an option that no page loads. */
final class CaseRunOption implements CaseRuns {

	public const OPTION = 'causeway_run';

	public function last(): ?CaseRun {
		$stored = get_option( self::OPTION );
		return is_string( $stored ) ? CaseRun::fromText( $stored ) : null;
	}

	public function save( CaseRun $run ): void {
		update_option( self::OPTION, $run->toText(), false );
	}
}
