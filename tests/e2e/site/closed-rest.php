<?php
/**
 * Stand-in: a site that closes REST to strangers.
 *
 * Imitates Disable REST API (`disable-rest-api.php`) and the snippet of WordPress's own handbook: whoever is not logged in gets 401.
 *
 * Plugin Name: Closed REST (stand-in)
 */

declare(strict_types=1);

add_filter( 'rest_authentication_errors', static fn ( $errors ) => null === $errors && ! is_user_logged_in() ? new WP_Error( 'rest_cannot_access', 'Only for people who are logged in.', [ 'status' => 401 ] ) : $errors );
