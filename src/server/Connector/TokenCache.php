<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Keeps access tokens between requests, sealed at rest, and lets one process at a time refresh one. Implemented by Storage. */
interface TokenCache {

	/** The token last put, expired or not; null where there is none or it can no longer be opened. */
	public function get( string $slug ): ?AccessToken;

	public function put( string $slug, #[\SensitiveParameter] AccessToken $token ): void;

	public function forget( string $slug ): void;

	/**
	 * Runs the callable while no other process runs one for the same connection, and returns what it returns.
	 *
	 * The callable looks into the cache again before it asks the vendor, and puts what it got. The lock is a leased row, so a process that
	 * died holds it for seconds only. Storage neither reads nor writes the token here.
	 *
	 * @param callable(): AccessToken $refresh
	 * @throws ConnectorFault RateLimited with the word `causeway-refresh-busy`, where another process held the lock for longer than 10 seconds.
	 */
	public function withRefreshLock( string $slug, callable $refresh ): AccessToken;
}
