<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** Tells whoever runs the site that the fuse has blown, and lets them put it back. Registered in wp-admin only. */
final class FuseNotice {

	public const ACTION = 'causeway_put_fuse_back';

	public const CAPABILITY = 'causeway_manage_settings';

	public function __construct( private readonly Fuse $fuse ) {}

	public function hooks(): void {
		add_action( 'admin_notices', $this->show( ... ) );
		add_action( 'admin_post_' . self::ACTION, $this->putBack( ... ) );
	}

	private function show(): void {
		if ( ! $this->fuse->isBlown() || ! current_user_can( self::CAPABILITY ) ) {
			return;
		}
		printf(
			'<div class="notice notice-error"><p><strong>%s</strong> %s</p><p>%s <code>%s</code></p><form method="post" action="%s"><input type="hidden" name="action" value="%s">%s<p><button class="button" type="submit">%s</button></p></form></div>',
			esc_html__( 'Causeway has stepped aside at the login.', 'causeway' ),
			esc_html__( 'It failed three times within ten minutes. People can log in as before; refused logins are not explained until you switch it on again.', 'causeway' ),
			esc_html__( 'The last fault:', 'causeway' ),
			esc_html( $this->fuse->lastFault() ),
			esc_url( admin_url( 'admin-post.php' ) ),
			esc_attr( self::ACTION ),
			wp_nonce_field( self::ACTION, '_wpnonce', true, false ),
			esc_html__( 'Switch on again', 'causeway' )
		);
	}

	private function putBack(): void {
		if ( ! current_user_can( self::CAPABILITY ) ) {
			wp_die( esc_html__( 'You are not allowed to change this.', 'causeway' ), '', [ 'response' => 403 ] );
		}
		check_admin_referer( self::ACTION );
		$this->fuse->putBack();
		$back = wp_get_referer();
		if ( wp_safe_redirect( false === $back ? admin_url() : $back ) ) {
			exit;
		}
	}
}
