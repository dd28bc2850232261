<?php

declare(strict_types=1);

namespace Causeway\Block;

/** Pattern "Client login page": a heading, the message's place, and WordPress's own login form. */
final class LoginPagePattern {

	public const NAME = 'causeway/client-login-page';

	public static function register(): void {
		register_block_pattern(
			self::NAME,
			[
				'title'       => __( 'Client login page', 'causeway' ),
				'description' => __( 'A login form with the place where people read why they could not get in.', 'causeway' ),
				'categories'  => [ 'call-to-action' ],
				'keywords'    => [ 'login', 'portal' ],
				'content'     => sprintf(
					'<!-- wp:group {"layout":{"type":"constrained","contentSize":"28rem"}} --><div class="wp-block-group"><!-- wp:heading {"level":1} --><h1 class="wp-block-heading">%1$s</h1><!-- /wp:heading --><!-- wp:causeway/login-error /--><!-- wp:loginout {"displayLoginAsForm":true} /--></div><!-- /wp:group -->',
					esc_html__( 'Client login', 'causeway' )
				),
			]
		);
	}

	private function __construct() {}
}
