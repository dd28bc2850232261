<?php
/**
 * Stand-in: a login form that a script sends to admin-ajax.php, whose answer the script writes into the page.
 *
 * Imitates `wp_ajax_nopriv_*` handlers around `wp_signon()` as in Ultimate Member (`includes/core/class-ajax-common.php`), Login With Ajax
 * (`login-with-ajax.php`) and many themes. Shortcode `[ajax_login]`; with `elsewhere="1"` the form is answered by no server at all, like
 * a vendor's embedded form.
 *
 * Plugin Name: Ajax login (stand-in)
 */

declare(strict_types=1);

add_action(
	'wp_ajax_nopriv_standin_login',
	static function (): void {
		$user = wp_signon(
			[
				'user_login'    => wp_unslash( $_POST['log'] ?? '' ),
				'user_password' => $_POST['pwd'] ?? '',
			]
		);
		wp_send_json( is_wp_error( $user ) ? [ 'message' => 'That did not work.' ] : [ 'message' => 'Welcome.' ] );
	}
);

add_shortcode(
	'ajax_login',
	static function ( $attributes ): string {
		$is_elsewhere = is_array( $attributes ) && isset( $attributes['elsewhere'] );
		ob_start();
		?>
		<form id="standin"><label>Name <input type="text" name="log"></label> <label>Password <input type="password" name="pwd"></label> <button>Enter</button></form>
		<div id="standin-answer"></div>
		<script>
			document.getElementById( 'standin' ).addEventListener( 'submit', async ( event ) => {
				event.preventDefault();
				const answer = document.getElementById( 'standin-answer' );
				<?php if ( $is_elsewhere ) : ?>
				setTimeout( () => { answer.innerHTML = '<p>Please contact your administrator</p>'; }, 300 );
				<?php else : ?>
				const body = new FormData( event.target );
				body.append( 'action', 'standin_login' );
				const reply = await fetch( <?php echo wp_json_encode( admin_url( 'admin-ajax.php' ) ); ?>, { method: 'POST', body } );
				answer.textContent = ( await reply.json() ).message;
				<?php endif; ?>
			} );
		</script>
		<?php
		return (string) ob_get_clean();
	}
);
