<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Support\Truth;
use Causeway\Systems\Vendasta\Probes\KindProbe;
use Causeway\Systems\Vendasta\Probes\UserProbe;
use Causeway\Systems\Vendasta\Requests\User;

/** One look at one person in Vendasta. */
final class Examination extends ConnectorExamination {

	public readonly Place $place;

	/** Whether the list of users shows anybody at all; one that shows nobody says nothing of this person. */
	public bool $seesUsers = false;

	/** The user; null while none was found, or where it is not clear which one is meant. */
	public ?User $user = null;

	/** Why there is no user to look at. */
	public string $noUser = 'not-found';

	/** Whether the user is one of the partner's team, not a customer's. */
	public Truth $isTeamMember = Truth::Unknown;

	/** Why the kind is not known. */
	public string $noKind = 'not-asked';

	public function __construct( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write, Pause $pause ) {
		parent::__construct( $api, $subject, $connection, $write, $pause );
		$this->place = new Place( $connection );
	}

	public function missed( string $probe, string $reason ): void {
		match ( $probe ) {
			UserProbe::class => $this->noUser = $reason,
			KindProbe::class => $this->noKind = $reason,
			default => null,
		};
	}
}
