<?php

declare(strict_types=1);

namespace Causeway\Block;

use Causeway\Capture\StatusAddress;
use Causeway\Cases\HelpDesk;

/**
 * "Can't get in?": for portals whose login page is elsewhere. Somebody chooses the portal, pastes what it said and gives an address; the
 * answer is the same for everybody. A plain form, so that it works without scripts, behind every cache and without cookies.
 */
final class ReportForm {

	private readonly string $title;

	/** @var list<string> */
	private readonly array $portals;

	/** @param array<array-key, mixed> $attributes The block's: `title`, and `portals`, names in the site's own words. */
	public function __construct( array $attributes ) {
		$this->title   = is_string( $attributes['title'] ?? null ) ? trim( $attributes['title'] ) : '';
		$portals       = is_array( $attributes['portals'] ?? null ) ? $attributes['portals'] : [];
		$this->portals = array_values( array_filter( array_map( static fn ( mixed $name ): string => is_string( $name ) ? trim( $name ) : '', $portals ), static fn ( string $name ): bool => '' !== $name ) );
	}

	/** @param string $wrapper Attributes of the block's wrapper, escaped. */
	public function html( string $wrapper ): string {
		return sprintf(
			'<div %1$s><section class="causeway-login-error__message" aria-labelledby="causeway-report-title"><h2 class="causeway-login-error__title" id="causeway-report-title">%2$s</h2><p>%3$s</p><form method="post" action="%4$s">%5$s'
			. '<p><label for="causeway-report-message">%6$s</label><textarea name="message" id="causeway-report-message" rows="4" maxlength="%7$d" required></textarea></p>'
			. '<p><label for="causeway-report-email">%8$s</label><input type="email" name="email" id="causeway-report-email" maxlength="254" autocomplete="email" required></p>'
			. '<p><button class="causeway-login-error__control">%9$s</button></p></form></section></div>',
			trim( $wrapper ),
			'' === $this->title ? esc_html__( 'You cannot get in?', 'causeway' ) : esc_html( $this->title ),
			esc_html__( 'Paste what the login page said. You get a reference, and if we know you, we look for the reason.', 'causeway' ),
			esc_url( StatusAddress::base() ),
			$this->choice(),
			esc_html__( 'What did the login page say?', 'causeway' ),
			HelpDesk::MESSAGE_CHARACTERS,
			esc_html__( 'The e-mail address that you log in with', 'causeway' ),
			esc_html__( 'Ask for help', 'causeway' )
		);
	}

	/** Nothing to choose where there are no two. */
	private function choice(): string {
		if ( count( $this->portals ) < 2 ) {
			return '';
		}
		$options = implode( '', array_map( static fn ( string $name ): string => '<option>' . esc_html( $name ) . '</option>', $this->portals ) );
		return '<p><label for="causeway-report-portal">' . esc_html__( 'Which portal?', 'causeway' ) . '</label><select name="portal" id="causeway-report-portal">' . $options . '</select></p>';
	}
}
