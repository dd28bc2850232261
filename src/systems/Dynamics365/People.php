<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Systems\Dynamics365\Requests\Caller;
use Causeway\Systems\Dynamics365\Requests\Contact;
use Causeway\Systems\Dynamics365\Requests\FindContacts;
use Causeway\Systems\Dynamics365\Requests\FindDeletedContacts;
use Causeway\Systems\Dynamics365\Requests\GetContact;
use Causeway\Systems\Dynamics365\Requests\WhoAmI;

/** Who is in the environment, for probes and actions alike. */
final class People {

	public function __construct( private readonly Conversation $api ) {}

	/** @throws ConnectorFault Where another environment answers than the one that this connection was made for. */
	public static function confirmed( Conversation $api ): self {
		$people = new self( $api );
		$people->caller();
		return $people;
	}

	/**
	 * Who this connection is; stops everything where the environment is another one than it was made for.
	 *
	 * @throws ConnectorFault
	 */
	public function caller(): Caller {
		$caller = $this->api->ask( new WhoAmI() );
		$known  = $this->api->fact( 'organisationId' );
		if ( '' !== $known && $known !== $caller->organisationId ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Another environment answered than the one that this connection was made for.', vendorCode: 'causeway-other-organisation' );
		}
		$this->api->learn( [ 'organisationId' => $caller->organisationId ] );
		return $caller;
	}

	/**
	 * The contact with the id and those with the address; '' where one of the two is not known.
	 *
	 * @return list<Contact>
	 * @throws ConnectorFault
	 */
	public function find( string $id, string $address ): array {
		try {
			return $this->api->ask( new FindContacts( $id, $address ) );
		} catch ( ConnectorFault $fault ) {
			if ( ErrorWords::NO_COLUMN !== $fault->vendorCode ) {
				throw $fault;
			}
			return $this->api->ask( new FindContacts( $id, $address, Contact::CERTAIN ) );
		}
	}

	/**
	 * The contact with that id; null where there is none. A fault where the role does not reach it.
	 *
	 * @throws ConnectorFault
	 */
	public function contact( string $id ): ?Contact {
		try {
			return $this->api->ask( new GetContact( $id, Contact::CERTAIN ) );
		} catch ( ConnectorFault $fault ) {
			if ( self::isAbsence( $fault ) ) {
				return null;
			}
			throw $fault;
		}
	}

	/**
	 * The one contact of a person in the recycle bin; null where there is none, or more than one has the address.
	 *
	 * @throws ConnectorFault
	 */
	public function deleted( string $id, string $address ): ?Contact {
		$found = $this->api->ask( new FindDeletedContacts( $id, '' === $id ? $address : '' ) );
		return 1 === count( $found ) ? $found[0] : null;
	}

	/** Whether a fault says that the row is not there, not that its table is not. */
	public static function isAbsence( ConnectorFault $fault ): bool {
		return FaultKind::NotFound === $fault->kind && ErrorWords::NO_TABLE !== $fault->vendorCode;
	}
}
