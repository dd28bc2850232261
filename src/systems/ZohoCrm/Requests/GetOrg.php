<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;

/**
 * Reads the organisation: the cheapest call that proves address, credential and quota at once, and says whose data will be answered.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/get-org-data.html
 *
 * @implements SharedRead<Organisation>
 */
final class GetOrg implements SharedRead {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/crm/v8/org' );
	}

	public function answer( Response $response ): Organisation {
		$row  = JsonPath::rows( $response->json(), 'org' )[0] ?? [];
		$zgid = JsonPath::text( $row, 'zgid' );
		if ( 1 !== preg_match( '/^\d{1,32}$/D', $zgid ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer names no organisation.', status: $response->status );
		}
		return new Organisation( $zgid, Redactor::clip( JsonPath::text( $row, 'company_name' ), 100 ) );
	}
}
