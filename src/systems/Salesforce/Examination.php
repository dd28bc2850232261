<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Systems\Salesforce\Probes\ContactProbe;
use Causeway\Systems\Salesforce\Probes\UserProbe;
use Causeway\Systems\Salesforce\Requests\Contact;
use Causeway\Systems\Salesforce\Requests\User;

/** One look at one person in Salesforce. */
final class Examination extends ConnectorExamination {

	protected const THROTTLE_WORDS = [ ErrorWords::LIMIT ];

	public readonly People $people;

	/** Whether people log in at Salesforce itself, with users of their own; else another portal only reads contacts. */
	public readonly bool $hasUsers;

	/** API name of the contact field that the portal takes as user name; '' where none is configured. */
	public readonly string $portalField;

	/** The live contact; null while it was not read, or where there is none. */
	public ?Contact $contact = null;

	/** The contact in the recycle bin; null where none was found there. */
	public ?Contact $deleted = null;

	/** The id under which the contact is known, in eighteen characters; '' where it is not. */
	public string $contactId;

	/** Why there is no contact to look at: `contact-absent`, `contact-unknown`, `ambiguous`, …; '' where there is one. */
	public string $noContact = 'contact-unknown';

	public ?User $user = null;

	/** Why there is no user to look at; '' where there is one. */
	public string $noUser = 'not-used-here';

	public function __construct( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write, Pause $pause ) {
		parent::__construct( $api, $subject, $connection, $write, $pause );
		$this->people      = new People( $api );
		$this->hasUsers    = People::logInHere( $connection );
		$this->portalField = trim( $connection->fields['portal_field'] ?? '' );
		$this->contactId   = SalesforceId::of( SalesforceId::CONTACT, $subject->contactId );
	}

	public function missed( string $probe, string $reason ): void {
		if ( ContactProbe::class === $probe ) {
			$this->noContact = $reason;
		}
		if ( UserProbe::class === $probe ) {
			$this->noUser = $reason;
		}
	}
}
