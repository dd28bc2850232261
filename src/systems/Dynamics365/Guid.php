<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

/** A row's id. It goes into addresses and filters, so nothing of another shape passes. */
final class Guid {

	/** In lower case and without braces; '' where the text holds none. */
	public static function of( string $text ): string {
		$text = strtolower( trim( $text, "{} \t\n\r" ) );
		return 1 === preg_match( '/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/D', $text ) ? $text : '';
	}
}
