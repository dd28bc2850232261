<?php

declare(strict_types=1);

namespace Causeway\Tests\Support;

use WP_Locale_Switcher;

/**
 * Languages in a test: WordPress switches only to those that are installed, and the test's site has none beside English.
 *
 * The test gives English back itself: {@see self::speakEnglishAgain()} in its `tearDown()`.
 */
trait SwitchesLocale {

	private ?WP_Locale_Switcher $switcherBefore = null;

	/** Lets code under test switch to these languages. */
	protected function installLocales( string ...$locales ): void {
		$this->switcherBefore ??= $GLOBALS['wp_locale_switcher'];
		add_filter( 'get_available_languages', static fn ( array $found ): array => [ ...$found, ...$locales ] );
		$GLOBALS['wp_locale_switcher'] = new WP_Locale_Switcher();
		$GLOBALS['wp_locale_switcher']->init();
	}

	protected function speak( string $locale ): void {
		$this->installLocales( $locale );
		self::assertTrue( switch_to_locale( $locale ) );
	}

	protected function speakEnglishAgain(): void {
		if ( null !== $this->switcherBefore ) {
			restore_current_locale();
			$GLOBALS['wp_locale_switcher'] = $this->switcherBefore;
			$this->switcherBefore          = null;
		}
	}
}
