<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Reference;

/** Where somebody who was refused follows what happens: a page of wp-login.php's, which works with every theme, without scripts and with pretty permalinks off. */
final class StatusAddress {

	/** Value of `action`. */
	public const ACTION = 'causeway';

	public static function of( Reference $reference ): string {
		return self::base() . '&reference=' . $reference;
	}

	/** For a form that names the reference itself. */
	public static function base(): string {
		return site_url( 'wp-login.php?action=' . self::ACTION, 'login' );
	}

	/** With the token of a mail. */
	public static function mailed( Reference $reference, #[\SensitiveParameter] string $token ): string {
		return self::of( $reference ) . '&token=' . $token;
	}

	private function __construct() {}
}
