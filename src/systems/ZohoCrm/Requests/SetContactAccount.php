<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Sets the Account of one contact, unless somebody has changed the contact since it was read. Nothing else of it is sent.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/update-records.html
 *
 * @implements ApiRequest<null>
 */
final class SetContactAccount implements ApiRequest {

	/** @param string $readAt The contact's `Modified_Time` as it was read; '' where it is not known. */
	public function __construct( private readonly string $contactId, private readonly string $accountId, private readonly string $readAt ) {}

	public function request( string $base ): Request {
		$guard = '' === $this->readAt ? [] : [ 'If-Unmodified-Since' => $this->readAt ];
		return new Request(
			'PUT',
			$base . '/crm/v8/Contacts/' . rawurlencode( $this->contactId ),
			[ 'Content-Type' => 'application/json' ] + $guard,
			[],
			(string) json_encode( [ 'data' => [ [ 'Account_Name' => [ 'id' => $this->accountId ] ] ] ] ),
			// Each time the organisation's own workflows run as well: whether a lost answer means a written one is found out by reading.
			false,
		);
	}

	public function answer( Response $response ): mixed {
		$row = JsonPath::rows( $response->json(), 'data' )[0] ?? [];
		if ( 'SUCCESS' !== JsonPath::text( $row, 'code' ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'Zoho CRM did not say that the contact was changed.', status: $response->status );
		}
		return null;
	}
}
