<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;

/**
 * Lists the fields of the Contacts module that were taken off every layout. Their values are kept and come back with them.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
 *
 * @implements SharedRead<list<Field>>
 */
final class ListUnusedFields implements SharedRead {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/crm/v8/settings/fields?module=Contacts&type=unused' );
	}

	public function answer( Response $response ): array {
		return 204 === $response->status ? [] : array_map( Field::fromRow( ... ), JsonPath::rows( $response->json(), 'fields' ) );
	}
}
