<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\FetchXml;
use Causeway\Systems\Dynamics365\OData;

/**
 * A page of the contacts in the recycle bin, five thousand at most.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/page-results
 *
 * @implements ApiRequest<DeletedRows>
 */
final class ReadDeletedContacts implements ApiRequest {

	public const MOST = 5_000;

	/** @param string $cookie As the page before gave it; '' for the first. */
	public function __construct( private readonly int $page = 1, private readonly string $cookie = '', private readonly int $most = self::MOST ) {}

	public function request( string $base ): Request {
		$paging = [
			'count' => (string) $this->most,
			'page'  => (string) $this->page,
		] + ( '' === $this->cookie ? [] : [ 'paging-cookie' => $this->cookie ] );
		return OData::get( $base, 'contacts', [ 'fetchXml' => FetchXml::ofBin( [ 'contactid', 'emailaddress1', 'parentcustomerid', 'modifiedon' ], '', $paging ) ], OData::WITH_NAMES );
	}

	public function answer( Response $response ): DeletedRows {
		$json = $response->json();
		// The cookie comes as an attribute of another one, encoded twice.
		$note   = JsonPath::text( $json, '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie' );
		$cookie = 1 === preg_match( '/ pagingcookie="([^"]*)"/', $note, $found ) ? rawurldecode( rawurldecode( $found[1] ) ) : '';
		$rows   = array_map( static fn ( array $row ): Contact => new Contact( $row ), OData::rows( $response ) );
		return new DeletedRows(
			array_values( array_filter( $rows, static fn ( Contact $contact ): bool => '' !== $contact->id ) ),
			'true' === JsonPath::text( $json, '@Microsoft.Dynamics.CRM.morerecords' ),
			$cookie,
		);
	}
}
