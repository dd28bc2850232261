<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads one record's entry in the recycle bin; null where it is not in there. Entries stay for 60 days.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/get-recycle-bin-records.html
 *
 * @implements ApiRequest<DeletedContact|null>
 */
final class GetRecycleBinEntry implements ApiRequest {

	public function __construct( private readonly string $id ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/crm/v8/settings/recycle_bin?ids=' . rawurlencode( $this->id ) );
	}

	public function answer( Response $response ): ?DeletedContact {
		if ( 204 === $response->status ) {
			return null;
		}
		foreach ( JsonPath::rows( $response->json(), 'recycle_bin' ) as $row ) {
			if ( JsonPath::text( $row, 'id' ) === $this->id ) {
				return DeletedContact::fromRow( $row );
			}
		}
		return null;
	}
}
