<?php

declare(strict_types=1);

namespace CatalystPortal;

/**
 * What the shortcode prints: login form, dashboard, logout, by `?ppage=`.
 *
 * Redirects are plain headers and do not end the request: the page behind one is still built, as the published plugin does it.
 */
final class PortalPage {

	private readonly ZohoClient $zoho;

	/** The sentence above the form; '' shows none. It lives for this request only. */
	private string $refusal = '';

	public function __construct() {
		// The token is looked at on every view of the page, whether or not somebody logs in.
		$this->zoho = new ZohoClient();
	}

	public function render(): string {
		// In the editor and over REST the content is read, not visited: a redirect would break it.
		if ( is_admin() || wp_is_serving_rest_request() || is_feed() ) {
			return '';
		}
		$isIn = null !== Session::contact();

		switch ( self::query( 'ppage' ) ) {
			case 'logout':
				$user = wp_get_current_user();
				Session::leave( $user->exists() && in_array( 'client', $user->roles, true ) );
				return $this->redirect( 'login' );
			case 'dashboard':
				return $isIn ? $this->dashboard() : $this->redirect( 'login' );
			case 'login':
				return $this->login( $isIn );
			default:
				return $this->redirect( $isIn ? 'dashboard' : 'login' );
		}
	}

	private function login( bool $wasIn ): string {
		$login = new PortalLogin( $this->zoho );

		if ( isset( $_POST['username'] ) ) {
			$this->refusal = wp_verify_nonce( self::posted( PortalLogin::NONCE_FIELD ), PortalLogin::NONCE_ACTION )
				? $login->byForm( trim( self::posted( 'username' ) ), self::posted( 'password' ) )
				: PortalLogin::STALE_FORM;
			if ( '' === $this->refusal ) {
				$this->redirect( 'dashboard' );
			}
		}
		if ( $wasIn ) {
			return $this->redirect( 'dashboard' );
		}

		$user = wp_get_current_user();
		if ( $user->exists() && in_array( 'client', $user->roles, true ) && ! Session::keepsOut() ) {
			$refusal       = $login->byWordPressUser( $user );
			$this->refusal = '' === $refusal ? $this->refusal : $refusal;
		}

		return $this->form();
	}

	private function form(): string {
		$alert = '' === $this->refusal ? '' : sprintf( '<p class="ccgportal-error" style="color: red;text-align: center;">%s</p>', esc_html( $this->refusal ) );

		return sprintf(
			'<style>%s</style>
<div id="ccgclientportal-content"><div id="login-form"><div class="ibox-content ccgportal-login login-form">
<h4>LOGIN</h4>
<form class="m-t" role="form" action="" method="post">
%s
%s
<div class="form-group"><label class="labelstyle" for="username">Email</label>
<input id="username" name="username" type="text" placeholder="user@domain.com" value="%s" autocomplete="off" required></div>
<div class="form-group"><label class="labelstyle" for="password">Password</label>
<input id="password" name="password" type="password" placeholder="************" autocomplete="off" required></div>
<div class="form-group"><button type="submit" class="btn btn-primary" name="atmpt-login">Login</button></div>
</form>
</div></div></div>',
			self::CSS,
			wp_nonce_field( PortalLogin::NONCE_ACTION, PortalLogin::NONCE_FIELD, true, false ),
			$alert,
			esc_attr( self::posted( 'username' ) )
		);
	}

	private function dashboard(): string {
		$contact = Session::contact() ?? [];
		$account = is_array( $contact['accDtl'] ?? null ) ? $contact['accDtl'] : [];
		$manager = is_array( $contact['AccMngr'] ?? null ) ? $contact['AccMngr'] : [];
		$company = (string) ( $account['Account_Name'] ?? ( is_array( $contact['Account_Name'] ?? null ) ? $contact['Account_Name']['name'] ?? '' : '' ) );

		return sprintf(
			'<style>%s</style>
<div id="ccgclientportal-content" class="ccgportal-dashboard"><div class="ccgportal-login">
<h4>Dashboard</h4>
<p>Welcome, <strong>%s</strong></p>
<ul><li>Company: %s</li><li>E-mail: %s</li><li>Your contact with us: %s</li></ul>
<p><a class="ccgportal-logout" href="%s">Logout</a></p>
</div></div>',
			self::CSS,
			esc_html( (string) ( $contact['Full_Name'] ?? '' ) ),
			esc_html( '' === $company ? '–' : $company ),
			esc_html( (string) ( $contact['Email'] ?? '' ) ),
			esc_html( (string) ( $manager['full_name'] ?? '–' ) ),
			esc_url( self::address( 'logout' ) )
		);
	}

	private function redirect( string $page ): string {
		if ( ! headers_sent() ) {
			header( 'Location: ' . sanitize_url( self::address( $page ) ) );
		}

		return '';
	}

	private static function address( string $page ): string {
		global $wp;

		$arguments = [ 'ppage' => $page ];
		if ( '' !== self::query( 'page_id' ) ) {
			$arguments['page_id'] = self::query( 'page_id' );
		}

		return add_query_arg( $arguments, trailingslashit( home_url( $wp->request ) ) );
	}

	private static function query( string $name ): string {
		return isset( $_GET[ $name ] ) && is_string( $_GET[ $name ] ) ? sanitize_text_field( wp_unslash( $_GET[ $name ] ) ) : '';
	}

	private static function posted( string $name ): string {
		return isset( $_POST[ $name ] ) && is_string( $_POST[ $name ] ) ? sanitize_text_field( wp_unslash( $_POST[ $name ] ) ) : '';
	}

	private const CSS = '.ccgportal-login{max-width:450px;margin:0 auto;padding:30px;background:#fff;border-radius:10px;box-shadow:0 0 5px #ccc;color:#222}'
		. '.ccgportal-login h4{margin:0 0 20px;font-size:25px;color:#228be6}'
		. '.ccgportal-login .form-group{margin-bottom:15px}'
		. '.ccgportal-login label{display:block;font-weight:700;color:#228be6}'
		. '.ccgportal-login input[type=text],.ccgportal-login input[type=password]{box-sizing:border-box;width:100%;padding:8px;border:1px solid #8bb8e0;border-radius:6px}'
		. '.ccgportal-login .btn{padding:8px 25px;border:0;border-radius:10px;color:#fff;background:#1c6fbd;cursor:pointer}';
}
