<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\ZohoDesk\DeskId;
use Causeway\Systems\ZohoDesk\ErrorWords;
use Causeway\Systems\ZohoDesk\Requests\GetAccountName;
use Causeway\Systems\ZohoDesk\Requests\LinkAccount;

/**
 * Gives a contact without an account the one back that this site knew it by. Any other account is a person's choice, made in Zoho Desk: it
 * decides whose tickets somebody sees.
 */
final class SetAccount extends CarefulWrite {

	public const ID = 'set-account';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$former = DeskId::of( $subject->accountId );
		if ( '' === $former ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Which account the contact had is not known here. Choose it in Zoho Desk.', vendorCode: 'causeway-account-unknown' );
		}
		$contact = ( new OnePerson( $api, $subject, $connection ) )->contact();
		$has     = $contact->accountId();
		if ( '' !== $has && $has !== $former ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The contact belongs to another account now. Choose the right one in Zoho Desk.', vendorCode: 'causeway-other-account' );
		}
		$label   = $contact->name() . ' (' . $contact->id . ')';
		$account = self::name( $api, $former ) . ' (' . $former . ')';
		if ( $has === $former ) {
			return WritePlan::nothingToDo( 'The contact belongs to ' . $account . ' already; nothing will be changed.', self::state( $label, $account ) );
		}
		return new WritePlan(
			new Change( 'Sets the account of ' . $label . ' to ' . $account . ', as it was when this site last looked.', self::state( $label, '' ), self::state( $label, $account ), false ),
			new LinkAccount( $contact->id, $former ),
		);
	}

	/** @throws ConnectorFault */
	private static function name( Conversation $api, string $former ): string {
		try {
			$name = $api->ask( new GetAccountName( $former ) );
		} catch ( ConnectorFault $fault ) {
			$name = ErrorWords::isAbsence( $fault ) ? '' : throw $fault;
		}
		return '' !== $name ? $name : throw new ConnectorFault( FaultKind::NotFound, 'The account that the contact had is gone. Choose another one in Zoho Desk.', vendorCode: 'causeway-account-absent' );
	}

	/** @return array<string, string> */
	private static function state( string $contact, string $account ): array {
		return [
			'Contact' => $contact,
			'Account' => $account,
		];
	}
}
