<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** What came back. Header names are lower case. */
final class Response {

	/** @param array<string, string> $headers */
	public function __construct( public readonly int $status, public readonly array $headers, public readonly string $body ) {}

	/**
	 * The body as a JSON object or list.
	 *
	 * @return array<mixed>
	 * @throws ConnectorFault Malformed, where it is neither.
	 */
	public function json(): array {
		$value = json_decode( $this->body, true, 64 );
		if ( ! is_array( $value ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'The answer was not the JSON that was expected.', status: $this->status );
		}
		return $value;
	}

	/** @return array<string, mixed> What a var_dump or a trace may show: a body can hold a token, or a customer's record. */
	public function __debugInfo(): array {
		return [
			'status' => $this->status,
			'bytes'  => strlen( $this->body ),
		];
	}
}
