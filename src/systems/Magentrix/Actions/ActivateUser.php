<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Portal;
use Causeway\Systems\Magentrix\Requests\PortalUser;
use Causeway\Systems\Magentrix\Requests\UpdateUser;
use Causeway\Systems\Magentrix\UserFinder;

/** Switches a user on who was switched off. Whether they should be is a person's decision: somebody may have switched them off on purpose. */
final class ActivateUser implements Action {

	public const ID = 'activate-user';

	/** Faults after which a write may have taken effect all the same. */
	private const UNCERTAIN = [ FaultKind::Unreachable, FaultKind::TimedOut, FaultKind::ServerFault, FaultKind::Malformed ];

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		return self::change( $this->user( self::portal( ( $this->api )( $connection ), $connection ), $subject ) );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		if ( ! $connection->mayWrite ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'This connection may only read. Allow writing in its settings first.', vendorCode: 'causeway-writing-off' );
		}
		$portal = self::portal( ( $this->api )( $connection ), $connection );
		$user   = $this->user( $portal, $subject );
		if ( Truth::True === $user->isActive() ) {
			return;
		}
		if ( self::change( $user )->fingerprint() !== $change->fingerprint() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The user has changed since the preview. Look again first.', vendorCode: 'causeway-state-moved' );
		}
		try {
			$portal->api->ask( new UpdateUser( $user->id ) );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Rejected === $fault->kind ) {
				throw new ConnectorFault( FaultKind::Rejected, 'Magentrix refused to switch the user on. The most usual reason: no licence of this kind is left.', vendorCode: $fault->vendorCode, status: $fault->status );
			}
			// The answer may have got lost: what counts is whether the user is on.
			if ( ! in_array( $fault->kind, self::UNCERTAIN, true ) || Truth::True !== $portal->user( $user->id )?->isActive() ) {
				throw $fault;
			}
		}
	}

	/** @throws ConnectorFault */
	private function user( Portal $portal, Subject $subject ): PortalUser {
		$email  = false !== filter_var( $subject->email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) ? strtolower( $subject->email ) : '';
		$finder = new UserFinder( $portal, $subject, $email );
		$users  = $finder->find() ?? [];
		if ( [] === $users ) {
			throw new ConnectorFault( FaultKind::NotFound, 'No user of this person was found.' );
		}
		return $finder->choose( $users ) ?? throw new ConnectorFault( FaultKind::Rejected, 'More than one user belongs to this person: choose the right one in Manage Users.' );
	}

	private static function change( PortalUser $user ): Change {
		$isOn  = Truth::True === $user->isActive();
		$label = $user->sentence() . ', user ' . $user->id;
		return new Change(
			$isOn ? 'The user is active already; nothing will be changed.' : 'Switches ' . $label . ' on, which takes one licence.',
			[
				'User'   => $label,
				'Active' => $isOn ? 'yes' : 'no',
			],
			[
				'User'   => $label,
				'Active' => 'yes',
			],
			false, // Nothing here switches anybody off: who wants that does it in Manage Users.
		);
	}

	private static function portal( Conversation $api, Connection $connection ): Portal {
		return new Portal( $api, trim( $connection->fields['contact_field'] ?? '' ) );
	}
}
