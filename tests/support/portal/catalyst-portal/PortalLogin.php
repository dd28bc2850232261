<?php

declare(strict_types=1);

namespace CatalystPortal;

/**
 * Decides who may enter. The order of the steps is the point: each refusal below was observed, with exactly this sentence.
 *
 * The contact goes into the session as soon as the CRM has answered with an e-mail address. The test for an Account comes after
 * that, so a person refused for want of an Account finds the portal open at the next click.
 */
final class PortalLogin {

	public const WRONG_NAME_OR_PASSWORD = 'Invalid User Name / Password';

	public const CONTACT_ADMINISTRATOR = 'Please contact your administrator';

	public const STALE_FORM = 'Something went wrong';

	public const NONCE_ACTION = 'ccgclient-portal-login';

	public const NONCE_FIELD = 'csrf_token_nonce';

	public function __construct( private readonly ZohoClient $zoho ) {}

	/** @return string The sentence to show; '' where the person is in. */
	public function byForm( string $username, #[\SensitiveParameter] string $password ): string {
		global $wpdb;

		$crmId = $wpdb->get_var(
			$wpdb->prepare(
				"SELECT crmid FROM ccgclientportal_users WHERE status = 'active' AND username = %s AND ( password = %s OR password = %s )",
				$username,
				$password,
				md5( $password )
			)
		);
		if ( null === $crmId ) {
			return self::WRONG_NAME_OR_PASSWORD;
		}

		$contact = $this->usableContact( (string) $crmId );
		if ( null === $contact ) {
			return self::CONTACT_ADMINISTRATOR;
		}
		Session::letIn( $contact );

		$accountId = self::accountId( $contact );
		if ( '' === $accountId ) {
			return self::CONTACT_ADMINISTRATOR;
		}

		// A WordPress user of the same name and password is logged in too. Where there is none, wp_login_failed fires for somebody who is in.
		$user = wp_signon(
			[
				'user_login'    => $username,
				'user_password' => $password,
				'remember'      => true,
			],
			false
		);
		if ( $user instanceof \WP_User ) {
			wp_set_current_user( $user->ID );
		}
		$this->readAccount( $accountId );

		return '';
	}

	/**
	 * Lets somebody in who is logged in to WordPress. The portal's user name is taken to be the WordPress e-mail address.
	 *
	 * @return string The sentence to show; '' where the person is in.
	 */
	public function byWordPressUser( \WP_User $user ): string {
		global $wpdb;

		$crmId = $wpdb->get_var(
			$wpdb->prepare( "SELECT crmid FROM ccgclientportal_users WHERE status = 'active' AND username = %s", $user->user_email )
		);
		if ( null === $crmId ) {
			return self::WRONG_NAME_OR_PASSWORD;
		}
		$contact = $this->usableContact( (string) $crmId );
		if ( null === $contact ) {
			return self::CONTACT_ADMINISTRATOR;
		}
		Session::letIn( $contact );
		$this->readAccount( self::accountId( $contact ) );

		return '';
	}

	/** @return array<string, mixed>|null Null for every failure of the call, and for a contact without an e-mail address ('' counts as one). */
	private function usableContact( string $crmId ): ?array {
		$contact = $this->zoho->contact( $crmId );
		if ( ! isset( $contact['Email'] ) ) {
			return null;
		}

		return self::isMapped() && ! $this->hasUsernameField( $contact ) ? null : $contact;
	}

	/**
	 * Mode `mapped`: whether the CRM still has the field that holds the user name, in the module and, with a value, on the record.
	 *
	 * @param array<string, mixed> $contact
	 */
	private function hasUsernameField( array $contact ): bool {
		$map   = json_decode( Tables::setting( 'um-settings', 'sctoCRM' ) ?? '', true );
		$field = is_array( $map ) ? (string) ( $map['username'] ?? '' ) : '';

		return '' !== $field
			&& in_array( $field, $this->zoho->contactFields() ?? [], true )
			&& is_string( $contact[ $field ] ?? null )
			&& '' !== $contact[ $field ];
	}

	/** Reads the company and its owner for the dashboard. A failure only leaves the dashboard poorer. */
	private function readAccount( string $accountId ): void {
		$account = $this->zoho->account( $accountId );
		$owner   = is_array( $account['Owner'] ?? null ) ? (string) ( $account['Owner']['id'] ?? '' ) : '';
		if ( '' === $owner ) {
			return;
		}
		$manager = $this->zoho->user( $owner );
		Session::add(
			[
				'accDtl'  => $account,
				'AccMngr' => $manager,
			]
		);
	}

	/** @param array<string, mixed> $contact */
	private static function accountId( array $contact ): string {
		$account = $contact['Account_Name'] ?? null;

		return is_array( $account ) ? (string) ( $account['id'] ?? '' ) : '';
	}

	private static function isMapped(): bool {
		$mode = defined( 'CATALYST_PORTAL_MODE' ) ? constant( 'CATALYST_PORTAL_MODE' ) : get_option( 'catalyst_portal_mode', 'free' );

		return 'mapped' === $mode;
	}
}
