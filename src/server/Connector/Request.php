<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** One HTTP request to a vendor. `secretHeaders` never reach a log. */
final class Request {

	/**
	 * @param 'GET'|'POST'|'PUT'|'PATCH'|'DELETE' $method
	 * @param array<string, string>              $headers
	 * @param array<string, string>              $secretHeaders
	 * @param bool                               $idempotent May be repeated without a second effect; decided by the request, not by the caller.
	 */
	public function __construct(
		public readonly string $method,
		public readonly string $url,
		public readonly array $headers = [],
		public readonly array $secretHeaders = [],
		public readonly string $body = '',
		public readonly bool $idempotent = true,
		public readonly float $timeoutSeconds = 8.0,
	) {}
}
