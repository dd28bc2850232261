<?php

declare(strict_types=1);

namespace Causeway\Tests\Support;

use Causeway\Connector\Connection;

/** A connection to each system, every way that it can be configured, with secrets that must not come out anywhere. */
final class PlantedConnection {

	/** Values of plain fields, by `system.field`; others stay empty, selects at their first value. */
	private const PLAIN = [
		'dynamics-365.environment_url' => 'https://northwind.crm4.dynamics.com',
		'dynamics-365.tenant_id'       => '2f0c3a52-7a0b-4d0e-9a55-0f6f1f1d2c3b',
		'dynamics-365.client_id'       => '7c1d9b7e-51d4-4d5e-8b43-9a3f5b1f2a11',
		'dynamics-365.portal_field'    => 'nw_username',
		'hubspot.client_id'            => '5f1d9b7e-51d4-4d5e-8b43-9a3f5b1f2a12',
		'hubspot.portal_field'         => 'portal_user_name',
		'magentrix.portal_url'         => 'https://northwind.magentrixcloud.com',
		'salesforce.my_domain'         => 'https://northwind.my.salesforce.com',
		'salesforce.client_id'         => '3MVG9.client',
		'salesforce.username'          => 'causeway@northwind.example',
		'superoffice.tenant'           => 'Cust12345',
		'superoffice.client_id'        => '0123456789abcdef0123456789abcdef',
		'superoffice.api_base'         => 'https://crm.superoffice.com',
		'superoffice.user_name'        => 'causeway',
		'vendasta.partner_id'          => 'NWND',
		'zoho-crm.client_id'           => '1000.CLIENT',
		'zoho-crm.username_field'      => 'User_Name',
		'zoho-desk.org_id'             => '60012345678',
		'zoho-desk.client_id'          => '1000.CLIENT',
		'zoho-desk.portal_field'       => 'cf_portal_access',
	];

	/** Selects by which a system chooses among ways to log in; and secrets that are left out, so that another way is taken. */
	private const WAYS = [
		'hubspot'     => [ [], [ 'access_token' => '' ] ],
		'salesforce'  => [ [ 'flow' => 'client_credentials' ], [ 'flow' => 'jwt_bearer' ], [ 'flow' => 'refresh_token' ] ],
		'superoffice' => [
			[ 'edition' => 'online' ],
			[
				'edition'      => 'online',
				'system_token' => '',
			],
			[ 'edition' => 'onsite' ],
			[
				'edition' => 'onsite',
				'ticket'  => '',
			],
		],
	];

	private static string $key = '';

	/**
	 * @param array<string, string> $fields
	 * @param array<string, string> $secrets
	 * @param list<string>          $canaries Parts of the secrets by which each is known again.
	 */
	private function __construct(
		public readonly string $system,
		public readonly array $fields,
		#[\SensitiveParameter] public readonly array $secrets,
		#[\SensitiveParameter] public readonly array $canaries,
	) {}

	/** @return array<string, self> Of every system that takes a secret. */
	public static function all(): array {
		$json = json_decode( (string) file_get_contents( dirname( __DIR__, 3 ) . '/build/catalog.json' ), true, 512, JSON_THROW_ON_ERROR );
		$all  = [];
		foreach ( is_array( $json ) && is_array( $json['systems'] ?? null ) ? $json['systems'] : [] as $system ) {
			foreach ( is_array( $system ) ? self::waysOf( $system ) : [] as $number => $way ) {
				$all[ $way->system . ' ' . ( $number + 1 ) ] = $way;
			}
		}
		return $all;
	}

	/**
	 * @param array<mixed> $system
	 * @return list<self>
	 */
	private static function waysOf( array $system ): array {
		$id     = is_string( $system['id'] ?? null ) ? $system['id'] : '';
		$fields = is_array( $system['fields'] ?? null ) ? $system['fields'] : [];
		if ( ! in_array( 'secret', array_column( $fields, 'kind' ), true ) ) {
			return [];
		}
		return array_map( static fn ( array $chosen ): self => self::way( $id, $fields, $chosen ), self::WAYS[ $id ] ?? [ [] ] );
	}

	/**
	 * @param array<mixed>          $declared
	 * @param array<string, string> $chosen
	 */
	private static function way( string $system, array $declared, array $chosen ): self {
		$fields   = [];
		$secrets  = [];
		$canaries = [];
		foreach ( $declared as $field ) {
			if ( ! is_array( $field ) || ! is_string( $field['id'] ?? null ) ) {
				continue;
			}
			$name = $field['id'];
			if ( 'secret' !== ( $field['kind'] ?? '' ) ) {
				$first           = is_array( $field['options'] ?? null ) && is_array( $field['options'][0] ?? null ) ? $field['options'][0]['value'] ?? '' : '';
				$fields[ $name ] = $chosen[ $name ] ?? self::PLAIN[ $system . '.' . $name ] ?? ( is_string( $first ) ? $first : '' );
			} elseif ( '' !== ( $chosen[ $name ] ?? 'planted' ) ) {
				$canary           = 'canary.' . $name . '.' . bin2hex( random_bytes( 12 ) );
				$secrets[ $name ] = match ( $name ) {
					'private_key' => self::key(),
					'key_file' => (string) json_encode(
						[
							'private_key_id' => $canary,
							'private_key'    => self::key(),
							'client_email'   => 'causeway@northwind.example',
							'token_uri'      => 'https://sso-api-prod.apigateway.co/oauth2/token',
						],
						JSON_UNESCAPED_SLASHES
					),
					default => $canary,
				};
				$canaries[]       = 'private_key' === $name || 'key_file' === $name ? self::partOfKey() : $canary;
			}
		}
		return new self( $system, $fields, $secrets, $canaries );
	}

	/** What a vendor that quotes everything would send back. */
	public function echoed(): string {
		return implode( ' ', $this->secrets ) . ' ' . implode( ' ', $this->canaries );
	}

	public function connection( bool $mayWrite ): Connection {
		return new Connection( $this->system, $this->system, $this->fields, $this->secrets, $mayWrite );
	}

	/** @return array<string, mixed> What a var_dump or a trace may show. */
	public function __debugInfo(): array {
		return [ 'system' => $this->system ];
	}

	/** A private key on one line, as a form's field leaves it; one for all, because making one takes a moment. */
	private static function key(): string {
		if ( '' === self::$key ) {
			$pair = openssl_pkey_new(
				[
					'private_key_bits' => 2048,
					'private_key_type' => OPENSSL_KEYTYPE_RSA,
				]
			);
			$pem  = '';
			if ( false === $pair || ! openssl_pkey_export( $pair, $pem ) || ! is_string( $pem ) ) {
				throw new \RuntimeException( 'No private key could be made.' );
			}
			self::$key = str_replace( "\n", '', $pem );
		}
		return self::$key;
	}

	/** Some letters and digits out of the middle of the key. */
	private static function partOfKey(): string {
		return 1 === preg_match( '/[A-Za-z0-9]{16,}/', substr( self::key(), 200 ), $part ) ? $part[0] : throw new \RuntimeException( 'The key has no such part.' );
	}
}
