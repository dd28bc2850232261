<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\OData;

/**
 * Deletions that auditing recorded: of one contact, or of rows of all tables around a moment. Empty where auditing is off.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/audit
 *
 * @implements ApiRequest<list<Deletion>>
 */
final class ListDeletions implements ApiRequest {

	/** Operation number of a deletion. */
	private const DELETE = 3;

	/** @param string $condition A filter beside the operation. */
	private function __construct( private readonly string $condition, private readonly int $most ) {}

	public static function of( string $contactId ): self {
		return new self( '_objectid_value eq ' . $contactId, 1 );
	}

	public static function around( int $moment, int $seconds, int $most ): self {
		return new self( 'createdon ge ' . OData::moment( $moment - $seconds ) . ' and createdon le ' . OData::moment( $moment + $seconds ), $most );
	}

	public function request( string $base ): Request {
		return OData::get(
			$base,
			'audits',
			[
				'$select'  => 'createdon,operation,_objectid_value,_userid_value',
				'$filter'  => 'operation eq ' . self::DELETE . ' and ' . $this->condition,
				'$orderby' => 'createdon desc',
				'$top'     => (string) $this->most,
			],
			OData::WITH_NAMES
		);
	}

	public function answer( Response $response ): array {
		return array_map(
			static function ( array $row ): Deletion {
				$table = OData::note( $row, '_objectid_value', 'Microsoft.Dynamics.CRM.lookuplogicalname' );
				return new Deletion( Guid::of( JsonPath::text( $row, '_objectid_value' ) ), OData::unix( JsonPath::text( $row, 'createdon' ) ), OData::nameOf( $row, '_userid_value' ), in_array( $table, [ '', 'contact' ], true ) );
			},
			OData::rows( $response )
		);
	}
}
