<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Reference;
use Closure;

/**
 * Carries a refusal's reference to the page that shows it, where that is not the answer to the form itself: after a redirect, or where a script
 * sent the form.
 *
 * The cookie holds a reference, and whether the password was right; the same for known and unknown names. Whoever forges one is shown the text for everybody.
 */
final class CarriedRefusal {

	private const COOKIE = LoginHooks::CARRIED;

	private const PROVEN = '.p';

	private const SHAPE = '/^([0-9A-Z]{8})((?:\.p)?)$/D';

	/** Long enough for a slow redirect and a slow script. */
	private const SECONDS = 120;

	/** @param Closure(string, string, int, bool): void $sendCookie Name, value, lifetime in seconds, whether scripts may read it. */
	public function __construct( private readonly Closure $sendCookie ) {}

	/** Of the request before; null where none came. */
	public function reference(): ?Reference {
		$value = $_COOKIE[ self::COOKIE ] ?? '';
		return is_string( $value ) && 1 === preg_match( self::SHAPE, $value, $found ) ? Reference::parse( $found[1] ) : null;
	}

	/** Whether the request before gave out a view token. Only a word about which text to begin with: what belongs to a person, the token opens. */
	public function saysProven(): bool {
		$value = $_COOKIE[ self::COOKIE ] ?? '';
		return is_string( $value ) && 1 === preg_match( self::SHAPE, $value, $found ) && '' !== $found[2];
	}

	public function send( Reference $reference, bool $isProven ): void {
		( $this->sendCookie )( self::COOKIE, $reference->letters() . ( $isProven ? self::PROVEN : '' ), self::SECONDS, true );
	}

	/** It was shown, or it was no refusal after all. */
	public function forget(): void {
		( $this->sendCookie )( self::COOKIE, '', -86_400, true );
	}
}
