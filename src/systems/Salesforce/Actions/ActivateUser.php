<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Actions;

use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\ReversibleWrite;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Salesforce\Requests\UpdateRecord;
use Causeway\Systems\Salesforce\Requests\User;

/** Switches a user of the portal on again. Taken back, the user is inactive as before, and the licence is free again. */
final class ActivateUser extends ReversibleWrite {

	use OneUser;

	public const ID = 'activate-user';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$user = self::user( $api, $subject );
		if ( $user->isActive() ) {
			return WritePlan::nothingToDo( 'The user is active already; nothing will be changed.', self::state( $user, 'active' ) );
		}
		return new WritePlan(
			new Change( 'Activates the Salesforce user ' . $user->username . ', which takes one licence (' . $user->licence . ').', self::state( $user, 'inactive' ), self::state( $user, 'active' ), true ),
			self::setting( $user, true ),
		);
	}

	protected function inverse( Conversation $api, Subject $subject, Connection $connection, Change $done ): WritePlan {
		$user = self::user( $api, $subject );
		if ( $user->id !== ( $done->after['Id'] ?? '' ) || 'inactive' !== ( $done->before['State'] ?? '' ) ) {
			throw self::movedOn( 'The person has another Salesforce user now than the one that was activated. Look at both in Salesforce.' );
		}
		if ( ! $user->isActive() ) {
			return WritePlan::nothingToDo( 'The user is inactive already; nothing will be changed.', self::state( $user, 'inactive' ) );
		}
		return new WritePlan(
			new Change( 'Makes the Salesforce user ' . $user->username . ' inactive again, as before. The person cannot log in then.', self::state( $user, 'active' ), self::state( $user, 'inactive' ), true ),
			self::setting( $user, false ),
		);
	}

	private static function setting( User $user, bool $isActive ): UpdateRecord {
		return new UpdateRecord( 'User', $user->id, [ 'IsActive' => $isActive ] );
	}
}
