<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector\Doubles;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Http\PinningTransport;

/** Sends over the network without WordPress; for tests against the lab only. */
final class CurlTransport implements PinningTransport {

	/** @param float $mostSeconds No call waits longer, whatever it asks for. */
	public function __construct( private readonly float $mostSeconds = 30.0 ) {}

	public function canPin( string $url ): bool {
		return true;
	}

	public function sendPinned( Request $request, array $addresses ): Response {
		return $this->send( $request );
	}

	public function send( Request $request ): Response {
		$lines   = [];
		$headers = [];
		foreach ( array_merge( $request->headers, $request->secretHeaders ) as $name => $value ) {
			$lines[] = $name . ': ' . $value;
		}
		$handle = curl_init( $request->url );
		self::assertHandle( $handle );
		curl_setopt_array(
			$handle,
			[
				CURLOPT_CUSTOMREQUEST  => $request->method,
				CURLOPT_HTTPHEADER     => $lines,
				CURLOPT_RETURNTRANSFER => true,
				CURLOPT_FOLLOWLOCATION => false,
				CURLOPT_PROXY          => '',
				CURLOPT_TIMEOUT_MS     => (int) ( 1_000 * min( $this->mostSeconds, $request->timeoutSeconds ) ),
				CURLOPT_HEADERFUNCTION => static function ( \CurlHandle $handle, string $line ) use ( &$headers ): int {
					$parts = explode( ':', $line, 2 );
					if ( 2 === count( $parts ) ) {
						$headers[ strtolower( $parts[0] ) ] = trim( $parts[1] );
					}
					return strlen( $line );
				},
			] + ( '' === $request->body ? [] : [ CURLOPT_POSTFIELDS => $request->body ] )
		);
		$body   = curl_exec( $handle );
		$number = curl_errno( $handle );
		$status = curl_getinfo( $handle, CURLINFO_RESPONSE_CODE );
		if ( ! is_string( $body ) ) {
			throw CURLE_OPERATION_TIMEDOUT === $number
				? new ConnectorFault( FaultKind::TimedOut, 'No answer came in time.' )
				: new ConnectorFault( FaultKind::Unreachable, 'No connection could be made.' );
		}
		return new Response( (int) $status, $headers, $body );
	}

	/** @phpstan-assert \CurlHandle $handle */
	private static function assertHandle( \CurlHandle|false $handle ): void {
		if ( false === $handle ) {
			throw new \LogicException( 'cURL could not be started.' );
		}
	}
}
