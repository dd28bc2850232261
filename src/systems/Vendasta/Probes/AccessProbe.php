<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\Vendasta\Examination;
use Causeway\Systems\Vendasta\Requests\GetAccess;
use Causeway\Systems\Vendasta\Requests\Relation;
use Causeway\Systems\Vendasta\Requests\User;

/**
 * What the user may open: businesses, or parts of Partner Center.
 *
 * None at all is asked for once more by a question of its own: a role that may not see permissions can show an empty list as well.
 *
 * @implements Probe<Examination>
 */
final class AccessProbe implements Probe {

	public const PRODUCES = [ 'user.has-location', 'user.at-known-location', 'user.has-role' ];

	/** Answers that say that it cannot be seen, not that it is not there. */
	private const HIDDEN = [ FaultKind::Forbidden, FaultKind::NotFound, FaultKind::Unsupported ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$user = $look->user;
		if ( null === $user ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noUser );
		}
		$businesses = $this->seen( $look, $user, Relation::Businesses, $user->businesses );
		return [
			null === $businesses ? $look->write->unknown( 'user.has-location', 'not-visible' ) : $look->write->of( 'user.has-location', [] !== $businesses, implode( ', ', $businesses ) ),
			$this->knownBusiness( $look, $businesses ),
			$this->role( $look, $user ),
		];
	}

	/** @param list<string>|null $businesses */
	private function knownBusiness( Examination $look, ?array $businesses ): Finding {
		$known = $look->subject->accountId;
		return match ( true ) {
			null === $businesses => $look->write->unknown( 'user.at-known-location', 'not-visible' ),
			! User::isBusinessId( $known ) => $look->write->unknown( 'user.at-known-location', 'not-recorded', 'The business of before is not known on this site.' ),
			default => $look->write->of( 'user.at-known-location', in_array( $known, $businesses, true ), 'Before: ' . $known . '.' ),
		};
	}

	private function role( Examination $look, User $user ): Finding {
		if ( Truth::True !== $look->isTeamMember ) {
			// What customers' users may open in Partner Center keeps nobody out.
			return null === $user->platformAccess
				? $look->write->unknown( 'user.has-role', 'not-readable' )
				: $look->write->of( 'user.has-role', [] !== $user->platformAccess );
		}
		$access = $this->seen( $look, $user, Relation::PlatformAccess, $user->platformAccess );
		return null === $access ? $look->write->unknown( 'user.has-role', 'not-readable' ) : $look->write->of( 'user.has-role', [] !== $access, implode( ', ', $access ) );
	}

	/**
	 * @param list<string>|null $shown In the user's own record.
	 * @return list<string>|null Null where it is hidden.
	 * @throws ConnectorFault
	 */
	private function seen( Examination $look, User $user, Relation $relation, ?array $shown ): ?array {
		if ( null !== $shown && [] !== $shown ) {
			return $shown;
		}
		try {
			return $look->api->ask( new GetAccess( $user->id, $relation ) );
		} catch ( ConnectorFault $fault ) {
			if ( in_array( $fault->kind, self::HIDDEN, true ) ) {
				return null;
			}
			throw $fault;
		}
	}
}
