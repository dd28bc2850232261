<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Systems\Dynamics365\Probes\ContactProbe;
use Causeway\Systems\Dynamics365\Probes\SiteProbe;
use Causeway\Systems\Dynamics365\Requests\Column;
use Causeway\Systems\Dynamics365\Requests\Contact;
use Causeway\Systems\Dynamics365\Requests\ListColumns;
use Causeway\Systems\Dynamics365\Requests\Login;

/** One look at one person in Dataverse. */
final class Examination extends ConnectorExamination {

	protected const THROTTLE_WORDS = [ ErrorWords::LIMIT, ErrorWords::BUSY ];

	public readonly People $people;

	public readonly Portal $portal;

	/** Logical name of the contact column that a portal takes as user name; '' where none is configured. */
	public readonly string $portalField;

	/** The contact that was read; null while it was not, or where there is none. */
	public ?Contact $contact = null;

	/** The id under which the contact is known; '' where it is not. */
	public string $contactId;

	/** Why there is no contact to look at: `contact-absent`, `contact-unknown`, `ambiguous`, …; '' where there is one. */
	public string $noContact = 'contact-unknown';

	/** @var list<Contact> Other active contacts with the person's address. */
	public array $others = [];

	/** What the site says; null where it was not read. */
	public ?SiteSettings $site = null;

	/** What Power Pages keep on the contact; null where it was not read. */
	public ?Login $login = null;

	/** Why there is no login to look at; '' where there is one. */
	public string $noLogin = 'not-tried';

	/** Whether the person can log in at all: has a user name, or a login provider; null where that is not known. */
	public ?bool $hasLogin = null;

	/** @var array<string, Column>|null */
	private ?array $columns = null;

	public function __construct( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write, Pause $pause ) {
		parent::__construct( $api, $subject, $connection, $write, $pause );
		$this->people      = new People( $api );
		$this->portal      = Portal::of( $connection );
		$this->portalField = strtolower( trim( $connection->fields['portal_field'] ?? '' ) );
		$this->contactId   = Guid::of( $subject->contactId );
	}

	/** A window that was used up on the way is the quota probe's to tell as well. */
	public function mayBeQuota( ConnectorFault $fault ): bool {
		return FaultKind::QuotaExhausted === $fault->kind || parent::mayBeQuota( $fault );
	}

	public function missed( string $probe, string $reason ): void {
		match ( $probe ) {
			ContactProbe::class => $this->noContact = $reason,
			SiteProbe::class => $this->noLogin = $reason,
			default => null,
		};
	}

	/**
	 * The columns of the contact table, asked for once.
	 *
	 * @return array<string, Column>
	 * @throws ConnectorFault
	 */
	public function columns(): array {
		return $this->columns ??= $this->api->ask( new ListColumns() );
	}
}
