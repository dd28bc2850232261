<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Clock;
use Closure;

/**
 * Makes every refused login cost exactly one password check, so that its time does not tell whether there is an account.
 *
 * It counts the checks that WordPress makes. Where none ran, or only a quicker one, it spends one; where WordPress would check the same
 * person a second time (the login name is the e-mail address), it spares the second. It never sees a password.
 */
final class HashCheckEqualiser {

	/** Checks of this attempt that took as long as one of the site's kind takes. */
	private int $fullChecks = 0;

	private int $userId = 0;

	private string $hash = '';

	private int $startedAt = 0;

	private int $refusedUserId = 0;

	private ?SiteHashing $hashing = null;

	/** @param Closure(): SiteHashing $makeHashing Asked once, at the first person found or the first dummy. */
	public function __construct( private readonly Clock $clock, private readonly Closure $makeHashing ) {}

	/** Forgets what was seen of an earlier attempt of this request. */
	public function begin(): void {
		$this->fullChecks    = 0;
		$this->userId        = 0;
		$this->hash          = '';
		$this->refusedUserId = 0;
	}

	/** WordPress has found the person and is about to check the password, if no plugin refuses before. */
	public function found( int $userId, string $hash ): void {
		$this->userId    = $userId;
		$this->hash      = $hash;
		$this->startedAt = $this->clock->elapsedNanoseconds();
	}

	/** Whether this person's password was already found wrong in this attempt: a second check would say the same. */
	public function knowsWrong( int $userId ): bool {
		return 0 !== $userId && $userId === $this->refusedUserId;
	}

	/** WordPress has checked a password. */
	public function checked( bool $isRight ): void {
		if ( 0 === $this->userId ) {
			// A plugin's own check, made outside WordPress's two paths: nothing tells which hash it read.
			++$this->fullChecks;
			return;
		}
		$took                = $this->clock->elapsedNanoseconds() - $this->startedAt;
		$isFull              = $took >= $this->hashing()->floorNanoseconds() && ! $this->hashing()->isQuicker( $this->hash );
		$this->fullChecks   += $isFull ? 1 : 0;
		$this->refusedUserId = $isRight ? 0 : $this->userId;
		$this->userId        = 0;
	}

	/** The attempt was refused. @return bool Whether a check was spent. */
	public function equalise(): bool {
		if ( $this->fullChecks > 0 ) {
			return false;
		}
		$this->hashing()->spend();
		++$this->fullChecks;
		return true;
	}

	private function hashing(): SiteHashing {
		return $this->hashing ??= ( $this->makeHashing )();
	}
}
