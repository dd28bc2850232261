<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;

/** The site's requests to its own pages, as WordPress's own loopback test makes them. Follows no redirect; several headers of one name are kept, a line each. */
final class OwnTransport implements Transport {

	public function send( Request $request ): Response {
		$answer = wp_remote_request(
			$request->url,
			[
				'method'              => $request->method,
				'headers'             => $request->headers,
				'body'                => $request->body,
				'timeout'             => $request->timeoutSeconds,
				'redirection'         => 0,
				/** WordPress's own filter for requests of a site to itself, whose certificate it may not know. */
				'sslverify'           => (bool) apply_filters( 'https_local_ssl_verify', false ),
				'limit_response_size' => 1_048_576,
			]
		);
		if ( is_wp_error( $answer ) ) {
			throw new ConnectorFault( FaultKind::Unreachable, __( 'No connection could be made.', 'causeway' ) );
		}
		$headers = [];
		foreach ( wp_remote_retrieve_headers( $answer ) as $name => $value ) {
			$headers[ strtolower( (string) $name ) ] = implode( "\n", array_filter( (array) $value, 'is_string' ) );
		}
		return new Response( (int) wp_remote_retrieve_response_code( $answer ), $headers, wp_remote_retrieve_body( $answer ) );
	}
}
