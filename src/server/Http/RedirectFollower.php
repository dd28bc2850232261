<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;

/**
 * Follows redirects of reading calls by hand, so that every hop passes the guard below it.
 *
 * Credentials stay with the host that they were meant for. Anything but a GET is not followed, nor a GET that does something each time, such as
 * sending a mail: its redirect is the answer.
 */
final class RedirectFollower implements Transport {

	private const HOPS = 3;

	public function __construct( private readonly Transport $inner ) {}

	public function send( Request $request ): Response {
		for ( $hop = 0;; ++$hop ) {
			$response = $this->inner->send( $request );
			$location = $response->headers['location'] ?? '';
			if ( 'GET' !== $request->method || ! $request->idempotent || '' === $location || ! in_array( $response->status, [ 301, 302, 303, 307, 308 ], true ) ) {
				return $response;
			}
			if ( self::HOPS === $hop ) {
				throw new ConnectorFault( FaultKind::Malformed, 'The address redirects in a circle.', status: $response->status );
			}
			$request = $request->withUrl( self::absolute( $location, $request->url ) );
		}
	}

	private static function absolute( string $location, string $from ): string {
		if ( 1 === preg_match( '#^[a-z][a-z0-9+.-]*:#i', $location ) ) {
			return $location;
		}
		$parts  = parse_url( $from );
		$scheme = is_array( $parts ) ? ( $parts['scheme'] ?? 'https' ) : 'https';
		if ( str_starts_with( $location, '//' ) ) {
			return $scheme . ':' . $location;
		}
		$origin = 1 === preg_match( '#^[a-z]+://[^/?\#]+#i', $from, $match ) ? $match[0] : '';
		$path   = is_array( $parts ) ? ( $parts['path'] ?? '/' ) : '/';
		return $origin . ( str_starts_with( $location, '/' ) ? $location : substr( $path, 0, (int) strrpos( $path, '/' ) ) . '/' . $location );
	}
}
