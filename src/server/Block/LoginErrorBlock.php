<?php

declare(strict_types=1);

namespace Causeway\Block;

/** Block `causeway/login-error` and shortcode `[causeway_login_error]`: both print the same slot, which is filled once the page is known. */
final class LoginErrorBlock {

	public const NAME = 'causeway/login-error';

	public const SHORTCODE = 'causeway_login_error';

	private const VIEW_MODULE = 'causeway-login-error-view-script-module';

	private const STYLE = 'causeway-login-error-style';

	/** The block's attributes by the lower-case names that a shortcode has. */
	private const SHORTCODE_ATTRIBUTES = [
		'variant'       => 'variant',
		'title'         => 'title',
		'anonymoustext' => 'anonymousText',
		'lookingtext'   => 'lookingText',
		'contacttext'   => 'contactText',
		'helpurl'       => 'helpUrl',
		'helplabel'     => 'helpLabel',
		'loginurl'      => 'loginUrl',
		'reseturl'      => 'resetUrl',
		'offersreset'   => 'offersReset',
		'offersmail'    => 'offersMail',
		'offerstell'    => 'offersTell',
		'portals'       => 'portals',
	];

	/**
	 * @param string             $directory Path of `build/blocks/login-error`.
	 * @param \Closure(): string $banner    What everybody is told while a problem is known that keeps many out; '' otherwise. Costs no query.
	 */
	public function __construct( private readonly string $directory, private readonly \Closure $banner ) {}

	/** Called on `init`. Never throws; without a build the block is missing and the rest of the site is not. */
	public function register(): void {
		if ( 'wp-login.php' === ( $GLOBALS['pagenow'] ?? '' ) ) {
			return;
		}
		add_shortcode( self::SHORTCODE, $this->shortcode( ... ) );
		add_action( self::SHORTCODE, $this->printed( ... ) );
		if ( is_file( $this->directory . '/block.json' ) ) {
			$this->registerType();
			LoginPagePattern::register();
		}
	}

	/** The editor's script only where there is an editor: registering any script has WordPress read an option, on a feed for nobody. */
	private function registerType(): void {
		$forVisitors = static fn ( array $metadata ): array => array_diff_key( $metadata, [ 'editorScript' => '' ] );
		if ( ! is_admin() ) {
			add_filter( 'block_type_metadata', $forVisitors );
		}
		register_block_type_from_metadata( $this->directory, [ 'render_callback' => $this->render( ... ) ] );
		remove_filter( 'block_type_metadata', $forVisitors );
	}

	/**
	 * The slot, or the form for portals that are not on this site.
	 *
	 * @param array<array-key, mixed> $attributes
	 */
	private function render( array $attributes ): string {
		return $this->html( get_block_wrapper_attributes( [ 'class' => 'causeway-login-error' ] ), $attributes );
	}

	/**
	 * For pages that are not made of blocks. Attributes as the block's, in lower case.
	 *
	 * @param array<array-key, mixed>|string $attributes
	 */
	public function shortcode( array|string $attributes = [] ): string {
		$given = [];
		foreach ( is_array( $attributes ) ? $attributes : [] as $name => $value ) {
			if ( isset( self::SHORTCODE_ATTRIBUTES[ $name ] ) ) {
				$given[ self::SHORTCODE_ATTRIBUTES[ $name ] ] = $value;
			}
		}
		if ( is_string( $given['portals'] ?? null ) ) {
			$given['portals'] = explode( ',', $given['portals'] );
		}
		wp_enqueue_style( self::STYLE );
		wp_enqueue_script_module( self::VIEW_MODULE );
		return $this->html( 'class="wp-block-causeway-login-error causeway-login-error"', $given );
	}

	/**
	 * Template tag for themes: `do_action( 'causeway_login_error', [ 'contacttext' => '…' ] )`, which does nothing where the plugin is off.
	 *
	 * @param mixed $attributes The shortcode's.
	 */
	private function printed( mixed $attributes = [] ): void {
		echo $this->shortcode( is_array( $attributes ) ? $attributes : [] ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Every part is escaped where it is made.
	}

	/** @param array<array-key, mixed> $attributes */
	private function html( string $wrapper, array $attributes ): string {
		if ( 'report' === ( $attributes['variant'] ?? '' ) ) {
			return ( new ReportForm( $attributes ) )->html( $wrapper );
		}
		$banner = ( $this->banner )();
		return ( '' === $banner ? '' : '<div class="causeway-login-error__banner"><p>' . esc_html( $banner ) . '</p></div>' ) . LoginErrorSlot::markup( $wrapper, SlotSettings::fromAttributes( $attributes ) );
	}
}
