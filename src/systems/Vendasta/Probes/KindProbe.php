<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Truth;
use Causeway\Systems\Vendasta\Examination;
use Causeway\Systems\Vendasta\Requests\ListUsers;

/**
 * Whether the user is one of the partner's team or a customer's: no user says so, but the list can be asked for one kind.
 *
 * @implements Probe<Examination>
 */
final class KindProbe implements Probe {

	public const PRODUCES = [ 'user.team-member' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( null === $look->user ) {
			$look->noKind = $look->noUser;
			return [ $look->write->unknown( 'user.team-member', $look->noUser ) ];
		}
		$filters = [
			'id'       => $look->user->id,
			'category' => 'partner',
		];
		$look->isTeamMember = Truth::of( [] !== $look->api->ask( ListUsers::of( $look->place->partnerId(), $filters, 1 ) )->users );
		$look->noKind       = '';
		return [ $look->write->of( 'user.team-member', Truth::True === $look->isTeamMember ) ];
	}
}
