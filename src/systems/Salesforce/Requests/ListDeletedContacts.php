<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Dialect;
use Causeway\Systems\Salesforce\SalesforceId;
use Causeway\Systems\Salesforce\SalesforceTime;
use Causeway\Systems\Salesforce\Soql;

/**
 * Lists contacts deleted in a span of time, those merged away and purged included: Unix seconds by id. Salesforce looks back fifteen days.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getdeleted.htm
 *
 * @implements ApiRequest<array<string, int>>
 */
final class ListDeletedContacts implements ApiRequest {

	/** A little less than fifteen days, for clocks that differ. */
	public const LOOKS_BACK_SECONDS = 15 * 86_400 - 600;

	/**
	 * @param int $from  Unix seconds.
	 * @param int $until Unix seconds.
	 */
	public function __construct( private readonly int $from, private readonly int $until ) {}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Dialect::REST . '/sobjects/Contact/deleted?start=' . rawurlencode( Soql::time( $this->from ) ) . '&end=' . rawurlencode( Soql::time( $this->until ) ) );
	}

	public function answer( Response $response ): array {
		$json = $response->json();
		if ( ! JsonPath::has( $json, 'deletedRecords' ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer lists no deletions.', status: $response->status );
		}
		$deletions = [];
		foreach ( JsonPath::rows( $json, 'deletedRecords' ) as $row ) {
			$deletions[ SalesforceId::of( SalesforceId::CONTACT, JsonPath::text( $row, 'id' ) ) ] = SalesforceTime::of( JsonPath::text( $row, 'deletedDate' ) );
		}
		unset( $deletions[''] );
		return $deletions;
	}
}
