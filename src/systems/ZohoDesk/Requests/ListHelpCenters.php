<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;

/**
 * Lists the organisation's Help Centers.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Helpcenter.json)
 *
 * @implements SharedRead<list<HelpCenter>>
 */
final class ListHelpCenters implements SharedRead {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/api/v1/helpCenters?from=1&limit=50' );
	}

	public function answer( Response $response ): array {
		if ( 204 === $response->status ) {
			return [];
		}
		return array_values( array_filter( array_map( HelpCenter::fromRow( ... ), JsonPath::rows( FindContacts::withData( $response ), 'data' ) ) ) );
	}
}
