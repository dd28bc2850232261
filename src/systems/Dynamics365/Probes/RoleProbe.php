<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\Requests\ListWebRoles;

/**
 * Whether the contact has a web role. Without one the login works, and the site shows only what strangers see.
 *
 * @implements Probe<Examination>
 */
final class RoleProbe implements Probe {

	public const PRODUCES = [ 'user.has-role' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( null === $look->contact || null === $look->site || '' !== $look->noLogin ) {
			return $look->write->allUnknown( self::PRODUCES, '' === $look->noLogin ? 'not-tried' : $look->noLogin );
		}
		$roles = $look->api->ask( new ListWebRoles( $look->contact->id, $look->site->model ) );
		return [ $look->write->of( 'user.has-role', [] !== $roles, implode( ', ', $roles ) ) ];
	}
}
