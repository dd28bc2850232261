<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\People;
use Causeway\Systems\Dynamics365\Requests\Contact;
use Causeway\Systems\Dynamics365\Requests\GetAccount;
use Causeway\Systems\Dynamics365\Requests\SetContactAccount;

/** Gives a contact back the Account that it had when this site last looked. Which one it should be otherwise, only a person can say. */
final class SetAccount extends CarefulWrite {

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
		$now = '' === $contact->parentId() ? 'none' : trim( $contact->parentName() . ' (' . $contact->parentTable() . ' ' . $contact->parentId() . ')' );
		if ( $contact->parentId() === $account ) {
			return WritePlan::nothingToDo( 'The contact belongs to that Account already; nothing will be changed.', self::state( $contact, $now ) );
		}
		return new WritePlan(
			new Change( 'Sets the Account of the contact ' . $contact->name() . ' to ' . $name . '.', self::state( $contact, $now ), self::state( $contact, $name . ' (account ' . $account . ')' ), true ),
			new SetContactAccount( $contact->id, $account ),
		);
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
