<?php
/**
 * Plugin Name: Client Portal (free edition, re-enacted)
 * Description: A CRM-backed client portal for demos and tests. It behaves as the published free edition 2.2.0 was observed to behave.
 * Version:     2.2.0
 * License:     GPL-2.0-or-later
 *
 * A must-use plugin that stands on its own: it knows no other plugin, and no other plugin's hooks.
 *
 * Settings in wp-config.php, all optional:
 * - CATALYST_ZOHO_API, CATALYST_ZOHO_ACCOUNTS: base addresses of the CRM and of its account server (default: the vendor's US hosts);
 * - CATALYST_ZOHO_CLIENT_ID, CATALYST_ZOHO_CLIENT_SECRET: the portal's own OAuth application;
 * - CATALYST_SESSION_PATH: where PHP keeps the portal's sessions;
 * - CATALYST_PORTAL_MODE: `free` (default) or `mapped` (the option `catalyst_portal_mode` says the same without a constant).
 */

declare(strict_types=1);

namespace CatalystPortal;

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/catalyst-portal/Tables.php';
require_once __DIR__ . '/catalyst-portal/ZohoClient.php';
require_once __DIR__ . '/catalyst-portal/Session.php';
require_once __DIR__ . '/catalyst-portal/PortalLogin.php';
require_once __DIR__ . '/catalyst-portal/PortalPage.php';
require_once __DIR__ . '/catalyst-portal/AdminPages.php';

// Other code recognises the plugin by this constant.
define( 'CCGP_PLUGIN_PATH', __DIR__ . '/catalyst-portal' );

// The page redirects from inside a shortcode, so nothing may leave before the page is complete.
ob_start();

add_action(
	'init',
	static function (): void {
		Tables::install();
		Session::open();
	}
);

add_shortcode(
	'ccgclient_portal_free',
	static fn (): string => ( new PortalPage() )->render()
);

( new AdminPages() )->hooks();
