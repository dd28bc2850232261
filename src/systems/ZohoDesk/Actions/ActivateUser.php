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
use Causeway\Systems\ZohoDesk\Requests\ReactivateUser;
use Causeway\Systems\ZohoDesk\Requests\User;

/** Makes a deactivated user of the Help Center active again. Somebody may have deactivated it on purpose, so a person decides. */
final class ActivateUser extends CarefulWrite {

	public const ID = 'activate-user';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$person = new OnePerson( $api, $subject, $connection );
		$user   = $person->login( $person->contact() )->user;
		return match ( $user?->status ) {
			User::ACTIVE => WritePlan::nothingToDo( 'The user is active; nothing will be changed.', self::state( $user, 'active' ) ),
			User::DISABLED => new WritePlan(
				// Nothing here deactivates anybody: who wants that does it in Zoho Desk.
				new Change( 'Lets ' . $user->label() . ' log in to the Help Center again.', self::state( $user, 'deactivated' ), self::state( $user, 'active' ), false ),
				new ReactivateUser( $user->id ),
			),
			User::DELETED => throw new ConnectorFault( FaultKind::Rejected, 'The user was deleted, so there is nothing to activate. Invite the contact again.', vendorCode: 'causeway-user-deleted' ),
			null => throw new ConnectorFault( FaultKind::NotFound, 'The person has no user in the Help Center.', vendorCode: 'causeway-no-user' ),
			default => throw new ConnectorFault( FaultKind::Rejected, 'The user is in a state that Causeway does not know. Look at it in Zoho Desk.', vendorCode: 'causeway-not-readable' ),
		};
	}

	/** @return array<string, string> */
	private static function state( User $user, string $state ): array {
		return [
			'User'  => $user->label(),
			'State' => $state,
		];
	}
}
