<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\Dynamics365\OData;

/**
 * Asks how far a privilege of a user reaches: `Global` is everything, `Local` its business unit, '' not at all.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/retrieveuserprivilegebyprivilegename
 *
 * @implements SharedRead<string>
 */
final class GetPrivilege implements SharedRead {

	private const DEPTHS = [ 'Basic', 'Local', 'Deep', 'Global' ];

	/** @param string $privilege `prvReadContact` */
	public function __construct( private readonly string $userId, private readonly string $privilege ) {}

	public function request( string $base ): Request {
		return OData::get( $base, 'systemusers(' . $this->userId . ")/Microsoft.Dynamics.CRM.RetrieveUserPrivilegeByPrivilegeName(PrivilegeName='" . $this->privilege . "')" );
	}

	/** The deepest one: a user may have several roles. */
	public function answer( Response $response ): string {
		$deepest = -1;
		foreach ( JsonPath::rows( $response->json(), 'RolePrivileges' ) as $row ) {
			$depth   = array_search( JsonPath::text( $row, 'Depth' ), self::DEPTHS, true );
			$deepest = max( $deepest, false === $depth ? -1 : $depth );
		}
		return self::DEPTHS[ $deepest ] ?? '';
	}
}
