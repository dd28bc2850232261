<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\Requests\GetLoginState;
use Causeway\Systems\Salesforce\Requests\User;

/**
 * Whether the user is frozen or locked out, and whether its address is the contact's.
 *
 * @implements Probe<Examination>
 */
final class UserStateProbe implements Probe {

	public const PRODUCES = [ 'user.frozen', 'user.locked', 'user.email-matches' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$user = $look->user;
		if ( null === $user ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noUser );
		}
		return [ ...$this->blocks( $look, $user ), $this->address( $look, $user ) ];
	}

	/** @return list<Finding> */
	private function blocks( Examination $look, User $user ): array {
		try {
			$state = $look->api->ask( new GetLoginState( $user->id ) );
		} catch ( ConnectorFault $fault ) {
			// The right Manage Users is missing; what the address tells is told all the same.
			if ( FaultKind::Forbidden !== $fault->kind ) {
				throw $fault;
			}
			return $look->write->allUnknown( [ 'user.frozen', 'user.locked' ], $fault->reason(), $fault->getMessage() );
		}
		return null === $state
			? $look->write->allUnknown( [ 'user.frozen', 'user.locked' ], 'not-visible', 'It takes the right “Manage Users”.' )
			: [ $look->write->of( 'user.frozen', $state->isFrozen, $user->sentence() . '.' ), $look->write->of( 'user.locked', $state->isPasswordLocked, $user->sentence() . '.' ) ];
	}

	private function address( Examination $look, User $user ): Finding {
		$contact = $look->contact;
		return match ( true ) {
			null === $contact => $look->write->unknown( 'user.email-matches', $look->noContact ),
			! $contact->has( 'Email' ) => $look->write->unknown( 'user.email-matches', 'field-hidden' ),
			default => $look->write->of( 'user.email-matches', $contact->hasAddress( $user->email ), 'User ' . $user->email . ', contact ' . ( '' === $contact->text( 'Email' ) ? 'none' : $contact->text( 'Email' ) ) . '.' ),
		};
	}
}
