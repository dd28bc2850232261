<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoDesk\DeskId;
use Causeway\Systems\ZohoDesk\ErrorWords;
use Causeway\Systems\ZohoDesk\Requests\Contact;
use Causeway\Systems\ZohoDesk\Requests\GetAccountName;
use Causeway\Systems\ZohoDesk\Requests\LinkAccount;

/**
 * Gives a contact without an account the one back that this site knew it by. Any other account is a person's choice, made in Zoho Desk: it
 * decides whose tickets somebody sees.
 */
final class SetAccount implements Action {

	public const ID = 'set-account';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		$person = new OnePerson( ( $this->api )( $connection ), $subject, $connection );
		return self::change( $person, $person->contact(), self::former( $subject ) );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		OnePerson::mayBeWrittenTo( $connection );
		$person  = new OnePerson( ( $this->api )( $connection ), $subject, $connection );
		$former  = self::former( $subject );
		$contact = $person->contact();
		if ( $contact->accountId() === $former ) {
			return;
		}
		if ( self::change( $person, $contact, $former )->fingerprint() !== $change->fingerprint() ) {
			throw OnePerson::moved();
		}
		$person->write( new LinkAccount( $contact->id, $former ), static fn (): bool => $person->contact()->accountId() === $former );
	}

	/** @throws ConnectorFault */
	private static function former( Subject $subject ): string {
		$id = DeskId::of( $subject->accountId );
		return '' !== $id ? $id : throw new ConnectorFault( FaultKind::Rejected, 'Which account the contact had is not known here. Choose it in Zoho Desk.', vendorCode: 'causeway-account-unknown' );
	}

	/** @throws ConnectorFault */
	private static function change( OnePerson $person, Contact $contact, string $former ): Change {
		$has = $contact->accountId();
		if ( '' !== $has && $has !== $former ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The contact belongs to another account now. Choose the right one in Zoho Desk.', vendorCode: 'causeway-other-account' );
		}
		$label   = $contact->name() . ' (' . $contact->id . ')';
		$account = self::name( $person, $former ) . ' (' . $former . ')';
		$after   = [
			'Contact' => $label,
			'Account' => $account,
		];
		return $has === $former
			? new Change( 'The contact belongs to ' . $account . ' already; nothing will be changed.', $after, $after, false )
			: new Change( 'Sets the account of ' . $label . ' to ' . $account . ', as it was when this site last looked.', [ 'Contact' => $label, 'Account' => '' ], $after, false );
	}

	/** @throws ConnectorFault */
	private static function name( OnePerson $person, string $former ): string {
		try {
			$name = $person->api->ask( new GetAccountName( $former ) );
		} catch ( ConnectorFault $fault ) {
			$name = ErrorWords::isAbsence( $fault ) ? '' : throw $fault;
		}
		return '' !== $name ? $name : throw new ConnectorFault( FaultKind::NotFound, 'The account that the contact had is gone. Choose another one in Zoho Desk.', vendorCode: 'causeway-account-absent' );
	}
}
