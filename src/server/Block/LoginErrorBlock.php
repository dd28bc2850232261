<?php

declare(strict_types=1);

namespace Causeway\Block;

use Causeway\Capture\LoginHooks;

/** Block `causeway/login-error` and shortcode `[causeway_login_error]`: both print the same slot, which is filled once the page is known. */
final class LoginErrorBlock {

	public const NAME = 'causeway/login-error';

	public const SHORTCODE = 'causeway_login_error';

	private const VIEW_MODULE = 'causeway-login-error-view-script-module';

	private const STYLE = 'causeway-login-error-style';

	/** @param string $directory Path of `build/blocks/login-error`. */
	public function __construct( private readonly string $directory, private readonly LoginHooks $hooks ) {}

	/** Called on `init`. Never throws; without a build the block is missing and the rest of the site is not. */
	public function register(): void {
		if ( 'wp-login.php' === ( $GLOBALS['pagenow'] ?? '' ) ) {
			return;
		}
		add_shortcode( self::SHORTCODE, $this->shortcode( ... ) );
		if ( ! is_file( $this->directory . '/block.json' ) ) {
			return;
		}
		$type = register_block_type_from_metadata( $this->directory );
		if ( false !== $type ) {
			// The script is only wanted on an answer that may hold a message; WordPress would load it with every page that has the block.
			$type->view_script_module_ids = [];
		}
		add_filter( 'render_block_' . self::NAME, $this->withScript( ... ) );
	}

	private function withScript( string $html ): string {
		if ( $this->hooks->isWatchingPage() ) {
			wp_enqueue_script_module( self::VIEW_MODULE );
		}
		return $html;
	}

	/**
	 * For pages that are not made of blocks. Attributes as the block's, in lower case: `contacttext`, `helpurl`, `helplabel`, `loginurl`, `title`.
	 *
	 * @param array<array-key, mixed>|string $attributes
	 */
	private function shortcode( array|string $attributes ): string {
		$given = is_array( $attributes ) ? $attributes : [];
		wp_enqueue_style( self::STYLE );
		return $this->withScript(
			LoginErrorSlot::markup(
				'class="wp-block-causeway-login-error causeway-login-error"',
				SlotSettings::fromAttributes(
					[
						'title'       => $given['title'] ?? '',
						'contactText' => $given['contacttext'] ?? '',
						'helpUrl'     => $given['helpurl'] ?? '',
						'helpLabel'   => $given['helplabel'] ?? '',
						'loginUrl'    => $given['loginurl'] ?? '',
					]
				)
			)
		);
	}

	/**
	 * The slot. Called by the block's `render.php`.
	 *
	 * @param array<array-key, mixed> $attributes
	 */
	public static function render( array $attributes ): string {
		return LoginErrorSlot::markup( get_block_wrapper_attributes( [ 'class' => 'causeway-login-error' ] ), SlotSettings::fromAttributes( $attributes ) );
	}
}
