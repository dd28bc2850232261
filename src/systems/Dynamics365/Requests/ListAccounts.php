<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * One Account, whichever: whether Accounts may be read.
 *
 * @implements ApiRequest<int>
 */
final class ListAccounts implements ApiRequest {

	public function request( string $base ): Request {
		return OData::get(
			$base,
			'accounts',
			[
				'$select' => 'accountid',
				'$top'    => '1',
			]
		);
	}

	public function answer( Response $response ): int {
		return count( OData::rows( $response ) );
	}
}
