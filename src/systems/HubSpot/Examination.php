<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\Subject;
use Causeway\Systems\HubSpot\Probes\ContactProbe;
use Causeway\Systems\HubSpot\Requests\Contact;
use Causeway\Systems\HubSpot\Requests\Property;

/** One look at one person in HubSpot. */
final class Examination extends ConnectorExamination {

	protected const THROTTLE_WORDS = [ ErrorWords::UNNAMED_LIMIT, ...ErrorWords::BURST ];

	/** Faults that concern one question alone. */
	private const LOCAL = [ FaultKind::Forbidden, FaultKind::NotFound, FaultKind::Rejected, FaultKind::Unsupported ];

	public readonly People $people;

	public readonly Portal $portal;

	/** Internal name of the contact property that a portal takes as user name; '' where none is configured. */
	public readonly string $portalField;

	/** The active contact; null while it was not read, or where there is none. */
	public ?Contact $contact = null;

	/** The id under which the contact is known; '' where it is not. */
	public string $contactId;

	/** The contact into which the known one was merged, where HubSpot answered with that one. */
	public ?Contact $survivor = null;

	/** Why there is no contact to look at: `contact-absent`, `contact-unknown`, `ambiguous`, …; '' where there is one. */
	public string $noContact = 'contact-unknown';

	public function __construct( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write, Pause $pause ) {
		parent::__construct( $api, $subject, $connection, $write, $pause );
		$this->people      = new People( $api );
		$this->portal      = Portal::of( $connection );
		$this->portalField = strtolower( trim( $connection->fields['portal_field'] ?? '' ) );
		$this->contactId   = HubSpotId::of( $subject->contactId );
	}

	/** Calls that were used up on the way are the quota probe's to tell as well. */
	public function mayBeQuota( ConnectorFault $fault ): bool {
		return FaultKind::QuotaExhausted === $fault->kind || parent::mayBeQuota( $fault );
	}

	public function missed( string $probe, string $reason ): void {
		if ( ContactProbe::class === $probe ) {
			$this->noContact = $reason;
		}
	}

	/** @return list<string> Properties of the contact that this account may lack. */
	public function properties(): array {
		return [
			...( Portal::Memberships === $this->portal ? Contact::MEMBERSHIP : [] ),
			...( Property::isName( $this->portalField ) ? [ $this->portalField ] : [] ),
		];
	}

	/**
	 * An answer, or the fault that keeps this one question from being answered.
	 *
	 * @template T
	 * @param \Closure(): T $ask
	 * @return T|ConnectorFault
	 * @throws ConnectorFault One that concerns all questions.
	 */
	public function orFault( \Closure $ask ): mixed {
		try {
			return $ask();
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, self::LOCAL, true ) || str_starts_with( $fault->vendorCode, 'causeway-' ) ) {
				throw $fault;
			}
			return $fault;
		}
	}
}
