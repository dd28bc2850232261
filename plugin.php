<?php
/**
 * Plugin Name:       Causeway
 * Description:       Tells people why a portal refused their login, and tells you the cause and every step that fixes it.
 * Version:           0.1.0
 * Requires at least: 6.8
 * Requires PHP:      8.1
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       causeway
 *
 * @package Causeway
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/src/server/Plugin.php';

Causeway\Plugin::boot( __FILE__ );
