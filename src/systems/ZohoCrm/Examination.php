<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoCrm\Probes\ContactProbe;
use Causeway\Systems\ZohoCrm\Requests\Contact;
use Causeway\Systems\ZohoCrm\Requests\GetContact;
use Causeway\Systems\ZohoCrm\Requests\GetOrg;
use Causeway\Systems\ZohoCrm\Requests\Organisation;

/** One look at one person in Zoho CRM. */
final class Examination extends ConnectorExamination {

	protected const THROTTLE_WORDS = [ 'TOO_MANY_REQUESTS' ];

	/** The live contact; null while it was not read, or where there is none. */
	public ?Contact $contact = null;

	/** The id under which the contact is known; '' where it is not. */
	public string $contactId;

	/** Why there is no contact to look at: `contact-absent`, `contact-unknown`, `ambiguous`, …; '' where there is one. */
	public string $noContact = '';

	/** @param string $usernameField API name of the field that the portal takes as user name; '' where none is known. */
	public function __construct( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write, Pause $pause, public readonly string $usernameField ) {
		parent::__construct( $api, $subject, $connection, $write, $pause );
		$this->contactId = GetContact::isId( $subject->contactId ) ? $subject->contactId : '';
	}

	public function missed( string $probe, string $reason ): void {
		if ( ContactProbe::class === $probe ) {
			$this->noContact = $reason;
		}
	}

	/**
	 * Reads the organisation, and stops everything where it is not the one that this connection was made for.
	 *
	 * @throws ConnectorFault
	 */
	public function organisation(): Organisation {
		$organisation = $this->api->ask( new GetOrg() );
		$known        = $this->api->fact( 'zgid' );
		if ( '' !== $known && $known !== $organisation->zgid ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Zoho CRM answered for another organisation than the one that this connection was made for.', vendorCode: 'causeway-other-organisation' );
		}
		$this->api->learn(
			[
				'zgid'         => $organisation->zgid,
				'organisation' => $organisation->name,
			]
		);
		return $organisation;
	}
}
