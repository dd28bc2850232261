<?php

declare(strict_types=1);

namespace CatalystPortal;

/**
 * The portal's calls to the CRM. Every failure looks the same to the caller: no record.
 *
 * Making one takes an access token: the stored one for 59 minutes, then one try to refresh it. While that try fails, each new
 * client tries again, which is how views of the portal page use up the vendor's token limit. A refused access token (401) never
 * leads to a refresh.
 */
final class ZohoClient {

	private const TIMEOUT_SECONDS = 5;

	private const TOKEN_LIFETIME_SECONDS = 59 * 60;

	/** Without a token no call goes out. */
	private string $accessToken = '';

	public function __construct() {
		$stored = Tables::newestToken();
		if ( null === $stored ) {
			return;
		}
		$age               = time() - (int) strtotime( $stored['create_time'] . ' UTC' );
		$this->accessToken = $age <= self::TOKEN_LIFETIME_SECONDS ? $stored['access_token'] : $this->refreshed( $stored );
	}

	/** @return array<string, mixed>|null */
	public function contact( string $id ): ?array {
		return $this->record( 'Contacts', $id );
	}

	/** @return array<string, mixed>|null */
	public function account( string $id ): ?array {
		return $this->record( 'Accounts', $id );
	}

	/** @return array<string, mixed>|null */
	public function user( string $id ): ?array {
		$answer = $this->get( 'users/' . rawurlencode( $id ) );
		$users  = $answer['users'] ?? null;

		return is_array( $users ) && is_array( $users[0] ?? null ) ? $users[0] : null;
	}

	/** @return list<string>|null API names of the Contacts module's fields; null where they could not be read. */
	public function contactFields(): ?array {
		$answer = $this->get( 'settings/fields?module=Contacts' );
		if ( ! is_array( $answer['fields'] ?? null ) ) {
			return null;
		}
		$names = [];
		foreach ( $answer['fields'] as $field ) {
			if ( is_array( $field ) && is_string( $field['api_name'] ?? null ) ) {
				$names[] = $field['api_name'];
			}
		}

		return $names;
	}

	/** @return array<string, mixed>|null */
	private function record( string $module, string $id ): ?array {
		if ( '' === $id ) {
			return null;
		}
		$answer = $this->get( $module . '/' . rawurlencode( $id ) );
		$rows   = $answer['data'] ?? null;

		return is_array( $rows ) && is_array( $rows[0] ?? null ) ? $rows[0] : null;
	}

	/** @return array<string, mixed>|null */
	private function get( string $path ): ?array {
		if ( '' === $this->accessToken ) {
			return null;
		}
		$response = wp_remote_get(
			self::apiBase() . '/crm/v2/' . $path,
			[
				'timeout' => self::TIMEOUT_SECONDS,
				'headers' => [ 'Authorization' => 'Zoho-oauthtoken ' . $this->accessToken ],
			]
		);
		if ( is_wp_error( $response ) ) {
			return null;
		}
		$answer = json_decode( wp_remote_retrieve_body( $response ), true );

		return is_array( $answer ) ? $answer : null;
	}

	/** @param array{access_token: string, refresh_token: string, orgid: string, create_time: string} $stored */
	private function refreshed( array $stored ): string {
		global $wpdb;

		$response = wp_remote_post(
			self::accountsBase() . '/oauth/v2/token',
			[
				'timeout' => self::TIMEOUT_SECONDS,
				'body'    => [
					'grant_type'    => 'refresh_token',
					'refresh_token' => $stored['refresh_token'],
					'client_id'     => defined( 'CATALYST_ZOHO_CLIENT_ID' ) ? (string) constant( 'CATALYST_ZOHO_CLIENT_ID' ) : '',
					'client_secret' => defined( 'CATALYST_ZOHO_CLIENT_SECRET' ) ? (string) constant( 'CATALYST_ZOHO_CLIENT_SECRET' ) : '',
				],
			]
		);
		if ( is_wp_error( $response ) ) {
			return '';
		}
		$answer = json_decode( wp_remote_retrieve_body( $response ), true );
		$token  = is_array( $answer ) && is_string( $answer['access_token'] ?? null ) ? $answer['access_token'] : '';
		if ( '' !== $token ) {
			$wpdb->insert(
				'ccgclientportal_auth',
				[
					'apifor'        => 'crm',
					'orgid'         => $stored['orgid'],
					'access_token'  => $token,
					'refresh_token' => $stored['refresh_token'],
					'create_time'   => gmdate( 'Y-m-d H:i:s' ),
				]
			);
		}

		return $token;
	}

	private static function apiBase(): string {
		return rtrim( defined( 'CATALYST_ZOHO_API' ) ? (string) constant( 'CATALYST_ZOHO_API' ) : 'https://www.zohoapis.com', '/' );
	}

	private static function accountsBase(): string {
		return rtrim( defined( 'CATALYST_ZOHO_ACCOUNTS' ) ? (string) constant( 'CATALYST_ZOHO_ACCOUNTS' ) : 'https://accounts.zoho.com', '/' );
	}
}
