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
 * Puts contacts back from the recycle bin. Large ones are only scheduled (202), so that success means "accepted".
 *
 * Source: https://www.zoho.com/crm/developer/docs/api/v8/restore-recycle-bin-records.html
 *
 * @implements ApiRequest<null>
 */
final class RestoreContacts implements ApiRequest {

	/** @param non-empty-list<string> $ids At most 200. */
	public function __construct( private readonly array $ids ) {}

	public function request( string $base ): Request {
		return new Request(
			'POST',
			$base . '/crm/v8/settings/recycle_bin/actions/restore',
			[ 'Content-Type' => 'application/json' ],
			[],
			(string) json_encode( [ 'ids' => $this->ids ] ),
			// Whether a lost answer means a restored contact is found out by reading, never by sending again.
			false,
		);
	}

	public function answer( Response $response ): mixed {
		foreach ( JsonPath::rows( $response->json(), 'recycle_bin' ) as $row ) {
			$word = JsonPath::text( $row, 'code' );
			if ( 'SUCCESS' !== $word && 'SCHEDULED' !== $word ) {
				throw new ConnectorFault( FaultKind::Rejected, 'Zoho CRM did not restore the contact.', vendorCode: substr( (string) preg_replace( '/[^A-Z_]/', '', $word ), 0, 64 ), status: $response->status );
			}
		}
		return null;
	}
}
