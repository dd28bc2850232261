<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector\Doubles;

use Causeway\Connector\AccessToken;
use Causeway\Connector\TokenCache;

/** Access tokens in memory, with a lock that says when it is taken twice. */
final class MemoryTokens implements TokenCache {

	/** @var array<string, AccessToken> */
	private array $tokens = [];

	public int $locks = 0;

	private bool $isLocked = false;

	/** @var \Closure(self): void|null What another process does while this one waits for the lock. */
	public ?\Closure $whileWaiting = null;

	public function get( string $slug ): ?AccessToken {
		return $this->tokens[ $slug ] ?? null;
	}

	public function put( string $slug, #[\SensitiveParameter] AccessToken $token ): void {
		$this->tokens[ $slug ] = $token;
	}

	public function forget( string $slug ): void {
		unset( $this->tokens[ $slug ] );
	}

	public function withRefreshLock( string $slug, callable $refresh ): AccessToken {
		if ( $this->isLocked ) {
			throw new \LogicException( 'The lock is taken already.' );
		}
		( $this->whileWaiting ?? static function (): void {} )( $this );
		++$this->locks;
		$this->isLocked = true;
		try {
			return $refresh();
		} finally {
			$this->isLocked = false;
		}
	}
}
