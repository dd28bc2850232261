<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * Whether the contact has a security stamp, without reading it: the portal writes one with each login that it makes.
 *
 * @implements ApiRequest<bool>
 */
final class CountStamped implements ApiRequest {

	public function __construct( private readonly string $contactId ) {}

	public function request( string $base ): Request {
		return OData::get(
			$base,
			'contacts',
			[
				'$select' => 'contactid',
				'$filter' => 'contactid eq ' . $this->contactId . ' and adx_identity_securitystamp ne null',
			]
		);
	}

	public function answer( Response $response ): bool {
		return [] !== OData::rows( $response );
	}
}
