<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Who somebody is, as far as this site knows. */
final class PersonMatch {

	/** @param string $personKey `user:12`, `portal:34` or `login:<hash>`; '' where the needle means nobody. */
	public function __construct( public readonly string $personKey, public readonly int $userId = 0, public readonly int $portalUserId = 0 ) {}

	public static function of( int $userId, int $portalUserId ): self {
		return new self( $userId > 0 ? 'user:' . $userId : ( $portalUserId > 0 ? 'portal:' . $portalUserId : '' ), $userId, $portalUserId );
	}

	public function isKnown(): bool {
		return $this->userId > 0 || $this->portalUserId > 0;
	}
}
