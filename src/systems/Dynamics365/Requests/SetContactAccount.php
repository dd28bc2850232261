<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * Sets the Account of a contact. `If-Match` keeps the call from creating a contact where there is none.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/associate-disassociate-entities-using-web-api
 *
 * @implements ApiRequest<null>
 */
final class SetContactAccount implements ApiRequest {

	public function __construct( private readonly string $contactId, private readonly string $accountId ) {}

	public function request( string $base ): Request {
		$body = [ 'parentcustomerid_account@odata.bind' => '/accounts(' . $this->accountId . ')' ];
		return OData::write( 'PATCH', $base, 'contacts(' . $this->contactId . ')', $body, [ 'If-Match' => '*' ], true );
	}

	public function answer( Response $response ): mixed {
		return null;
	}
}
