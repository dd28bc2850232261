<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Actions;

use Causeway\Connector\Change;
use Causeway\Connector\Conversation;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Salesforce\Requests\UpdateRecord;
use Causeway\Systems\Salesforce\Requests\User;

/** Switches a user of the portal on again. */
final class ActivateUser extends UserWrite {

	public const ID = 'activate-user';

	public function id(): string {
		return self::ID;
	}

	protected function planFor( Conversation $api, User $user ): WritePlan {
		if ( $user->isActive() ) {
			return WritePlan::nothingToDo( 'The user is active already; nothing will be changed.', self::state( $user, 'active' ) );
		}
		return new WritePlan(
			new Change( 'Activates the Salesforce user ' . $user->username . ', which takes one licence (' . $user->licence . ').', self::state( $user, 'inactive' ), self::state( $user, 'active' ), true ),
			new UpdateRecord( 'User', $user->id, [ 'IsActive' => true ] ),
		);
	}
}
