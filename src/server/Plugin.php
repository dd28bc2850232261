<?php

declare(strict_types=1);

namespace Causeway;

use Causeway\Capture\CaptureRoom;
use Causeway\Capture\Fuse;
use Causeway\Capture\Guard;
use Causeway\Capture\LoginHooks;

/**
 * Where everything is put together: says which room listens in which kind of request, and nothing else.
 *
 * A page view or a login form loads four files of ours. Everything else is made by {@see Wiring} when something happens.
 */
final class Plugin {

	/** What the login form and a page view load, and no more. */
	private const ALWAYS = [ self::class, Guard::class, LoginHooks::class ];

	private ?Wiring $wiring = null;

	/** Whether this autoloader has loaded anything beside those. */
	private bool $hasLoadedMore = false;

	/** Whether it was settled from where the login path's classes come. */
	private bool $isSettled = false;

	private function __construct( private readonly string $file, private readonly string $directory ) {}

	/** @param string $file Full path of `plugin.php`. */
	public static function boot( string $file ): void {
		self::of( $file )->hooks();
	}

	/** Called by `uninstall.php`, where nothing of ours is running. */
	public static function uninstall( string $file ): void {
		self::of( $file )->wiring()->installer()->uninstall();
	}

	private static function of( string $file ): self {
		$plugin = new self( $file, dirname( $file ) );
		spl_autoload_register( $plugin->load( ... ) );
		return $plugin;
	}

	private function hooks(): void {
		register_activation_hook( $this->file, fn () => $this->wiring()->activate() );
		register_deactivation_hook( $this->file, fn () => $this->wiring()->deactivate() );
		if ( defined( 'CAUSEWAY_DISABLE' ) && constant( 'CAUSEWAY_DISABLE' ) ) {
			return;
		}

		$guard = new Guard( fn (): Fuse => $this->loginPath()->fuse() );
		$login = new LoginHooks( $guard, fn (): CaptureRoom => $this->loginPath()->captureRoom() );
		$login->hooks();
		add_action( 'wp_login', $guard->action( 'good-login', fn ( mixed $name, mixed $user = null ) => $this->wiring()->loggedIn( $user ) ), 100, 2 );

		if ( isset( $_POST['wc_reset_password'] ) ) {
			add_action( 'lostpassword_post', $guard->action( 'lost-password-elsewhere', fn ( mixed $errors = null, mixed $account = null ) => $this->loginPath()->wooCommerce()->equalise( $errors, $account ) ), PHP_INT_MAX, 2 );
		}
		add_action( 'login_form_causeway', fn () => $this->wiring()->statusPage()->show() );
		add_action(
			'init',
			function (): void {
				// Not before: where a whole network has the plugin, it is loaded before WordPress knows which page is asked for.
				if ( 'wp-login.php' !== ( $GLOBALS['pagenow'] ?? '' ) ) {
					$this->wiring()->block()->register();
				}
			}
		);
		add_action( 'init', fn () => load_plugin_textdomain( 'causeway', false, dirname( plugin_basename( $this->file ) ) . '/build/languages' ) );
		add_action( 'rest_api_init', fn () => $this->wiring()->openRest(), 5 );
		add_action( 'cli_init', fn () => $this->wiring()->openCli(), 5 );
		add_action( 'wp_abilities_api_categories_init', fn () => $this->wiring()->abilities()->registerCategory() );
		add_action( 'wp_abilities_api_init', fn () => $this->wiring()->abilities()->register() );
		add_action( 'wp_uninitialize_site', fn ( mixed $site ) => $this->wiring()->installer()->forgetSite( $site ) );
		if ( is_admin() ) {
			$this->wiring()->openAdmin();
		}
		foreach ( [ 'admin_post_causeway_attempt', 'admin_post_nopriv_causeway_attempt' ] as $hook ) {
			add_action( $hook, fn () => $this->wiring()->answerByAdminPost() );
		}
		if ( wp_doing_cron() ) {
			$this->wiring()->openCron();
		}
	}

	/** Some forty small files in one, where the build made it: opening each costs about as much as running it. */
	private function loginPath(): Wiring {
		if ( ! $this->isSettled ) {
			$this->isSettled = true;
			$file            = $this->directory . '/build/login-path.php';
			if ( ! $this->isMoreLoaded() && is_file( $file ) ) {
				require $file;
			}
		}
		return $this->wiring();
	}

	/** Whether any of our classes is there beside those of every request: PHP dies where one comes twice. */
	private function isMoreLoaded(): bool {
		if ( $this->hasLoadedMore || ! class_exists( 'Composer\\Autoload\\ClassLoader', false ) ) {
			return $this->hasLoadedMore;
		}
		// Another autoloader may know our classes too (in tests it does), and tells nobody what it has loaded.
		$ours = array_filter( [ ...get_declared_classes(), ...get_declared_interfaces() ], static fn ( string $name ): bool => str_starts_with( $name, 'Causeway\\' ) );
		return [] !== array_diff( $ours, self::ALWAYS );
	}

	private function wiring(): Wiring {
		return $this->wiring ??= new Wiring( $this->file );
	}

	/** Finds a class of ours by its name: rooms in src/server, systems in src/systems, libraries in build/vendor. */
	private function load( string $class ): void {
		if ( ! str_starts_with( $class, 'Causeway\\' ) ) {
			return;
		}
		$name = str_replace( '\\', '/', substr( $class, 9 ) );
		$file = match ( true ) {
			str_starts_with( $name, 'Vendor/' )  => $this->directory . '/build/vendor/' . substr( $name, 7 ) . '.php',
			str_starts_with( $name, 'Systems/' ) => $this->directory . '/src/systems/' . substr( $name, 8 ) . '.php',
			default                              => $this->directory . '/src/server/' . $name . '.php',
		};
		if ( is_file( $file ) ) {
			$this->hasLoadedMore = $this->hasLoadedMore || ! in_array( $class, self::ALWAYS, true );
			require $file;
		}
	}
}
