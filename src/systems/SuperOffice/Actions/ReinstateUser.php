<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\SuperOffice\Requests\Reinstate;
use Causeway\Systems\SuperOffice\Requests\User;

/** Takes back that a user was retired. The licences stay away and are given by the next step, so nobody gets in by this alone. */
final class ReinstateUser extends CarefulWrite {

	public const ID = 'reinstate-user';

	public function id(): string {
		return self::ID;
	}

	protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$user = OneUser::of( $api, $subject, $connection )->read();
		if ( ! $user->isDeleted() && ! $user->isPersonRetired() ) {
			return WritePlan::nothingToDo( 'The user is not retired; nothing will be changed.', self::state( $user, 'in use' ) );
		}
		return new WritePlan(
			// Nothing here retires anybody: who wants that does it in SuperOffice.
			new Change( 'Takes back that ' . self::label( $user ) . ' was retired, on the user and on the contact card.', self::state( $user, 'retired' ), self::state( $user, 'in use' ), false ),
			new Reinstate( $user->associateId() ),
		);
	}

	private static function label( User $user ): string {
		return $user->name() . ' (' . $user->userName() . ', user ' . $user->associateId() . ')';
	}

	/** @return array<string, string> */
	private static function state( User $user, string $state ): array {
		return [
			'User'  => self::label( $user ),
			'State' => $state,
		];
	}
}
