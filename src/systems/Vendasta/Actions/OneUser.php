<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Actions;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\Vendasta\Place;
use Causeway\Systems\Vendasta\Requests\GetAccess;
use Causeway\Systems\Vendasta\Requests\Relation;
use Causeway\Systems\Vendasta\Requests\User;
use Causeway\Systems\Vendasta\UserFinder;

/** The users that an action is about. */
final class OneUser {

	/** Faults after which a write may have taken effect all the same. */
	private const UNCERTAIN = [ FaultKind::Unreachable, FaultKind::TimedOut, FaultKind::ServerFault, FaultKind::Malformed ];

	/** @param list<User> $bearers Everybody with the person's address. */
	private function __construct(
		public readonly Conversation $api,
		public readonly string $partnerId,
		public readonly string $address,
		public readonly ?User $known,
		public readonly array $bearers,
	) {}

	/** @throws ConnectorFault */
	public static function of( Conversation $api, Subject $subject, Connection $connection ): self {
		$address = false !== filter_var( $subject->email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) ? $subject->email : '';
		$partner = ( new Place( $connection ) )->partnerId();
		$finder  = new UserFinder( $api, $partner, $subject->contactId, $address );
		return new self( $api, $partner, $finder->address, $finder->known(), $finder->bearers() );
	}

	/**
	 * The one user that the person logs in with, at the address that this site knows.
	 *
	 * @throws ConnectorFault Where that is not clear: then a person has to look.
	 */
	public function atAddress(): User {
		$user = UserFinder::choose( $this->known, $this->bearers );
		if ( null === $user ) {
			throw new ConnectorFault( [] === $this->bearers ? FaultKind::NotFound : FaultKind::Rejected, [] === $this->bearers ? 'No user of this person was found.' : 'More than one user has this address: choose the right one in Partner Center.' );
		}
		if ( '' === $this->address || '' === $user->email || $user->email !== $this->address ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The user has another address than this site knows, and the person may have lost that mailbox. Settle the address first.' );
		}
		return $user;
	}

	/**
	 * Businesses that a user may open, asked for when the user's own record shows none.
	 *
	 * @return list<string>
	 * @throws ConnectorFault
	 */
	public function businessesOf( User $user ): array {
		return null === $user->businesses || [] === $user->businesses ? $this->api->ask( new GetAccess( $user->id, Relation::Businesses ) ) : $user->businesses;
	}

	/** @throws ConnectorFault */
	public static function requireWriting( Connection $connection ): void {
		if ( ! $connection->mayWrite ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'This connection may only read. Allow writing in its settings first.', vendorCode: 'causeway-writing-off' );
		}
	}

	/** @throws ConnectorFault */
	public static function moved( string $message ): never {
		throw new ConnectorFault( FaultKind::Rejected, $message, vendorCode: 'causeway-state-moved' );
	}

	public static function isUncertain( ConnectorFault $fault ): bool {
		return in_array( $fault->kind, self::UNCERTAIN, true ) && ! str_starts_with( $fault->vendorCode, 'causeway-' );
	}

	/**
	 * Writes; where the answer got lost, looks whether it took effect.
	 *
	 * @param ApiRequest<mixed> $write
	 * @param \Closure(): bool  $isDone
	 * @throws ConnectorFault
	 */
	public function write( ApiRequest $write, \Closure $isDone ): void {
		try {
			$this->api->ask( $write );
		} catch ( ConnectorFault $fault ) {
			if ( ! self::isUncertain( $fault ) || ! $isDone() ) {
				throw $fault;
			}
		}
	}
}
