<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use PHPUnit\Framework\Assert;

/** One simulated system as a test sees it: what the lab says of it, and its control address. */
final class Lab {

	/** @param array<mixed> $told What the lab's line says of the system. */
	private function __construct( private readonly array $told, private readonly CurlTransport $network ) {}

	/** Fails the test where the lab is not running. */
	public static function of( string $system ): self {
		$line = getenv( 'CAUSEWAY_LAB' );
		if ( false === $line || '' === $line ) {
			Assert::fail( 'The lab is not running: start it with `npm run lab -- --json` and put the line that it prints into CAUSEWAY_LAB, or run the suite by `npm test`.' );
		}
		$told = json_decode( $line, true );
		$own  = is_array( $told ) ? $told[ $system ] ?? null : null;
		Assert::assertIsArray( $own, "The lab's line does not tell of {$system}." );
		return new self( $own, new CurlTransport() );
	}

	/** A value of the lab's line (`base`; `credentials`, `clientId`); '' where it says none. */
	public function text( string ...$path ): string {
		return JsonPath::text( $this->told, ...$path );
	}

	/** Puts scenario, faults and call log back to the start. */
	public function reset(): void {
		$this->control( 'POST', '/state', [] );
		$this->control( 'DELETE', '/faults' );
		$this->control( 'DELETE', '/calls' );
	}

	/** @param array<string, mixed> ...$orders What somebody does in the vendor's own screens, or parts of the state with `merge`. */
	public function play( array ...$orders ): void {
		foreach ( $orders as $order ) {
			$this->control( 'POST', '/state', $order );
		}
	}

	/** @param array<string, mixed> ...$rules */
	public function fault( array ...$rules ): void {
		foreach ( $rules as $rule ) {
			$this->control( 'POST', '/faults', $rule );
		}
	}

	public function clearFaults(): void {
		$this->control( 'DELETE', '/faults' );
	}

	/** @return array<mixed> */
	public function state(): array {
		return $this->control( 'GET', '/state' );
	}

	/** @return list<array<mixed>> */
	public function calls(): array {
		return JsonPath::rows( [ 'calls' => $this->control( 'GET', '/calls' ) ], 'calls' );
	}

	/** @return list<string> `POST /path` of every call that changed a record. */
	public function writes(): array {
		$writes = array_filter( $this->calls(), static fn ( array $call ): bool => 'write' === JsonPath::text( $call, 'kind' ) );
		return array_values( array_map( static fn ( array $call ): string => JsonPath::text( $call, 'method' ) . ' ' . JsonPath::text( $call, 'path' ), $writes ) );
	}

	/**
	 * @param 'GET'|'POST'|'DELETE'     $method
	 * @param array<string, mixed>|null $body
	 * @return array<mixed>
	 */
	private function control( string $method, string $path, ?array $body = null ): array {
		$sent   = null === $body ? '' : ( [] === $body ? '{}' : (string) json_encode( $body ) );
		$answer = $this->network->send( new Request( $method, $this->text( 'control' ) . $path, [], [], $sent ) );
		Assert::assertSame( 200, $answer->status, $method . ' ' . $path . ': ' . $answer->body );
		return $answer->json();
	}
}
