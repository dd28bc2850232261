<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** How one vendor is spoken to: where, with which credential, and what its answers mean. Made for one connection. */
interface Dialect {

	/** The vendor's system as sentences name it (`Zoho CRM`). */
	public function vendor(): string;

	/** @return list<string> Host suffixes that are the vendor's own. */
	public function hosts(): array;

	/** Address before the path of every call, without a slash at the end. */
	public function base( AccessToken $token ): string;

	/**
	 * The secret headers of a call.
	 *
	 * @return array<string, string>
	 */
	public function credentials( AccessToken $token, Request $request ): array;

	/**
	 * Gets an access token. Called by one process at a time.
	 *
	 * @param AccessToken|null              $previous The last one, for vendors whose refresh token changes with each use.
	 * @param \Closure(Request): Response   $send     Sends within what is left of the conversation's time.
	 * @param int                           $now      Unix seconds.
	 * @throws ConnectorFault {@see ConnectorFault::notSetUp()} where a field is missing.
	 */
	public function issueToken( ?AccessToken $previous, \Closure $send, int $now ): AccessToken;

	/** Whether tokens are kept between requests. False for a static key, which is stored once already. */
	public function keepsTokens(): bool;

	/** What an answer means; null where it is a good one. */
	public function fault( Response $response ): ?ConnectorFault;

	/** Whether a fault says that the access token has died before its time, so that a fresh one may help. */
	public function isTokenStale( ConnectorFault $fault ): bool;

	/**
	 * What any answer tells in passing of the organisation and its quota: facts to keep, `''` to forget one.
	 *
	 * The budget reads `quotaLimit`, `quotaRemaining` (calls) and `quotaSeenAt` (Unix seconds).
	 *
	 * @return array<string, string>
	 */
	public function lessons( Response $response, int $now ): array;
}
