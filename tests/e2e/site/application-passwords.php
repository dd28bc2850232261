<?php
/**
 * Plugin Name: Application Passwords
 * Description: Programs may log in with Application Passwords, as on every site that has TLS; the tests' clients speak plain HTTP.
 *
 * @package Causeway
 */

declare(strict_types=1);

add_filter( 'wp_is_application_passwords_available', '__return_true' );
