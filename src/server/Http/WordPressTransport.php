<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Sends through WordPress's HTTP API, so that the site's proxy and filters apply. Follows no redirect, checks certificates, logs nothing.
 *
 * The only caller of `wp_remote_*`.
 */
final class WordPressTransport implements PinningTransport {

	private const CONNECT_MILLISECONDS = 2_000;
	private const BODY_LIMIT_BYTES     = 5_242_880;

	public function __construct( private readonly string $userAgent ) {}

	public function canPin( string $url ): bool {
		if ( ! class_exists( \WpOrg\Requests\Transport\Curl::class ) || ! \WpOrg\Requests\Transport\Curl::test( [ 'ssl' => true ] ) ) {
			return false;
		}
		$proxy = new \WP_HTTP_Proxy();
		return ! $proxy->is_enabled() || ! $proxy->send_through_proxy( $url );
	}

	public function send( Request $request ): Response {
		return $this->exchange( $request, [] );
	}

	public function sendPinned( Request $request, array $addresses ): Response {
		return $this->exchange( $request, $addresses );
	}

	/** @param list<string> $addresses */
	private function exchange( Request $request, array $addresses ): Response {
		$prepare = static function ( mixed $handle ) use ( $request, $addresses ): void {
			if ( ! $handle instanceof \CurlHandle ) {
				return;
			}
			curl_setopt( $handle, CURLOPT_CONNECTTIMEOUT_MS, self::CONNECT_MILLISECONDS );
			curl_setopt( $handle, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS );
			if ( [] !== $addresses ) {
				$parts = (array) wp_parse_url( $request->url );
				$port  = is_int( $parts['port'] ?? null ) ? $parts['port'] : ( 'http' === ( $parts['scheme'] ?? '' ) ? 80 : 443 );
				$host  = is_string( $parts['host'] ?? null ) ? $parts['host'] : '';
				curl_setopt( $handle, CURLOPT_RESOLVE, [ $host . ':' . $port . ':' . implode( ',', $addresses ) ] );
			}
		};
		add_action( 'http_api_curl', $prepare, PHP_INT_MAX );
		try {
			$answer = wp_remote_request(
				$request->url,
				[
					'method'              => $request->method,
					'headers'             => array_merge( $request->headers, $request->secretHeaders ),
					'body'                => $request->body,
					'timeout'             => $request->timeoutSeconds,
					'redirection'         => 0,
					'sslverify'           => true,
					'user-agent'          => $this->userAgent,
					'limit_response_size' => self::BODY_LIMIT_BYTES,
					'cookies'             => [],
				]
			);
		} finally {
			remove_action( 'http_api_curl', $prepare, PHP_INT_MAX );
		}
		if ( is_wp_error( $answer ) ) {
			throw self::fault( $answer->get_error_message() );
		}
		$body = wp_remote_retrieve_body( $answer );
		if ( strlen( $body ) >= self::BODY_LIMIT_BYTES ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer was larger than five megabytes.', vendorCode: 'causeway-answer-too-large' );
		}
		return new Response( (int) wp_remote_retrieve_response_code( $answer ), self::headers( wp_remote_retrieve_headers( $answer ) ), $body );
	}

	/** WordPress folds every transport error into one code, so only cURL's own number tells a time-out from the rest. */
	private static function fault( string $message ): ConnectorFault {
		return 1 === preg_match( '/cURL error 28\b|timed? ?out/i', $message )
			? new ConnectorFault( FaultKind::TimedOut, 'No answer came in time.' )
			: new ConnectorFault( FaultKind::Unreachable, match ( true ) {
				1 === preg_match( '/cURL error 6\b|resolve host/i', $message ) => 'The host name could not be found.',
				1 === preg_match( '/cURL error (35|51|58|60|77)\b|certificate/i', $message ) => 'No secure connection could be made; the certificate was not accepted.',
				default => 'No connection could be made.',
			} );
	}

	/**
	 * @param iterable<mixed, mixed> $headers
	 * @return array<string, string>
	 */
	private static function headers( iterable $headers ): array {
		$lower = [];
		foreach ( $headers as $name => $value ) {
			$value                                = is_array( $value ) ? end( $value ) : $value;
			$lower[ strtolower( is_string( $name ) ? $name : '' ) ] = is_scalar( $value ) ? (string) $value : '';
		}
		return $lower;
	}
}
