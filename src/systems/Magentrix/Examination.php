<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Probes\ContactProbe;
use Causeway\Systems\Magentrix\Probes\UserProbe;
use Causeway\Systems\Magentrix\Requests\PortalUser;

/** One look at one person in a Magentrix portal. */
final class Examination extends ConnectorExamination {

	public readonly Portal $portal;

	/** The user; null while none was found, or where it is not clear which one is meant. */
	public ?PortalUser $user = null;

	/** Why there is no user to look at. */
	public string $noUser = 'not-found';

	public Truth $needsContact = Truth::Unknown;

	/** Id of the contact that the user is linked to, '' for none; null where the portal does not tell. */
	public ?string $contactId = null;

	/** Whether the portal has that contact. */
	public Truth $contactIsThere = Truth::Unknown;

	public function __construct( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write, Pause $pause ) {
		parent::__construct( $api, $subject, $connection, $write, $pause );
		$this->portal = new Portal( $api, trim( $connection->fields['contact_field'] ?? '' ) );
	}

	public function missed( string $probe, string $reason ): void {
		match ( $probe ) {
			UserProbe::class => $this->noUser = $reason,
			ContactProbe::class => $this->contactIsThere = Truth::Unknown,
			default => null,
		};
	}
}
