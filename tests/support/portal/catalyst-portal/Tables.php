<?php

declare(strict_types=1);

namespace CatalystPortal;

/**
 * The portal's own tables. Their names carry no prefix, and a password is kept as MD5 or as it was typed.
 */
final class Tables {

	private const VERSION = '2.2.0';

	private const MARK = 'catalyst_portal_version';

	/** @var array<string, string> Columns by table, between `id` and `create_time`. */
	private const COLUMNS = [
		'ccgclientportal_auth'      => 'apifor varchar(20) DEFAULT NULL,
			orgid varchar(100) DEFAULT NULL,
			authorized_client_name varchar(200) DEFAULT NULL,
			redirect_uri varchar(500) DEFAULT NULL,
			code varchar(500) DEFAULT NULL,
			client_id varchar(500) DEFAULT NULL,
			client_secret varchar(500) DEFAULT NULL,
			access_token varchar(500) DEFAULT NULL,
			refresh_token varchar(500) DEFAULT NULL',
		'ccgclientportal_options'   => 'option_name varchar(150) DEFAULT NULL,
			option_index varchar(100) DEFAULT NULL,
			option_value mediumtext DEFAULT NULL',
		'ccgclientportal_users'     => 'booksid varchar(30) DEFAULT NULL,
			crmid varchar(30) DEFAULT NULL,
			fname varchar(150) DEFAULT NULL,
			lname varchar(150) DEFAULT NULL,
			fullname varchar(150) DEFAULT NULL,
			email varchar(100) DEFAULT NULL,
			phone varchar(100) DEFAULT NULL,
			username varchar(100) DEFAULT NULL,
			password varchar(100) DEFAULT NULL,
			status varchar(10) DEFAULT NULL,
			condtl text DEFAULT NULL',
		'ccgclientportal_tempusers' => 'data text DEFAULT NULL,
			status varchar(10) DEFAULT NULL',
	];

	/** Creates tables and the role `client` where they are missing. Costs no query once that is done. */
	public static function install(): void {
		global $wpdb;

		if ( wp_installing() || self::VERSION === get_option( self::MARK ) ) {
			return;
		}
		foreach ( self::COLUMNS as $table => $columns ) {
			$wpdb->query(
				"CREATE TABLE IF NOT EXISTS {$table} (
					id int(11) NOT NULL AUTO_INCREMENT,
					{$columns},
					create_time datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
					PRIMARY KEY  (id)
				)"
			);
		}
		add_role( 'client', 'Client', [ 'read' => true ] );
		update_option( self::MARK, self::VERSION );
	}

	/** A row of `ccgclientportal_options`; null where there is none. */
	public static function setting( string $name, string $index ): ?string {
		global $wpdb;

		$value = $wpdb->get_var(
			$wpdb->prepare( 'SELECT option_value FROM ccgclientportal_options WHERE option_name = %s AND option_index = %s', $name, $index )
		);

		return null === $value ? null : (string) $value;
	}

	/**
	 * Rows newer than the one that a refresh token was pasted into come from refreshes: the newest one counts.
	 *
	 * @return array{access_token: string, refresh_token: string, orgid: string, create_time: string}|null Null where the CRM was never connected.
	 */
	public static function newestToken(): ?array {
		global $wpdb;

		$row = $wpdb->get_row( "SELECT access_token, refresh_token, orgid, create_time FROM ccgclientportal_auth WHERE apifor = 'crm' ORDER BY id DESC LIMIT 1", ARRAY_A );
		if ( ! is_array( $row ) ) {
			return null;
		}

		return [
			'access_token'  => (string) $row['access_token'],
			'refresh_token' => (string) $row['refresh_token'],
			'orgid'         => (string) $row['orgid'],
			'create_time'   => (string) $row['create_time'],
		];
	}
}
