<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Lists a partner's users, all or those that filters let through. Deleted ones are never among them.
 *
 * Source: `GET /users` in https://github.com/vendasta/api-gateway-docs/blob/master/openapi/platform/platform.yaml
 *
 * @implements ApiRequest<UserPage>
 */
final class ListUsers implements ApiRequest {

	/** Users a page, at most. */
	public const MOST = 100;

	private const MOST_CURSOR_BYTES = 3_500;

	private function __construct( private readonly string $query ) {}

	/** @param array<string, string> $filters Name → value (`email`, `searchTerm`, `id`, `category`); several values with a comma between. */
	public static function of( string $partnerId, array $filters = [], int $limit = self::MOST ): self {
		$query = [ 'filter[partner.id]' => $partnerId ];
		foreach ( $filters as $name => $value ) {
			$query[ 'filter[' . $name . ']' ] = $value;
		}
		return new self( self::built( $query + [ 'page[limit]' => (string) $limit ] ) );
	}

	/** The page that an earlier one named; null where the text is no such query. */
	public static function at( string $query ): ?self {
		return '' !== $query && self::pageQuery( $query ) === $query ? new self( $query ) : null;
	}

	public function request( string $base ): Request {
		return JsonApi::read( $base . '/users?' . $this->query );
	}

	public function answer( Response $response ): UserPage {
		$users = array_values( array_filter( array_map( User::of( ... ), JsonApi::listOf( $response ) ) ) );
		$json  = $response->json();
		$next  = JsonPath::text( $json, 'links', 'next' );
		$next  = '' === $next ? JsonPath::text( $json, 'links', 'next', 'href' ) : $next;
		return new UserPage( $users, self::pageQuery( (string) parse_url( $next, PHP_URL_QUERY ) ) );
	}

	/** Filters and place of a page, without its host: the credentials go nowhere that an answer names. '' where there is no cursor. */
	private static function pageQuery( string $query ): string {
		$kept = [];
		foreach ( explode( '&', $query ) as $pair ) {
			[ $name, $value ] = array_map( 'urldecode', array_pad( explode( '=', $pair, 2 ), 2, '' ) );
			if ( 1 === preg_match( '/^(filter|page)\[[A-Za-z.]{1,32}\]$/D', $name ) ) {
				$kept[ $name ] = $value;
			}
		}
		$built = self::built( $kept );
		return '' === ( $kept['page[cursor]'] ?? '' ) || strlen( $built ) > self::MOST_CURSOR_BYTES ? '' : $built;
	}

	/** @param array<string, string> $query */
	private static function built( array $query ): string {
		return http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
	}
}
