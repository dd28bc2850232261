<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\Dynamics365\OData;

/**
 * The columns of the contact table by their logical names, which are compared exactly.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query-metadata-web-api
 *
 * @implements SharedRead<array<string, Column>>
 */
final class ListColumns implements SharedRead {

	public function request( string $base ): Request {
		return OData::get( $base, "EntityDefinitions(LogicalName='contact')/Attributes", [ '$select' => 'LogicalName,DisplayName,IsSecured,IsValidForRead' ] );
	}

	public function answer( Response $response ): array {
		$columns = [];
		foreach ( OData::rows( $response ) as $row ) {
			$name = JsonPath::text( $row, 'LogicalName' );
			if ( 'false' !== JsonPath::text( $row, 'IsValidForRead' ) && '' !== $name ) {
				$label            = JsonPath::text( $row, 'DisplayName', 'UserLocalizedLabel', 'Label' );
				$columns[ $name ] = new Column( $name, '' === $label ? $name : $label, 'true' === JsonPath::text( $row, 'IsSecured' ) );
			}
		}
		if ( ! isset( $columns['contactid'] ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer does not describe the contact table.', status: $response->status );
		}
		return $columns;
	}
}
