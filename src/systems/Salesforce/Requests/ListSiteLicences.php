<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\Salesforce\Soql;

/**
 * Lists the kinds of licences with which customers and partners log in.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userlicense.htm
 *
 * @implements SharedRead<list<Licence>>
 */
final class ListSiteLicences implements SharedRead {

	/** @param string $name Of one kind; '' for all that sites use. */
	public function __construct( private readonly string $name = '' ) {}

	public function request( string $base ): Request {
		$where = '' === $this->name
			? "Name LIKE '%Community%' OR Name LIKE '%Portal%' OR Name LIKE 'External Apps%'"
			: 'Name = ' . Soql::text( $this->name );
		return Query::live( $base, 'SELECT Id, Name, TotalLicenses, UsedLicenses FROM UserLicense WHERE ' . $where );
	}

	public function answer( Response $response ): array {
		$licences = [];
		foreach ( Query::rows( $response )->rows as $row ) {
			$total = (int) JsonPath::text( $row, 'TotalLicenses' );
			if ( $total > 0 ) {
				$licences[] = new Licence( Redactor::clip( JsonPath::text( $row, 'Name' ), 100 ), $total, (int) JsonPath::text( $row, 'UsedLicenses' ) );
			}
		}
		return $licences;
	}
}
