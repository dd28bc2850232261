<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\Vendasta\Footprints;
use Causeway\Systems\Vendasta\Requests\CreateUser;
use Causeway\Systems\Vendasta\Requests\ListUsers;
use Causeway\Systems\Vendasta\Requests\User;
use Causeway\Systems\Vendasta\UserFinder;

/**
 * Makes a user at the address that this site knows, like the one whose mailbox is lost, for the same businesses. The old one stays as it is.
 *
 * A new user may be found by its address only after a while, so one that was made is noted: done twice, one user is made.
 */
final class MoveToNewAddress implements Action {

	public const ID = 'move-to-new-address';

	private const FACT = 'newUsers';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		$api = ( $this->api )( $connection );
		$one = OneUser::of( $api, $subject, $connection );
		if ( null !== ( new Footprints( $api, self::FACT ) )->of( $one->address ) ) {
			OneUser::moved( 'This site has lately made a user with this address, or tried to. Wait until the list of users shows it, at most an hour.' );
		}
		return self::change( $one );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		OneUser::requireWriting( $connection );
		$api    = ( $this->api )( $connection );
		$one    = OneUser::of( $api, $subject, $connection );
		$prints = new Footprints( $api, self::FACT );
		$made   = $prints->of( $one->address );
		if ( [] !== $one->bearers || true === $made?->isCertain ) {
			return;
		}
		if ( null !== $made || self::change( $one )->fingerprint() !== $change->fingerprint() ) {
			OneUser::moved( 'The user has changed since the preview, or a new one may have been made already. Look again first.' );
		}
		$old = $one->known;
		if ( null === $old ) {
			throw new \LogicException( 'There is no change without a known user.' );
		}
		$prints->leave( $one->address, false );
		try {
			$isDone = static fn (): bool => [] !== ( new UserFinder( $api, $one->partnerId, '', $one->address ) )->bearers();
			$one->write( new CreateUser( $one->partnerId, $one->address, $old, $one->businessesOf( $old ) ), $isDone );
		} catch ( ConnectorFault $fault ) {
			if ( ! OneUser::isUncertain( $fault ) ) {
				$prints->lift( $one->address );
			}
			throw $fault;
		}
		$prints->leave( $one->address, true );
	}

	/** @throws ConnectorFault Where it is not the case that this is for. */
	private static function change( OneUser $one ): Change {
		$old = $one->known;
		$why = match ( true ) {
			null === $old => 'This site does not know the user of before, so there is nobody to copy from.',
			'' === $one->address => 'This site knows no address of the person.',
			[] !== $one->bearers => 'A user with this address is there already.',
			'' === $old->email => 'The address of the user of before is hidden from this connection.',
			default => '',
		};
		if ( '' !== $why || null === $old ) {
			throw new ConnectorFault( FaultKind::Rejected, $why );
		}
		$team = [
			'id'       => $old->id,
			'category' => 'partner',
		];
		if ( [] !== $one->api->ask( ListUsers::of( $one->partnerId, $team, 1 ) )->users ) {
			throw new ConnectorFault( FaultKind::Rejected, 'A team member’s role cannot be copied from here: invite the person anew in Partner Center, under My Team.' );
		}
		$businesses = $one->businessesOf( $old );
		if ( [] === $businesses ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The user of before belongs to no business, so a new one would see nothing.' );
		}
		sort( $businesses );
		return new Change(
			'Makes a user for ' . $old->name . ' at ' . $one->address . ' with the businesses of ' . $old->label() . '. The old user stays, and no mail is sent by this.',
			[
				'User of before' => $old->label(),
				'New user'       => 'none',
			],
			[
				'User of before' => $old->label(),
				'New user'       => $one->address,
				'Businesses'     => implode( ', ', $businesses ),
			],
			false, // Nothing here deletes a user: who wants that does it in Partner Center.
		);
	}
}
