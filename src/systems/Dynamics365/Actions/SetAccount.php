<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Actions;

use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\ReversibleWrite;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\People;
use Causeway\Systems\Dynamics365\Requests\Contact;
use Causeway\Systems\Dynamics365\Requests\GetAccount;
use Causeway\Systems\Dynamics365\Requests\SetContactAccount;

/** Gives a contact back the Account that it had when this site last looked. Which one it should be otherwise, only a person can say. */
final class SetAccount extends ReversibleWrite {

	public const ID = 'set-account';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$contact = $this->contact( People::confirmed( $api ), $subject );
		$account = Guid::of( $subject->accountId );
		$name    = '' === $account ? '' : $this->name( $api, $account );
		if ( '' === $name ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Which Account the contact had before is not known here, or that Account is gone. Choose one in Dynamics 365.', vendorCode: 'causeway-account-unknown' );
		}
		$now = self::parentOf( $contact );
		if ( $contact->parentId() === $account ) {
			return WritePlan::nothingToDo( 'The contact belongs to that Account already; nothing will be changed.', self::state( $contact, $now ) );
		}
		return new WritePlan(
			new Change( 'Sets the Account of the contact ' . $contact->name() . ' to ' . $name . '.', self::state( $contact, $now ), self::state( $contact, $name . ' (account ' . $account . ')' ), '' !== self::accountIn( $now ) ),
			new SetContactAccount( $contact->id, $account ),
		);
	}

	/** Sets the Account of before. A contact that had none, or a contact for a parent, is put back by hand: no write that empties the field is known to be safe. */
	protected function inverse( Conversation $api, Subject $subject, Connection $connection, Change $done ): WritePlan {
		$contact = $this->contact( People::confirmed( $api ), $subject );
		$before  = $done->before['Account'] ?? '';
		$former  = self::accountIn( $before );
		$now     = self::parentOf( $contact );
		if ( '' === $former || $contact->id !== ( $done->after['Contact'] ?? '' ) ) {
			throw self::movedOn( 'This contact had no Account before that Causeway could give back. Change it in Dynamics 365.' );
		}
		if ( $contact->parentId() === $former ) {
			return WritePlan::nothingToDo( 'The contact has the Account of before already; nothing will be changed.', self::state( $contact, $now ) );
		}
		if ( $contact->parentId() !== self::accountIn( $done->after['Account'] ?? '' ) ) {
			throw self::movedOn( 'Somebody has given the contact yet another Account since. Choose the right one in Dynamics 365.' );
		}
		return new WritePlan(
			new Change( 'Sets the Account of the contact ' . $contact->name() . ' back to ' . $before . '.', self::state( $contact, $now ), self::state( $contact, $before ), true ),
			new SetContactAccount( $contact->id, $former ),
		);
	}

	private static function parentOf( Contact $contact ): string {
		return '' === $contact->parentId() ? 'none' : trim( $contact->parentName() . ' (' . $contact->parentTable() . ' ' . $contact->parentId() . ')' );
	}

	/** The id in what {@see parentOf()} says of an Account; '' for none, and for another kind of parent. */
	private static function accountIn( string $parent ): string {
		return 1 === preg_match( '/\(account ([^()]*)\)$/D', $parent, $found ) ? Guid::of( $found[1] ) : '';
	}

	/** @throws ConnectorFault */
	private function name( Conversation $api, string $account ): string {
		try {
			return $api->ask( new GetAccount( $account ) );
		} catch ( ConnectorFault $fault ) {
			if ( ! People::isAbsence( $fault ) ) {
				throw $fault;
			}
			return '';
		}
	}

	/** @throws ConnectorFault */
	private function contact( People $people, Subject $subject ): Contact {
		$id    = Guid::of( $subject->contactId );
		$found = match ( true ) {
			'' !== $id => array_filter( [ $people->contact( $id ) ] ),
			'' !== $subject->email => array_filter( $people->find( '', $subject->email ), static fn ( Contact $contact ): bool => $contact->isActive() ),
			default => [],
		};
		return 1 === count( $found )
			? array_values( $found )[0]
			: throw new ConnectorFault( FaultKind::NotFound, 'There is no contact of this person, or more than one.', vendorCode: 'causeway-contact-unknown' );
	}

	/** @return array<string, string> */
	private static function state( Contact $contact, string $account ): array {
		return [
			'Contact' => $contact->id,
			'Name'    => $contact->name(),
			'Account' => $account,
		];
	}
}
