<?php
/** A portal that takes everybody's password and then refuses everybody whose name begins with "person-". */

declare(strict_types=1);

add_filter( 'check_password', '__return_true' );
add_filter(
	'authenticate',
	static fn ( mixed $user, string $name ): mixed => $user instanceof WP_User && str_starts_with( $name, 'person-' ) ? new WP_Error( 'portal_refused', 'Please contact your administrator.' ) : $user,
	50,
	2
);
