<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\OData;

/**
 * A page of all contacts, five thousand at most, or of what has changed and was deleted since a mark.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/use-change-tracking-synchronize-data-external-systems
 *
 * @implements ApiRequest<ContactRows>
 */
final class ReadContacts implements ApiRequest {

	private const MOST = 5_000;

	private const PATH = '/api/data/v9.2/';

	private function __construct( private readonly string $address, private readonly bool $tracks, private readonly int $most = self::MOST ) {}

	/** @param list<string> $columns */
	public static function all( array $columns, bool $tracks ): self {
		return new self( 'contacts?$select=' . implode( ',', $columns ), $tracks );
	}

	/** Whether changes are tracked and this connection may see everybody's, by a single row. */
	public static function one(): self {
		return new self( 'contacts?$select=contactid', true, 1 );
	}

	/** @param string $address As an earlier page gave it. */
	public static function at( string $address, bool $tracks ): self {
		return new self( $address, $tracks );
	}

	public function request( string $base ): Request {
		$prefer = [ 'odata.maxpagesize=' . $this->most, 'odata.include-annotations="Microsoft.Dynamics.CRM.lookuplogicalname"' ];
		return OData::get( $base, $this->address, [], implode( ',', $this->tracks ? [ 'odata.track-changes', ...$prefer ] : $prefer ) );
	}

	public function answer( Response $response ): ContactRows {
		$json = $response->json();
		return new ContactRows( OData::rows( $response ), self::address( JsonPath::text( $json, '@odata.nextLink' ), $response ), self::address( JsonPath::text( $json, '@odata.deltaLink' ), $response ) );
	}

	/** What stands behind the API's address; the rest is our own to choose, so that no answer sends the credentials elsewhere. */
	private static function address( string $link, Response $response ): string {
		if ( '' === $link ) {
			return '';
		}
		$cut = strpos( $link, self::PATH );
		if ( false === $cut || 1 !== preg_match( '/^[\x21-\x7E]+$/D', $link ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The address of the next page is none of the Web API.', status: $response->status );
		}
		return substr( $link, $cut + strlen( self::PATH ) );
	}
}
