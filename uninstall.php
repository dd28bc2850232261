<?php
/**
 * Leaves the database as it was before Causeway was first activated.
 *
 * @package Causeway
 */

declare(strict_types=1);

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/src/server/Plugin.php';

Causeway\Plugin::uninstall( __DIR__ . '/plugin.php' );
