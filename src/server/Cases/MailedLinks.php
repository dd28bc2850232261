<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Support\Clock;
use Causeway\Support\Randomness;
use Causeway\Support\Reference;
use Causeway\Support\ViewToken;

/** Changes the token of a mailed link for a view token: once, and for a day. */
final class MailedLinks {

	public function __construct( private readonly AttemptStore $attempts, private readonly Randomness $randomness, private readonly Clock $clock ) {}

	/** @return string|null The view token for the cookie; null where the mailed one opens nothing (any more). */
	public function open( Reference $reference, #[\SensitiveParameter] string $token ): ?string {
		if ( 1 !== preg_match( '/^[0-9a-f]{32}$/D', $token ) ) {
			return null;
		}
		$view = ViewToken::random( $this->randomness );
		$now  = $this->clock->now();
		return $this->attempts->takeMailed( $reference, ViewToken::hash( $token ), $now - HelpAnswers::LINK_SECONDS, ViewToken::hash( $view ), $now ) ? $view : null;
	}
}
