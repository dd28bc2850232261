<?php
/** Mails of a deep test go nowhere. */

declare(strict_types=1);

add_filter( 'pre_wp_mail', '__return_true' );
