<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\SuperOffice\Requests\Reinstate;
use Causeway\Systems\SuperOffice\Requests\User;

/** Takes back that a user was retired. The licences stay away and are given by the next step, so nobody gets in by this alone. */
final class ReinstateUser implements Action {

	public const ID = 'reinstate-user';

	private const RETIRED = 'retired';

	private const IN_USE = 'in use';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		return self::change( OneUser::of( ( $this->api )( $connection ), $subject, $connection )->read() );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		if ( ! $connection->mayWrite ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'This connection may only read. Allow writing in its settings first.', vendorCode: 'causeway-writing-off' );
		}
		$one = OneUser::of( ( $this->api )( $connection ), $subject, $connection );
		$now = self::change( $one->read() );
		if ( self::IN_USE === $now->before['State'] ) {
			return;
		}
		if ( $now->fingerprint() !== $change->fingerprint() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The user has changed since the preview. Look again first.', vendorCode: 'causeway-state-moved' );
		}
		$one->write( new Reinstate( $one->associateId ), static fn ( User $user ): bool => ! self::isRetired( $user ) );
	}

	private static function change( User $user ): Change {
		$label = $user->name() . ' (' . $user->userName() . ', user ' . $user->associateId() . ')';
		return new Change(
			self::isRetired( $user ) ? 'Takes back that ' . $label . ' was retired, on the user and on the contact card.' : 'The user is not retired; nothing will be changed.',
			[
				'User'  => $label,
				'State' => self::isRetired( $user ) ? self::RETIRED : self::IN_USE,
			],
			[
				'User'  => $label,
				'State' => self::IN_USE,
			],
			false, // Nothing here retires anybody: who wants that does it in SuperOffice.
		);
	}

	private static function isRetired( User $user ): bool {
		return $user->isDeleted() || $user->isPersonRetired();
	}
}
