<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoCrm\Requests\Contact;
use Causeway\Systems\ZohoCrm\Requests\GetOrg;
use Causeway\Systems\ZohoCrm\Requests\Organisation;

/** One look at one person: what is asked, with what, and what earlier probes found that later ones build on. */
final class Examination {

	/** The live contact; null while it was not read, or where there is none. */
	public ?Contact $contact = null;

	/** The id under which the contact is known; '' where it is not. */
	public string $contactId;

	/** Why there is no contact to look at: `contact-absent`, `contact-unknown`, `ambiguous`, …; '' where there is one. */
	public string $noContact = '';

	/** What the refusal to take another call was, where the connection probe met one. */
	public ?ConnectorFault $throttle = null;

	private string $endReason = '';

	private string $endDetail = '';

	/** @param string $usernameField API name of the field that the portal takes as user name; '' where none is known. */
	public function __construct(
		public readonly Api $api,
		public readonly Subject $subject,
		public readonly Connection $connection,
		public readonly FindingWriter $write,
		public readonly Pause $pause,
		public readonly string $usernameField,
	) {
		$this->contactId = Requests\GetContact::isId( $subject->contactId ) ? $subject->contactId : '';
	}

	/** The person's address: what this site holds, or what was typed where that is one. */
	public function address(): string {
		foreach ( [ $this->subject->email, $this->subject->loginName ] as $candidate ) {
			if ( false !== filter_var( $candidate, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) ) {
				return strtolower( $candidate );
			}
		}
		return '';
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

	/** Nothing more is asked: what is left stays unknown for this reason. */
	public function end( string $reason, string $detail ): void {
		$this->endReason = $reason;
		$this->endDetail = $detail;
	}

	public function endReason(): string {
		return $this->endReason;
	}

	public function endDetail(): string {
		return $this->endDetail;
	}
}
