<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Actions;

use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\ReversibleWrite;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Salesforce\People;
use Causeway\Systems\Salesforce\Requests\Contact;
use Causeway\Systems\Salesforce\Requests\GetAccountName;
use Causeway\Systems\Salesforce\Requests\UpdateRecord;
use Causeway\Systems\Salesforce\SalesforceId;

/** Gives a contact the Account back that it had when this site last saw it. Which company that is, the person who confirms decides. */
final class SetAccount extends ReversibleWrite {

	public const ID = 'set-account';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$contact = $this->contact( $api, $subject );
		$account = SalesforceId::of( SalesforceId::ACCOUNT, $subject->accountId );
		$name    = '' === $account ? '' : $api->ask( new GetAccountName( $account ) );
		if ( '' === $name ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Which Account the contact had before is not known here, or that Account is gone. Choose one in Salesforce.', vendorCode: 'causeway-account-unknown' );
		}
		$now = self::accountOf( $contact );
		if ( $contact->accountId() === $account ) {
			return WritePlan::nothingToDo( 'The contact belongs to that Account already; nothing will be changed.', self::state( $contact, $now ) );
		}
		return new WritePlan(
			new Change( 'Sets the Account of the contact ' . $contact->name() . ' to ' . $name . '.', self::state( $contact, $now ), self::state( $contact, $name . ' (' . $account . ')' ), true ),
			new UpdateRecord( 'Contact', $contact->id, [ 'AccountId' => $account ] ),
		);
	}

	protected function inverse( Conversation $api, Subject $subject, Connection $connection, Change $done ): WritePlan {
		$contact = $this->contact( $api, $subject );
		$before  = $done->before['Account'] ?? '';
		$now     = self::accountOf( $contact );
		if ( '' === $before || $contact->id !== ( $done->after['Contact'] ?? '' ) ) {
			throw self::movedOn( 'The person has another contact now than the one whose Account was set. Look at both in Salesforce.' );
		}
		if ( $now === $before ) {
			return WritePlan::nothingToDo( 'The contact has the Account of before already; nothing will be changed.', self::state( $contact, $now ) );
		}
		if ( $now !== ( $done->after['Account'] ?? '' ) ) {
			throw self::movedOn( 'Somebody has given the contact yet another Account since. Choose the right one in Salesforce.' );
		}
		$former = 'none' === $before ? null : SalesforceId::of( SalesforceId::ACCOUNT, (string) preg_replace( '/^.*\(([^()]*)\)$/s', '$1', $before ) );
		if ( '' === $former ) {
			throw self::movedOn( 'Which Account the contact had before is not known any more. Choose one in Salesforce.' );
		}
		return new WritePlan(
			new Change( null === $former ? 'Takes the Account of the contact ' . $contact->name() . ' away again, as before.' : 'Sets the Account of the contact ' . $contact->name() . ' back to ' . $before . '.', self::state( $contact, $now ), self::state( $contact, $before ), true ),
			new UpdateRecord( 'Contact', $contact->id, [ 'AccountId' => $former ] ),
		);
	}

	private static function accountOf( Contact $contact ): string {
		return '' === $contact->accountId() ? 'none' : trim( $contact->accountName() . ' (' . $contact->accountId() . ')' );
	}

	/** @throws ConnectorFault */
	private function contact( Conversation $api, Subject $subject ): Contact {
		$people = People::confirmed( $api );
		$id     = SalesforceId::of( SalesforceId::CONTACT, $subject->contactId );
		$found  = match ( true ) {
			'' !== $id => [ $people->contact( $id ) ],
			'' !== $subject->email => $people->withAddress( $subject->email ),
			default => [],
		};
		$live   = array_values( array_filter( $found, static fn ( ?Contact $contact ): bool => null !== $contact && ! $contact->isDeleted() ) );
		return 1 === count( $live )
			? $live[0]
			: throw new ConnectorFault( FaultKind::NotFound, 'There is no live contact of this person, or more than one.', vendorCode: 'causeway-contact-unknown' );
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
