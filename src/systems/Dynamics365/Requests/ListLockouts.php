<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * Logins that were locked at a moment or later, the contact that was changed first at the beginning.
 *
 * Source: https://learn.microsoft.com/power-pages/security/configure-portal-contacts
 *
 * @implements ApiRequest<list<Lockout>>
 */
final class ListLockouts implements ApiRequest {

	public const MOST = 500;

	/** @param int $since Unix seconds. */
	public function __construct( private readonly int $since ) {}

	public function request( string $base ): Request {
		$since = OData::moment( $this->since );
		return OData::get(
			$base,
			'contacts',
			[
				'$select'  => 'contactid,emailaddress1,modifiedon,adx_identity_lockoutenddate',
				'$filter'  => 'modifiedon ge ' . $since . ' and adx_identity_lockoutenddate gt ' . $since,
				'$orderby' => 'modifiedon asc',
				'$top'     => (string) self::MOST,
			]
		);
	}

	public function answer( Response $response ): array {
		return array_map(
			static function ( array $row ): Lockout {
				$contact = new Contact( $row );
				return new Lockout( $contact->id, $contact->email(), $contact->text( 'adx_identity_lockoutenddate' ), OData::unix( $contact->text( 'modifiedon' ) ) );
			},
			OData::rows( $response )
		);
	}
}
