<?php

declare(strict_types=1);

namespace Causeway\Capture;

/**
 * Tells whether a portal let somebody in although WordPress's own login refused them in the same request.
 *
 * Portals with people of their own log them in to WordPress as well, and go on where that fails: `wp_login_failed` fires for somebody who
 * is in. Redirects after a refusal look much the same, so this only ever holds where the request shows a portal at work.
 *
 * | answer | taken as |
 * |---|---|
 * | no portal at work (no vendor call, no known portal page) | refused |
 * | redirect to wp-login.php, or to an address that names an error | refused |
 * | redirect to the very address of the form | let in only if every vendor call went well |
 * | any other redirect | let in |
 * | a page that asks for a password | refused |
 * | a page that does not | let in |
 */
final class PortalAnswer {

	private const NAMES_AN_ERROR = '~(?:^|[&?_=.-])(?:login_?)?(?:errors?|err|fail(?:ed|ure)?|invalid|incorrect|denied|refused|wrong)(?:$|[&=_.-])~i';

	public function __construct( private readonly bool $isPortalAtWork, private readonly bool $vendorCallsWentWell ) {}

	/** @param string $target Where the answer redirects to. @param string $formAddress Path and query that the form was sent to. */
	public function redirectLetsIn( string $target, string $formAddress ): bool {
		if ( ! $this->isPortalAtWork ) {
			return false;
		}
		$path  = (string) parse_url( $target, PHP_URL_PATH );
		$query = (string) parse_url( $target, PHP_URL_QUERY );
		if ( str_ends_with( $path, '/wp-login.php' ) || 1 === preg_match( self::NAMES_AN_ERROR, $query ) ) {
			return false;
		}
		$isSame = $path === (string) parse_url( $formAddress, PHP_URL_PATH ) && $query === (string) parse_url( $formAddress, PHP_URL_QUERY );
		return ! $isSame || $this->vendorCallsWentWell;
	}

	public function pageLetsIn( PageText $page ): bool {
		return $this->isPortalAtWork && ! $page->asksForPassword();
	}
}
