<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Actions;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoDesk\DeskId;
use Causeway\Systems\ZohoDesk\FoundContact;
use Causeway\Systems\ZohoDesk\Login;
use Causeway\Systems\ZohoDesk\People;
use Causeway\Systems\ZohoDesk\Requests\Contact;
use Causeway\Systems\ZohoDesk\Requests\Write;

/** The one person that is meant; each look is a fresh one. Refuses where it is not clear who that is. */
final class OnePerson {

	/** Faults after which a write may have taken effect all the same. */
	private const UNCERTAIN = [ FaultKind::Unreachable, FaultKind::TimedOut, FaultKind::ServerFault, FaultKind::Malformed ];

	public function __construct( public readonly Conversation $api, private readonly Subject $subject, private readonly Connection $connection ) {}

	/** @throws ConnectorFault */
	public static function mayBeWrittenTo( Connection $connection ): void {
		if ( ! $connection->mayWrite ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'This connection may only read. Allow writing in its settings first.', vendorCode: 'causeway-writing-off' );
		}
	}

	public static function moved(): ConnectorFault {
		return new ConnectorFault( FaultKind::Rejected, 'Zoho Desk has changed since the preview. Look again first.', vendorCode: 'causeway-state-moved' );
	}

	public function people(): People {
		return new People( $this->api, $this->connection );
	}

	/** @throws ConnectorFault Where no id of a contact is known, or several contacts could be meant. */
	public function found(): FoundContact {
		$found = $this->people()->find( DeskId::of( $this->subject->contactId ), $this->address() );
		if ( '' === $found->id ) {
			throw $found->isAmbiguous()
				? new ConnectorFault( FaultKind::Rejected, 'More than one contact has the address of this person: choose the right one in Zoho Desk.', vendorCode: 'causeway-ambiguous' )
				: new ConnectorFault( FaultKind::NotFound, 'No contact of this person was found.', vendorCode: 'causeway-contact-unknown' );
		}
		return $found;
	}

	/** @throws ConnectorFault */
	public function contact(): Contact {
		return $this->found()->live() ?? throw new ConnectorFault( FaultKind::NotFound, 'The contact is not among the contacts. Put it back first.', vendorCode: 'causeway-contact-absent' );
	}

	/** @throws ConnectorFault */
	public function login( Contact $contact ): Login {
		return $this->people()->login( $contact, array_values( array_unique( array_filter( [ $this->address(), $contact->email() ] ) ) ) );
	}

	/**
	 * Writes; where the answer got lost, looks whether it took effect.
	 *
	 * @param \Closure(): bool $isDone Reads anew.
	 * @throws ConnectorFault
	 */
	public function write( Write $write, \Closure $isDone ): void {
		try {
			$this->api->ask( $write );
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, self::UNCERTAIN, true ) || ! $isDone() ) {
				throw $fault;
			}
		}
	}

	private function address(): string {
		foreach ( [ $this->subject->email, $this->subject->loginName ] as $candidate ) {
			if ( false !== filter_var( $candidate, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) ) {
				return strtolower( $candidate );
			}
		}
		return '';
	}
}
