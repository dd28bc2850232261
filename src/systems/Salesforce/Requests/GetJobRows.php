<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Dialect;

/**
 * Reads one page of what a job found.
 *
 * Source: https://developer.salesforce.com/docs/platform/api-asynch/guide/query-get-job-results.html
 *
 * @implements ApiRequest<JobPage>
 */
final class GetJobRows implements ApiRequest {

	/** As many as stay below the five megabytes that an answer may have, and people of them within a slice's memory. */
	private const MOST = 25_000;

	/** @param string $locator Of a page that is not the first; '' for that. */
	public function __construct( private readonly string $id, private readonly string $locator ) {}

	public function request( string $base ): Request {
		$locator = '' === $this->locator ? '' : '&locator=' . rawurlencode( $this->locator );
		return new Request( 'GET', $base . Dialect::REST . '/jobs/query/' . rawurlencode( $this->id ) . '/results?maxRecords=' . self::MOST . $locator, [ 'Accept' => 'text/csv' ] );
	}

	public function answer( Response $response ): JobPage {
		$end   = strpos( $response->body, "\n" );
		$head  = false === $end ? $response->body : substr( $response->body, 0, $end );
		$names = array_map( strval( ... ), str_getcsv( rtrim( $head, "\r" ), ',', '"', '' ) );
		if ( ! in_array( 'Id', $names, true ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer is no list of records.', status: $response->status );
		}
		$locator = $response->headers['sforce-locator'] ?? 'null';
		return new JobPage( $names, $response->body, strlen( $head ) + 1, 'null' === $locator ? '' : $locator );
	}
}
