<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Audit\AuditLog;
use Causeway\Audit\AuditState;

/** The last audit, in an option that no page loads. */
final class AuditOption implements AuditLog {

	public const OPTION = 'causeway_audit';

	public function last(): ?AuditState {
		$stored = get_option( self::OPTION );
		return is_string( $stored ) ? AuditState::fromText( $stored ) : null;
	}

	public function save( AuditState $state ): void {
		update_option( self::OPTION, $state->toText(), false );
	}
}
