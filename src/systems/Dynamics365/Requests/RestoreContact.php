<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * Puts a deleted contact back. What counts is the next read, not this answer.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/restore-deleted-records
 *
 * @implements ApiRequest<null>
 */
final class RestoreContact implements ApiRequest {

	public function __construct( private readonly string $contactId ) {}

	public function request( string $base ): Request {
		$target = [
			'@odata.type' => 'Microsoft.Dynamics.CRM.contact',
			'contactid'   => $this->contactId,
		];
		return OData::write( 'POST', $base, 'Restore', [ 'Target' => $target ], [], false );
	}

	public function answer( Response $response ): mixed {
		return null;
	}
}
