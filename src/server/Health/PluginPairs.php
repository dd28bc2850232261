<?php

declare(strict_types=1);

namespace Causeway\Health;

/** Two plugins of one kind answer the same login: the person reads one's message and is stopped by the other. */
final class PluginPairs {

	/** Kind → folder on WordPress.org → name. */
	private const KINDS = [
		'limit'    => [
			'limit-login-attempts-reloaded' => 'Limit Login Attempts Reloaded',
			'loginizer'                     => 'Loginizer',
			'wordfence'                     => 'Wordfence',
			'wp-cerber'                     => 'WP Cerber',
			'all-in-one-wp-security-and-firewall' => 'All-In-One Security',
			'better-wp-security'            => 'Solid Security',
			'login-lockdown'                => 'Login Lockdown',
			'wp-simple-firewall'            => 'Shield Security',
		],
		'factor'   => [
			'two-factor'                              => 'Two Factor',
			'wp-2fa'                                  => 'WP 2FA',
			'wordfence'                               => 'Wordfence',
			'wordfence-login-security'                => 'Wordfence Login Security',
			'miniorange-2-factor-authentication'      => 'miniOrange 2 Factor',
			'two-factor-authentication'               => 'Two Factor Authentication',
			'google-authenticator'                    => 'Google Authenticator',
		],
		'captcha'  => [
			'simple-cloudflare-turnstile'   => 'Simple CAPTCHA Alternative with Cloudflare Turnstile',
			'google-captcha'                => 'reCaptcha by BestWebSoft',
			'advanced-google-recaptcha'     => 'Advanced Google reCAPTCHA',
			'advanced-nocaptcha-recaptcha'  => 'CAPTCHA 4WP',
			'hcaptcha-for-forms-and-more'   => 'hCaptcha for WP',
			'login-recaptcha'               => 'Login No Captcha reCAPTCHA',
		],
		'saml'     => [
			'onelogin-saml-sso'                 => 'SAML SP by OneLogin',
			'wp-saml-auth'                      => 'WP SAML Auth',
			'miniorange-saml-20-single-sign-on' => 'miniOrange SAML',
		],
		'address'  => [
			'wps-hide-login'        => 'WPS Hide Login',
			'rename-wp-login'       => 'Rename wp-login.php',
			'change-wp-admin-login' => 'Change wp-admin Login',
			'hide-my-wp'            => 'WP Ghost',
		],
		'approval' => [
			'new-user-approve' => 'New User Approve',
			'wp-approve-user'  => 'WP Approve User',
		],
	];

	public function __construct( private readonly ActivePlugins $plugins ) {}

	public function verdict(): Verdict {
		$lines = [];
		foreach ( $this->active() as $kind => $names ) {
			if ( count( $names ) > 1 ) {
				$lines[] = self::meaning( $kind, wp_sprintf_l( '%l', $names ) );
			}
		}
		return [] === $lines
			? new Verdict( 'good', __( 'No two plugins answer the same login', 'causeway' ), __( 'Of the plugins that Causeway knows to take part in logins, no two do the same.', 'causeway' ) )
			: new Verdict( 'recommended', __( 'Two plugins of one kind answer the same login', 'causeway' ), implode( ' ', $lines ) );
	}

	/** @return array<string, list<string>> Names of active plugins that take part in logins, by what they do. */
	public function active(): array {
		$active = array_flip( $this->plugins->folders() );
		return array_filter( array_map( static fn ( array $plugins ): array => array_values( array_intersect_key( $plugins, $active ) ), self::KINDS ) );
	}

	private static function meaning( string $kind, string $names ): string {
		return match ( $kind ) {
			/* translators: %s: names of plugins */
			'limit' => sprintf( __( '%s each count failed logins and lock by themselves: whoever is let in again by one is still locked by the other. Let one of them do it.', 'causeway' ), $names ),
			/* translators: %s: names of plugins */
			'factor' => sprintf( __( '%s each can ask for a second factor: a code for one is refused by the other. Switch it off in all but one.', 'causeway' ), $names ),
			/* translators: %s: names of plugins */
			'captcha' => sprintf( __( '%s each want a puzzle solved at the login form: one missing answer refuses everybody. Keep one.', 'causeway' ), $names ),
			/* translators: %s: names of plugins */
			'saml' => sprintf( __( '%s each answer the identity provider’s return: an answer for one is refused by the other. Keep one.', 'causeway' ), $names ),
			/* translators: %s: names of plugins */
			'address' => sprintf( __( '%s each move the login page: links in mails lead to an address that the other one closes. Keep one.', 'causeway' ), $names ),
			/* translators: %s: names of plugins */
			default => sprintf( __( '%s each let people wait for approval: approved in one, they still wait in the other. Keep one.', 'causeway' ), $names ),
		};
	}
}
