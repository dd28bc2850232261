<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Actions;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\SuperOffice\Edition;
use Causeway\Systems\SuperOffice\Place;
use Causeway\Systems\SuperOffice\Requests\GetUser;
use Causeway\Systems\SuperOffice\Requests\User;
use Causeway\Systems\SuperOffice\UserFinder;

/** Finds the one user that an action is about; refuses where that is not clear, or where users cannot be administered from outside. */
final class OneUser {

	/** Faults after which a write may have taken effect all the same. */
	private const UNCERTAIN = [ FaultKind::Unreachable, FaultKind::TimedOut, FaultKind::ServerFault, FaultKind::Malformed ];

	private function __construct( private readonly Conversation $api, public readonly string $associateId ) {}

	/** @throws ConnectorFault */
	public static function of( Conversation $api, Subject $subject, Connection $connection ): self {
		if ( Edition::Online === ( new Place( $connection ) )->edition ) {
			throw new ConnectorFault( FaultKind::Unsupported, 'SuperOffice CRM Online closes user administration to applications: do it in Settings and maintenance.' );
		}
		$email = false !== filter_var( $subject->email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) ? strtolower( $subject->email ) : '';
		$finder = new UserFinder( $api, $subject, $email );
		$rows   = $finder->find();
		$row    = $finder->choose( $rows );
		if ( null === $row ) {
			throw new ConnectorFault( [] === $rows ? FaultKind::NotFound : FaultKind::Rejected, [] === $rows ? 'No user of this person was found.' : 'More than one user belongs to this person: choose the right one in Settings and maintenance.' );
		}
		return new self( $api, $row->associateId );
	}

	/** @throws ConnectorFault */
	public function read(): User {
		return $this->api->ask( new GetUser( $this->associateId ) ) ?? throw new ConnectorFault( FaultKind::NotFound, 'The user is not there any more.' );
	}

	/**
	 * Writes; where the answer got lost, looks whether it took effect.
	 *
	 * @param \Causeway\Connector\ApiRequest<bool> $write
	 * @param \Closure(User): bool                 $isDone
	 * @throws ConnectorFault
	 */
	public function write( \Causeway\Connector\ApiRequest $write, \Closure $isDone ): void {
		try {
			$this->api->ask( $write );
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, self::UNCERTAIN, true ) || ! $isDone( $this->read() ) ) {
				throw $fault;
			}
		}
	}
}
