<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Actions;

use Causeway\Connector\Change;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Salesforce\Requests\GetLoginState;
use Causeway\Systems\Salesforce\Requests\UpdateRecord;
use Causeway\Systems\Salesforce\Requests\User;

/** Lifts the lock that too many wrong passwords set. The password stays as it is. */
final class UnlockUser extends UserWrite {

	public const ID = 'unlock-user';

	public function id(): string {
		return self::ID;
	}

	protected function planFor( Conversation $api, User $user ): WritePlan {
		$login = $api->ask( new GetLoginState( $user->id ) );
		if ( null === $login ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'The Salesforce user of this connection may not see this: it needs the right “Manage Users”.', vendorCode: 'causeway-not-visible' );
		}
		if ( ! $login->isPasswordLocked ) {
			return WritePlan::nothingToDo( 'The user is not locked; nothing will be changed.', self::state( $user, 'not locked' ) );
		}
		return new WritePlan(
			new Change( 'Unlocks the Salesforce user ' . $user->username . '.', self::state( $user, 'locked' ), self::state( $user, 'not locked' ), false ),
			new UpdateRecord( 'UserLogin', $login->id, [ 'IsPasswordLocked' => false ] ),
		);
	}
}
