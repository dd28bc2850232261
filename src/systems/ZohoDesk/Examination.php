<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoDesk\Probes\ContactProbe;
use Causeway\Systems\ZohoDesk\Requests\Contact;

/** One look at one person in Zoho Desk. */
final class Examination extends ConnectorExamination {

	protected const THROTTLE_WORDS = [ ErrorWords::CROWDED, ErrorWords::CREDITS ];

	public readonly People $people;

	/** What the search for the contact came to; null while it was not made. */
	public ?FoundContact $found = null;

	/** Why there is no contact to look at: `contact-absent`, `contact-unknown`, `ambiguous`, …; '' where there is a live one. */
	public string $noContact = 'contact-unknown';

	public function __construct( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write, Pause $pause ) {
		parent::__construct( $api, $subject, $connection, $write, $pause );
		$this->people = new People( $api, $connection );
	}

	/** The contact, where it is among the contacts and not in the recycle bin. */
	public function liveContact(): ?Contact {
		return $this->found?->live();
	}

	public function missed( string $probe, string $reason ): void {
		if ( ContactProbe::class === $probe ) {
			$this->noContact = $reason;
		}
	}
}
