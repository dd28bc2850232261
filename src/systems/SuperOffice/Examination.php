<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Systems\SuperOffice\Probes\PersonProbe;
use Causeway\Systems\SuperOffice\Probes\UserProbe;
use Causeway\Systems\SuperOffice\Requests\Person;
use Causeway\Systems\SuperOffice\Requests\TenantState;
use Causeway\Systems\SuperOffice\Requests\UserRow;

/** One look at one person in SuperOffice. */
final class Examination extends ConnectorExamination {

	public readonly Place $place;

	/** Online: where the tenant is, and whether it runs; null where nobody could say. */
	public ?TenantState $tenant = null;

	/** Onsite: the server's version; '' where it does not tell. */
	public string $version = '';

	/** Id of some user, which a question about the installation as a whole wants; '' where the list of users shows none. */
	public string $anyUserId = '';

	/** The login user; null while none was found, or where it is not clear which one is meant. */
	public ?UserRow $user = null;

	/** Why there is no user to look at. */
	public string $noUser = 'no-user';

	/** The contact card; null while it was not read, or where there is none. */
	public ?Person $person = null;

	/** Why there is no card to look at. */
	public string $noPerson = 'contact-unknown';

	public function __construct( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write, Pause $pause ) {
		parent::__construct( $api, $subject, $connection, $write, $pause );
		$this->place = new Place( $connection );
	}

	public function isOnline(): bool {
		return Edition::Online === $this->place->edition;
	}

	public function missed( string $probe, string $reason ): void {
		match ( $probe ) {
			UserProbe::class => $this->noUser = $reason,
			PersonProbe::class => $this->noPerson = $reason,
			default => null,
		};
	}
}
