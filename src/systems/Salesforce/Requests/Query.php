<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Dialect;
use Causeway\Systems\Salesforce\SalesforceTime;

/**
 * Runs a query, or fetches the next part of one. How a question's rows are read is said by the classes that ask it.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 */
final class Query {

	/** Live records only. */
	public static function live( string $base, string $soql ): Request {
		return new Request( 'GET', $base . Dialect::REST . '/query?q=' . rawurlencode( $soql ) );
	}

	/** Live ones and those in the recycle bin, which keep their values there. */
	public static function withDeleted( string $base, string $soql ): Request {
		return new Request( 'GET', $base . Dialect::REST . '/queryAll?q=' . rawurlencode( $soql ) );
	}

	/** @param string $locator As {@see Rows::$next} has it. */
	public static function next( string $base, string $locator ): Request {
		return new Request( 'GET', $base . Dialect::REST . '/query/' . rawurlencode( $locator ) );
	}

	/** @throws ConnectorFault Malformed */
	public static function rows( Response $response ): Rows {
		$json = $response->json();
		if ( ! JsonPath::has( $json, 'records' ) || ! is_array( $json['records'] ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds no records.', status: $response->status );
		}
		$next = JsonPath::text( $json, 'nextRecordsUrl' );
		return new Rows(
			JsonPath::rows( $json, 'records' ),
			(int) JsonPath::text( $json, 'totalSize' ),
			1 === preg_match( '/\/query\/([A-Za-z0-9-]{1,100})$/D', $next, $found ) ? $found[1] : '',
			SalesforceTime::ofHeader( $response->headers['date'] ?? '' ),
		);
	}
}
