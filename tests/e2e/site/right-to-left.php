<?php
/**
 * Plugin Name: Right to left
 * Description: The site's language is written from right to left, as with WordPress's own translation into Arabic, Persian or Hebrew.
 *
 * Imitates what a language pack does: `text direction` in wp-includes/class-wp-locale.php.
 *
 * @package Causeway
 */

declare(strict_types=1);

// As soon as there is a locale: WordPress chooses between its style sheets when the first block is registered.
add_action(
	'after_setup_theme',
	static function (): void {
		$GLOBALS['wp_locale']->text_direction = 'rtl';
	},
	0
);

// The word before a reference decides which way it runs.
add_filter( 'gettext_causeway', static fn ( string $text ): string => str_replace( 'Reference:', 'المرجع:', $text ) );
