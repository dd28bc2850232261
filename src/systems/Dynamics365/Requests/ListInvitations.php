<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\OData;

/**
 * Invitations of a contact, the newest first.
 *
 * Source: https://learn.microsoft.com/power-pages/security/invite-contacts
 *
 * @implements ApiRequest<list<Invitation>>
 */
final class ListInvitations implements ApiRequest {

	public function __construct( private readonly string $contactId ) {}

	public function request( string $base ): Request {
		return OData::get(
			$base,
			'adx_invitations',
			[
				'$select'  => 'adx_expirydate,statecode,createdon,_adx_redeemedcontact_value',
				'$filter'  => '_adx_invitecontact_value eq ' . $this->contactId,
				'$orderby' => 'createdon desc',
				'$top'     => '20',
			]
		);
	}

	public function answer( Response $response ): array {
		return array_map(
			static fn ( array $row ): Invitation => new Invitation(
				OData::unix( JsonPath::text( $row, 'createdon' ) ),
				OData::unix( JsonPath::text( $row, 'adx_expirydate' ) ),
				'' !== Guid::of( JsonPath::text( $row, '_adx_redeemedcontact_value' ) ),
				'1' !== JsonPath::text( $row, 'statecode' ),
			),
			OData::rows( $response )
		);
	}
}
