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
use Causeway\Systems\ZohoDesk\Requests\ApproveInvitation;

/** Approves that somebody signed up at the Help Center by themselves. */
final class ApproveSignUp extends CarefulWrite {

	public const ID = 'approve-sign-up';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$person  = new OnePerson( $api, $subject, $connection );
		$contact = $person->contact();
		$seat    = $person->login( $contact )->seat ?? throw new ConnectorFault( FaultKind::NotFound, 'Zoho Desk shows no sign-up of this contact. Look at its page of portal users.', vendorCode: 'causeway-no-user' );
		$label   = $contact->name() . ' (' . $contact->id . ')';
		return match ( $seat->awaitsApproval() ) {
			true => new WritePlan(
				// Nothing here turns anybody away: who wants that does it in Zoho Desk.
				new Change( 'Approves the sign-up of ' . $label . ' at the Help Center ' . $seat->helpCenterName . '.', self::state( $label, 'waits for approval' ), self::state( $label, 'approved' ), false ),
				new ApproveInvitation( $contact->id, $seat->helpCenterId ),
			),
			false => WritePlan::nothingToDo( 'No sign-up of this contact waits for approval; nothing will be changed.', self::state( $label, 'approved' ) ),
			null => throw new ConnectorFault( FaultKind::Rejected, 'The sign-up is in a state that Causeway does not know. Look at it in Zoho Desk.', vendorCode: 'causeway-not-readable' ),
		};
	}

	/** @return array<string, string> */
	private static function state( string $contact, string $state ): array {
		return [
			'Contact' => $contact,
			'State'   => $state,
		];
	}
}
