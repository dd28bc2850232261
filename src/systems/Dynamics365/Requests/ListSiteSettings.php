<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\Dynamics365\OData;

/**
 * What the environment's sites say about logging in. Each of the two data models of Power Pages keeps it elsewhere.
 *
 * Source: https://learn.microsoft.com/power-pages/security/authentication/set-authentication-identity
 *
 * @implements SharedRead<array<string, array<string, string>>>
 */
final class ListSiteSettings implements SharedRead {

	private const PREFIX = 'Authentication/Registration/';

	/** @param 'mspp'|'adx' $model */
	public function __construct( private readonly string $model ) {}

	public function request( string $base ): Request {
		return OData::get(
			$base,
			$this->model . '_sitesettings',
			[
				'$select' => $this->model . '_name,' . $this->model . '_value,_' . $this->model . '_websiteid_value',
				'$filter' => 'startswith(' . $this->model . '_name,' . OData::text( self::PREFIX ) . ')',
			]
		);
	}

	/** Setting (`LocalLoginEnabled`) => value in lower case, by site. */
	public function answer( Response $response ): array {
		$sites = [];
		foreach ( OData::rows( $response ) as $row ) {
			$name = JsonPath::text( $row, $this->model . '_name' );
			if ( 0 === stripos( $name, self::PREFIX ) ) {
				$sites[ JsonPath::text( $row, '_' . $this->model . '_websiteid_value' ) ][ substr( $name, strlen( self::PREFIX ) ) ] = strtolower( trim( JsonPath::text( $row, $this->model . '_value' ) ) );
			}
		}
		return $sites;
	}
}
