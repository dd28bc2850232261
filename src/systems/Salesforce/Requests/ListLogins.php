<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Soql;

/**
 * Lists everybody's logins of a span of time, oldest first, in parts. What became of a login cannot be a condition, so that good ones come too.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_loginhistory.htm
 *
 * @implements ApiRequest<LoginsPage>
 */
final class ListLogins implements ApiRequest {

	/**
	 * @param int    $after   Unix seconds, exclusive.
	 * @param int    $until   Unix seconds, inclusive.
	 * @param string $locator Of a part that is not the first; '' for that.
	 */
	public function __construct( private readonly int $after, private readonly int $until, private readonly string $locator = '' ) {}

	public function request( string $base ): Request {
		return '' === $this->locator
			? Query::live( $base, 'SELECT Id, UserId, LoginTime, Status FROM LoginHistory WHERE LoginTime > ' . Soql::time( $this->after ) . ' AND LoginTime <= ' . Soql::time( $this->until ) . ' ORDER BY LoginTime' )
			: Query::next( $base, $this->locator );
	}

	public function answer( Response $response ): LoginsPage {
		$rows = Query::rows( $response );
		return new LoginsPage( array_map( static fn ( array $row ): Login => new Login( $row ), $rows->rows ), $rows->next );
	}
}
