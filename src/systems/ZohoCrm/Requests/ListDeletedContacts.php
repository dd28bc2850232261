<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lists deleted contacts, newest first: those in the recycle bin (60 days) and those deleted for good (120 days).
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/get-deleted-records.html
 *
 * @implements ApiRequest<DeletedPage>
 */
final class ListDeletedContacts implements ApiRequest {

	/** @param 'all'|'recycle'|'permanent' $type */
	public function __construct( private readonly string $type, private readonly int $page = 1 ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/crm/v8/Contacts/deleted?type=' . $this->type . '&per_page=200&page=' . $this->page );
	}

	public function answer( Response $response ): DeletedPage {
		if ( 204 === $response->status || 304 === $response->status ) {
			return new DeletedPage( [], false );
		}
		$json = $response->json();
		return new DeletedPage( array_map( DeletedContact::fromRow( ... ), JsonPath::rows( $json, 'data' ) ), 'true' === JsonPath::text( $json, 'info', 'more_records' ) );
	}
}
