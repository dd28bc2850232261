<?php

declare(strict_types=1);

namespace CatalystPortal;

/**
 * The portal's own screens under "Client Portal", at the addresses of the published plugin: licence, CRM connection, people.
 */
final class AdminPages {

	private const NONCE = 'ccgclient-portal-admin';

	private const STATES = [ 'active', 'inactive', 'approve' ];

	public function hooks(): void {
		add_action( 'admin_menu', [ $this, 'addMenu' ] );
	}

	public function addMenu(): void {
		add_menu_page( 'Zoho Client Portal', 'Client Portal', 'manage_options', 'dashboard', [ $this, 'license' ], 'dashicons-groups', 26 );
		add_submenu_page( 'dashboard', 'License', 'License', 'manage_options', 'dashboard', [ $this, 'license' ] );
		add_submenu_page( 'dashboard', 'Zoho API Settings', 'Zoho API Settings', 'manage_options', 'ccgpp-zohocrmapi', [ $this, 'connection' ] );
		add_submenu_page( 'dashboard', 'Users Management', 'User Management', 'manage_options', 'usersmanagement', [ $this, 'people' ] );
	}

	public function license(): void {
		echo '<div class="wrap"><h1>License</h1><p>Free edition. Upgrading is done in the vendor\'s client portal.</p></div>';
	}

	/** Connects again with another refresh token: the way out when the stored one was revoked. */
	public function connection(): void {
		global $wpdb;

		$token = $this->posted( 'refresh_token' );
		if ( '' !== $token ) {
			// An old time makes the next request refresh at once.
			$wpdb->insert(
				'ccgclientportal_auth',
				[
					'apifor'        => 'crm',
					'orgid'         => Tables::newestToken()['orgid'] ?? '',
					'access_token'  => '',
					'refresh_token' => $token,
					'create_time'   => gmdate( 'Y-m-d H:i:s', 0 ),
				]
			);
		}
		printf(
			'<div class="wrap"><h1>Zoho API Settings</h1><p>Newest access token: %s (UTC)</p><form method="post">%s
<label>New refresh token <input name="refresh_token" class="regular-text" autocomplete="off"></label> <button class="button button-primary">Connect</button></form></div>',
			esc_html( Tables::newestToken()['create_time'] ?? 'never' ),
			wp_nonce_field( self::NONCE, '_wpnonce', true, false )
		);
	}

	public function people(): void {
		global $wpdb;

		$id    = isset( $_GET['uid'] ) ? absint( $_GET['uid'] ) : 0;
		$state = $this->posted( 'status' );
		if ( $id > 0 && in_array( $state, self::STATES, true ) ) {
			$wpdb->update( 'ccgclientportal_users', [ 'status' => $state ], [ 'id' => $id ] );
		}

		echo '<div class="wrap"><h1>Users Management</h1>';
		$id > 0 ? $this->person( $id ) : $this->everybody();
		echo '</div>';
	}

	private function everybody(): void {
		global $wpdb;

		echo '<table class="widefat striped"><thead><tr><th>Name</th><th>User name</th><th>CRM contact</th><th>Status</th></tr></thead><tbody>';
		foreach ( (array) $wpdb->get_results( 'SELECT id, fullname, username, crmid, status FROM ccgclientportal_users ORDER BY fullname' ) as $row ) {
			printf(
				'<tr><td><a href="%s">%s</a></td><td>%s</td><td>%s</td><td>%s</td></tr>',
				esc_url( admin_url( 'admin.php?page=usersmanagement&action=userdetails&uid=' . (int) $row->id ) ),
				esc_html( (string) $row->fullname ),
				esc_html( (string) $row->username ),
				esc_html( (string) $row->crmid ),
				esc_html( (string) $row->status )
			);
		}
		echo '</tbody></table>';
	}

	private function person( int $id ): void {
		global $wpdb;

		$row = $wpdb->get_row( $wpdb->prepare( 'SELECT fullname, username, crmid, status FROM ccgclientportal_users WHERE id = %d', $id ) );
		if ( null === $row ) {
			echo '<p>No such user.</p>';
			return;
		}
		$options = '';
		foreach ( self::STATES as $state ) {
			$options .= sprintf( '<option value="%1$s"%2$s>%1$s</option>', esc_attr( $state ), selected( $state, $row->status, false ) );
		}
		printf(
			'<h2>%s</h2><p>User name: %s<br>CRM contact: %s</p><form method="post">%s<label>Status <select name="status">%s</select></label> <button class="button button-primary">Save</button></form>',
			esc_html( (string) $row->fullname ),
			esc_html( (string) $row->username ),
			esc_html( (string) $row->crmid ),
			wp_nonce_field( self::NONCE, '_wpnonce', true, false ),
			$options
		);
	}

	/** A posted value, after capability and nonce; '' where nothing was posted. */
	private function posted( string $name ): string {
		if ( ! isset( $_POST[ $name ] ) || ! is_string( $_POST[ $name ] ) || ! current_user_can( 'manage_options' ) ) {
			return '';
		}
		check_admin_referer( self::NONCE );

		return sanitize_text_field( wp_unslash( $_POST[ $name ] ) );
	}
}
