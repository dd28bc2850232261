<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Reads one contact by its id. Null where there is none; versions of the API say that with 204, 404 or 400 INVALID_DATA.
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
 *
 * @implements ApiRequest<Contact|null>
 */
final class GetContact implements ApiRequest {

	public const FIELDS = [ 'Full_Name', 'Email', 'Secondary_Email', 'Account_Name', 'Modified_Time' ];

	/** @param list<string> $fields API names. */
	public function __construct( private readonly string $id, private readonly array $fields = self::FIELDS ) {}

	public static function isId( string $id ): bool {
		return 1 === preg_match( '/^\d{1,32}$/D', $id );
	}

	/** Whether a fault of this call says that the contact is not there. */
	public static function isAbsence( ConnectorFault $fault ): bool {
		return FaultKind::NotFound === $fault->kind || ( FaultKind::Rejected === $fault->kind && 'INVALID_DATA' === $fault->vendorCode );
	}

	public function request( string $base ): Request {
		return new Request( 'GET', $base . '/crm/v8/Contacts/' . rawurlencode( $this->id ) . '?fields=' . rawurlencode( implode( ',', $this->fields ) ) );
	}

	public function answer( Response $response ): ?Contact {
		if ( 204 === $response->status ) {
			return null;
		}
		$row = JsonPath::rows( $response->json(), 'data' )[0] ?? null;
		if ( null === $row || JsonPath::text( $row, 'id' ) !== $this->id ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer holds another record than the one asked for.', status: $response->status );
		}
		return new Contact( $this->id, $row );
	}
}
