<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Why a remote call gave no answer; the value is the contract (condition reasons, findings' reasons, lab tests). */
enum FaultKind: string {

	case Unreachable    = 'unreachable';
	case TimedOut       = 'timed-out';
	case Unauthorised   = 'unauthorised';
	case Forbidden      = 'forbidden';
	case RateLimited    = 'rate-limited';
	case QuotaExhausted = 'quota-exhausted';
	case NotFound       = 'not-found';
	case Rejected       = 'rejected';
	case Malformed      = 'malformed';
	case ServerFault    = 'server-fault';
	case Unsupported    = 'unsupported';

	/** Whether the same idempotent call may succeed a moment later without anybody acting. */
	public function isTransient(): bool {
		return match ( $this ) {
			self::Unreachable, self::TimedOut, self::RateLimited, self::ServerFault, self::Malformed => true,
			default => false,
		};
	}

	/** Who can end it: `nobody` (wait), `site-admin` (the connection's settings here), `system-admin` (in the vendor's own settings). */
	public function fixer(): string {
		return match ( $this ) {
			self::Unauthorised => 'site-admin',
			self::Forbidden, self::QuotaExhausted => 'system-admin',
			self::Rejected, self::Unsupported, self::NotFound => 'site-admin',
			default => 'nobody',
		};
	}
}
