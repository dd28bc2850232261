<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\Dynamics365\OData;

/**
 * Whether the environment keeps deleted contacts, which it does only where an administrator switched that on.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/restore-deleted-records
 *
 * @implements SharedRead<bool>
 */
final class GetRecycleBin implements SharedRead {

	private const FETCH = '<fetch><entity name="recyclebinconfig"><filter><condition attribute="statecode" operator="eq" value="0"/><condition attribute="isreadyforrecyclebin" operator="eq" value="1"/></filter>'
		. '<link-entity name="entity" from="entityid" to="extensionofrecordid" link-type="inner" alias="kept"><attribute name="logicalname"/></link-entity></entity></fetch>';

	public function request( string $base ): Request {
		return OData::get( $base, 'recyclebinconfigs', [ 'fetchXml' => self::FETCH ] );
	}

	public function answer( Response $response ): bool {
		foreach ( OData::rows( $response ) as $row ) {
			if ( 'contact' === JsonPath::text( $row, 'kept.logicalname' ) ) {
				return true;
			}
		}
		return false;
	}
}
