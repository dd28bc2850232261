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
use Causeway\Systems\ZohoDesk\Requests\ReactivateUser;
use Causeway\Systems\ZohoDesk\Requests\User;

/** Makes a deactivated user of the Help Center active again. Somebody may have deactivated it on purpose, so a person decides. */
final class ActivateUser implements Action {

	public const ID = 'activate-user';

	private const OFF = 'deactivated';

	private const ON = 'active';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		return self::change( self::user( new OnePerson( ( $this->api )( $connection ), $subject, $connection ) ) );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		OnePerson::mayBeWrittenTo( $connection );
		$person = new OnePerson( ( $this->api )( $connection ), $subject, $connection );
		$user   = self::user( $person );
		$now    = self::change( $user );
		if ( self::ON === $now->before['State'] ) {
			return;
		}
		if ( $now->fingerprint() !== $change->fingerprint() ) {
			throw OnePerson::moved();
		}
		$person->write( new ReactivateUser( $user->id ), static fn (): bool => User::ACTIVE === self::user( $person )->status );
	}

	/** @throws ConnectorFault */
	private static function user( OnePerson $person ): User {
		$user = $person->login( $person->contact() )->user;
		return match ( $user?->status ) {
			User::ACTIVE, User::DISABLED => $user,
			User::DELETED => throw new ConnectorFault( FaultKind::Rejected, 'The user was deleted, so there is nothing to activate. Invite the contact again.', vendorCode: 'causeway-user-deleted' ),
			null => throw new ConnectorFault( FaultKind::NotFound, 'The person has no user in the Help Center.', vendorCode: 'causeway-no-user' ),
			default => throw new ConnectorFault( FaultKind::Rejected, 'The user is in a state that Causeway does not know. Look at it in Zoho Desk.', vendorCode: 'causeway-not-readable' ),
		};
	}

	private static function change( User $user ): Change {
		$state = User::DISABLED === $user->status ? self::OFF : self::ON;
		return new Change(
			self::OFF === $state ? 'Lets ' . $user->label() . ' log in to the Help Center again.' : 'The user is active; nothing will be changed.',
			[
				'User'  => $user->label(),
				'State' => $state,
			],
			[
				'User'  => $user->label(),
				'State' => self::ON,
			],
			false, // Nothing here deactivates anybody: who wants that does it in Zoho Desk.
		);
	}
}
