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

/** Lets a user that somebody froze log in again. */
final class UnfreezeUser extends UserWrite {

	public const ID = 'unfreeze-user';

	public function id(): string {
		return self::ID;
	}

	protected function planFor( Conversation $api, User $user ): WritePlan {
		$login = $api->ask( new GetLoginState( $user->id ) );
		if ( null === $login ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'The Salesforce user of this connection may not see this: it needs the right “Manage Users”.', vendorCode: 'causeway-not-visible' );
		}
		if ( ! $login->isFrozen ) {
			return WritePlan::nothingToDo( 'The user is not frozen; nothing will be changed.', self::state( $user, 'not frozen' ) );
		}
		return new WritePlan(
			new Change( 'Unfreezes the Salesforce user ' . $user->username . '.', self::state( $user, 'frozen' ), self::state( $user, 'not frozen' ), false ),
			new UpdateRecord( 'UserLogin', $login->id, [ 'IsFrozen' => false ] ),
		);
	}
}
