<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\OData;
use Causeway\Systems\Dynamics365\Requests\Invitation;
use Causeway\Systems\Dynamics365\Requests\ListInvitations;

/**
 * Whether somebody who has no login was invited, and whether that invitation still opens.
 *
 * @implements Probe<Examination>
 */
final class InvitationProbe implements Probe {

	public const PRODUCES = [ 'invitation.sent', 'invitation.open' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( null === $look->contact || false !== $look->hasLogin ) {
			return $look->write->allUnknown( self::PRODUCES, '' === $look->noLogin ? 'not-tried' : $look->noLogin );
		}
		$invitations = $look->api->ask( new ListInvitations( $look->contact->id ) );
		if ( [] === $invitations ) {
			return [ $look->write->false( 'invitation.sent' ), $look->write->false( 'invitation.open' ) ];
		}
		$open   = array_values( array_filter( $invitations, static fn ( Invitation $invitation ): bool => $invitation->isOpenAt( $look->api->now() ) ) );
		$newest = $open[0] ?? $invitations[0];
		$until  = 0 === $newest->expiresAt ? 'It does not run out.' : ( [] === $open ? 'It ran out on ' : 'It runs out on ' ) . OData::sentence( $newest->expiresAt ) . '.';
		return [
			$look->write->true( 'invitation.sent', 'Made on ' . OData::sentence( $newest->sentAt ) . '.' ),
			$look->write->of( 'invitation.open', [] !== $open, $newest->isRedeemed ? 'It was used already.' : $until ),
		];
	}
}
