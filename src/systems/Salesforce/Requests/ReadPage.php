<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads a page of an object's records after an id, in the order of ids, deleted ones included.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_queryall.htm
 *
 * @implements ApiRequest<Rows>
 */
final class ReadPage implements ApiRequest {

	/** Rows that Salesforce puts into one answer at most. */
	public const MOST = 2_000;

	/** @param string $soql Without order and limit. */
	public function __construct( private readonly string $soql, private readonly bool $isCounted ) {}

	public function request( string $base ): Request {
		// Without a limit the answer tells how many there are in all.
		return Query::withDeleted( $base, $this->soql . ' ORDER BY Id' . ( $this->isCounted ? '' : ' LIMIT ' . self::MOST ) );
	}

	public function answer( Response $response ): Rows {
		return Query::rows( $response );
	}
}
