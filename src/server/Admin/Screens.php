<?php

declare(strict_types=1);

namespace Causeway\Admin;

use Causeway\Cases\ListPreferences;

/**
 * The menu and the one page that all screens live on.
 *
 * Every screen is a query of `admin.php?page=causeway`; which one is shown is decided in the browser. Other admin pages get nothing but
 * the menu entries: no script, no style, no query.
 */
final class Screens {

	/** Slug of the page, and prefix of every address of a screen. */
	public const PAGE = 'causeway';

	private const SCRIPT = 'causeway-admin';

	private string $hookSuffix = '';

	/** @param string $pluginFile Full path of `plugin.php`. */
	public function __construct( private readonly string $pluginFile, private readonly ListPreferences $preferences ) {}

	public function hooks(): void {
		add_action( 'admin_menu', $this->addMenu( ... ) );
		add_action( 'admin_enqueue_scripts', $this->enqueue( ... ) );
		add_filter( 'submenu_file', $this->markSubmenu( ... ) );
		add_filter( 'admin_title', $this->nameTab( ... ) );
		add_filter( 'plugin_action_links_' . plugin_basename( $this->pluginFile ), $this->addPluginLinks( ... ) );
	}

	private function addMenu(): void {
		$suffix           = add_menu_page(
			__( 'Overview', 'causeway' ),
			__( 'Causeway', 'causeway' ),
			'causeway_view',
			self::PAGE,
			$this->render( ... ),
			'dashicons-admin-network',
			71 // Right after Users (70): it is about them.
		);
		$this->hookSuffix = $suffix;
		add_action( 'load-' . $suffix, $this->addHelp( ... ) );
		foreach ( $this->titles() as $screen => $title ) {
			add_submenu_page( self::PAGE, $title, $title, 'settings' === $screen ? 'causeway_manage_settings' : 'causeway_view', $this->menuFile( $screen ) );
		}
	}

	private function addHelp(): void {
		$current = $this->currentScreen();
		$about   = '';
		foreach ( $this->abouts() as $screen => $text ) {
			// All of them: screens change without a load, and src/admin/routing/navigation.tsx shows the one that belongs.
			$about .= sprintf( '<p data-causeway-screen="%1$s"%2$s>%3$s</p>', esc_attr( '' === $screen ? 'overview' : $screen ), $screen === $current ? '' : ' hidden', esc_html( $text ) );
		}
		get_current_screen()?->add_help_tab(
			[
				'id'      => 'causeway-about',
				'title'   => __( 'This screen', 'causeway' ),
				'content' => $about,
			]
		);
		if ( current_user_can( 'view_site_health_checks' ) ) {
			get_current_screen()?->set_help_sidebar(
				sprintf( '<p><strong>%1$s</strong></p><p><a href="%2$s">%3$s</a></p>', esc_html__( 'What else keeps people out of this site:', 'causeway' ), esc_url( admin_url( 'site-health.php' ) ), esc_html__( 'Site Health', 'causeway' ) )
			);
		}
		$tabs = [
			'words'  => [
				__( 'Words', 'causeway' ),
				__( 'A refusal is one failed try. A case is one person’s trouble over time. An incident gathers cases that share a cause. A reference is what the person at the form reads out: search the cases for it.', 'causeway' ),
			],
			'proof'  => [
				__( 'How sure is it?', 'causeway' ),
				__( 'Certain: proved by what was found, and every rival is ruled out. Likely: it fits, but another cause could not be ruled out. Possible: nothing speaks against it. A case closes when a fresh look finds its cause gone.', 'causeway' ),
			],
			'safety' => [
				__( 'What is changed', 'causeway' ),
				__( 'Looking changes nothing anywhere. A fix in another system is made only where you allowed it for that connection, after a preview and your confirmation, and stands in the journal with your name.', 'causeway' ),
			],
		];
		foreach ( $tabs as $id => [ $title, $text ] ) {
			get_current_screen()?->add_help_tab(
				[
					'id'      => 'causeway-' . $id,
					'title'   => $title,
					'content' => '<p>' . esc_html( $text ) . '</p>',
				]
			);
		}
	}

	/** @return array<string, string> What each screen is for and how it is used, by the same value as {@see titles}. */
	private function abouts(): array {
		return [
			''            => __( 'Who cannot log in now, what keeps them out, and which cases wait for you. “How good the answers are” counts what Causeway did not recognise and what you marked as wrong.', 'causeway' ),
			'incidents'   => __( 'Several people with one cause within a short time are one incident. Open it to see whom it met, and to do its fix once for all of them; the work goes on when you leave the page, and what failed is listed.', 'causeway' ),
			'cases'       => __( 'Search by reference (with or without its dash), name or e-mail. The address keeps your filters, so a link to it shows others the same list. Tick cases to diagnose, answer or close them together; the gear chooses columns, density and rows, for you alone. In a case, the steps of the fix remember what was done and by whom.', 'causeway' ),
			'people'      => __( 'An audit looks at everybody on a schedule, without changing anything, and lists who would be refused at the next login. Put a person’s record right before they notice.', 'causeway' ),
			'connections' => __( 'A connection lets Causeway look into the system behind your portal. “Test” asks it now and says, line by line, what works and what to do about the rest. Secrets that you enter are never shown again.', 'causeway' ),
			'explain'     => __( 'Paste what a person saw: a sentence, a mail, an error code or an address. Causeway names the causes that it can stand for, best first, and remembers for this site what you tell it.', 'causeway' ),
			'catalog'     => __( 'Every cause that Causeway knows, by system, with the steps that fix it and whether this site’s connections can find it.', 'causeway' ),
			'journal'     => __( 'Who did what, when, and what it changed. Entries cannot be edited.', 'causeway' ),
			'settings'    => __( 'Who is told and when, how much a refused person is shown, how long things are kept, and which roles may see cases or work on them.', 'causeway' ),
		];
	}

	/** @return array<string, string> Menu title by the value of `screen` in the address; '' is the overview. */
	private function titles(): array {
		return [
			''            => __( 'Overview', 'causeway' ),
			'incidents'   => __( 'Incidents', 'causeway' ),
			'cases'       => __( 'Cases', 'causeway' ),
			'people'      => __( 'People at risk', 'causeway' ),
			'connections' => __( 'Connections', 'causeway' ),
			'explain'     => __( 'Explain', 'causeway' ),
			'catalog'     => __( 'Catalog', 'causeway' ),
			'journal'     => __( 'Journal', 'causeway' ),
			'settings'    => __( 'Settings', 'causeway' ),
		];
	}

	/**
	 * The first entry has the page's own slug, so that WordPress adds no second one; the others are links into the same page.
	 *
	 * WordPress prints these as they are, so they are made ready for an attribute here.
	 */
	private function menuFile( string $screen ): string {
		return '' === $screen ? self::PAGE : 'admin.php?page=' . self::PAGE . '&amp;screen=' . $screen;
	}

	/** The screen that the address asks for; an unknown one is the overview. */
	private function currentScreen(): string {
		if ( $this->idIn( 'case' ) > 0 ) {
			return 'cases';
		}
		if ( $this->idIn( 'incident' ) > 0 ) {
			return 'incidents';
		}
		$screen = $_GET['screen'] ?? ''; // Chooses a menu mark and a heading among known ones; changes nothing.
		return is_string( $screen ) && isset( $this->titles()[ $screen ] ) ? $screen : '';
	}

	/** An id in the address; 0 for none. Only printed, as a number. */
	private function idIn( string $name ): int {
		$id = $_GET[ $name ] ?? '';
		return is_string( $id ) ? absint( $id ) : 0;
	}

	private function isOurs(): bool {
		return '' !== $this->hookSuffix && get_current_screen()?->id === $this->hookSuffix;
	}

	/** @param string|null $file */
	private function markSubmenu( ?string $file ): ?string {
		return $this->isOurs() ? $this->menuFile( $this->currentScreen() ) : $file;
	}

	private function nameTab( string $title ): string {
		return $this->isOurs() ? $this->tabTitle( $this->titles()[ $this->currentScreen() ] ) : $title;
	}

	/** In WordPress's own order and words, so that it reads as every other admin page. */
	private function tabTitle( string $screenTitle ): string {
		return html_entity_decode(
			/* translators: Admin screen title. 1: Admin screen name, 2: Network or site name. */
			sprintf( __( '%1$s &lsaquo; %2$s &#8212; WordPress' ), $screenTitle, get_bloginfo( 'name' ) ), // Core's own string.
			ENT_QUOTES,
			'UTF-8'
		);
	}

	/**
	 * @param array<int|string, string> $links
	 * @return array<int|string, string>
	 */
	private function addPluginLinks( array $links ): array {
		if ( ! current_user_can( 'causeway_view' ) ) {
			return $links;
		}
		$ours = [];
		foreach ( [ 'cases', 'connections', ...( current_user_can( 'causeway_manage_settings' ) ? [ 'settings' ] : [] ) ] as $screen ) {
			$ours[] = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'admin.php?page=' . self::PAGE . '&screen=' . $screen ) ), esc_html( $this->titles()[ $screen ] ) );
		}
		return [ ...$ours, ...$links ];
	}

	private function enqueue( string $hookSuffix ): void {
		if ( $hookSuffix !== $this->hookSuffix || '' === $hookSuffix ) {
			return;
		}
		$asset = $this->asset();
		wp_enqueue_script( self::SCRIPT, plugins_url( 'build/admin/index.js', $this->pluginFile ), $asset['dependencies'], $asset['version'], [ 'in_footer' => true ] );
		wp_set_script_translations( self::SCRIPT, 'causeway' );
		wp_add_inline_script( self::SCRIPT, 'window.causewayAdmin = ' . wp_json_encode( $this->boot(), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES ) . ';', 'before' );
		wp_enqueue_style( self::SCRIPT, plugins_url( 'build/admin/index.css', $this->pluginFile ), [ 'wp-components' ], $asset['version'] );
		wp_style_add_data( self::SCRIPT, 'rtl', 'replace' );
	}

	/** @return array{dependencies: list<non-empty-string>, version: string} What the build says that the script needs of WordPress. */
	private function asset(): array {
		$file  = dirname( $this->pluginFile ) . '/build/admin/index.asset.php';
		$asset = is_readable( $file ) ? require $file : [];
		$asset = is_array( $asset ) ? $asset : [];
		return [
			'dependencies' => array_values( array_filter( (array) ( $asset['dependencies'] ?? [] ), static fn ( mixed $name ): bool => is_string( $name ) && '' !== $name ) ),
			'version'      => is_string( $asset['version'] ?? null ) ? $asset['version'] : '',
		];
	}

	/** @return array{graphqlUrl: string, pageUrl: string, loginUrl: string, titlePattern: string, list: array{hidden: list<string>, isCompact: bool, rows: int}, can: array{manageCases: bool, applyFixes: bool, manageConnections: bool}} As `Boot` in src/admin/data/boot.ts. */
	private function boot(): array {
		return [
			'graphqlUrl'   => rest_url( 'causeway/v1/graphql' ),
			'pageUrl'      => admin_url( 'admin.php?page=' . self::PAGE ),
			'loginUrl'     => wp_login_url(),
			'titlePattern' => $this->tabTitle( '%s' ),
			'list'         => $this->preferences->of( get_current_user_id() )->toArray(),
			'can'          => [
				'manageCases'       => current_user_can( 'causeway_manage_cases' ),
				'applyFixes'        => current_user_can( 'causeway_apply_fixes' ),
				'manageConnections' => current_user_can( 'causeway_manage_connections' ),
			],
		];
	}

	/** Prints the frame with the heading in it, so that nothing moves when the screens take over. */
	private function render(): void {
		$screen = $this->currentScreen();
		$title  = $this->titles()[ $screen ];
		$back   = '';
		if ( $this->idIn( 'case' ) > 0 ) {
			/* translators: %d: number of a case. */
			$title = sprintf( __( 'Case %d', 'causeway' ), $this->idIn( 'case' ) );
			$back  = __( 'All cases', 'causeway' );
		} elseif ( $this->idIn( 'incident' ) > 0 ) {
			/* translators: %d: number of an incident. */
			$title = sprintf( __( 'Incident %d', 'causeway' ), $this->idIn( 'incident' ) );
			$back  = __( 'All incidents', 'causeway' );
		} elseif ( 'catalog' === $screen && isset( $_GET['entry'] ) ) { // Chooses a heading; nothing of it is printed.
			$title = __( 'Cause', 'causeway' );
			$back  = __( 'Whole catalog', 'causeway' );
		}
		printf(
			'<div class="wrap"><hr class="wp-header-end"><div id="causeway-admin"><div class="causeway-page">%1$s<header class="causeway-page__header"><h1 class="causeway-page__title">%2$s</h1></header></div></div>'
			. '<noscript><div class="notice notice-error inline"><p>%3$s</p></div></noscript></div>',
			'' === $back ? '' : sprintf( '<p class="causeway-back"><a href="%1$s">%2$s</a></p>', esc_url( admin_url( 'admin.php?page=' . self::PAGE . '&screen=' . $screen ) ), esc_html( $back ) ),
			esc_html( $title ),
			wp_kses(
				__( 'These screens need JavaScript. Switch it on in your browser, or use <code>wp causeway case list</code> on the server’s command line.', 'causeway' ),
				[ 'code' => [] ]
			)
		);
	}
}
