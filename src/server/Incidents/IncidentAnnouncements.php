<?php

declare(strict_types=1);

namespace Causeway\Incidents;

/** Tells other plugins. */
final class IncidentAnnouncements {

	public function opened( Incident $incident ): void {
		/**
		 * Fires when several people are kept out by one cause.
		 *
		 * @param int    $incident Id.
		 * @param string $system
		 * @param string $cause
		 * @param int    $people   Known people so far.
		 */
		do_action( 'causeway_incident_opened', $incident->id, $incident->system, $incident->cause, $incident->people );
	}
}
