<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Response;
use Causeway\Http\ScriptedTransport;

/** Answers of Zoho CRM as its documentation prints them, put together to a state. */
final class ScriptedCrm {

	public const ID    = '4150868000001944196';
	public const EMAIL = 'jane.doe@acme.example';

	public const SCOPES = 'ZohoCRM.org.READ,ZohoCRM.modules.contacts.READ,ZohoCRM.coql.READ,ZohoCRM.settings.fields.READ,ZohoCRM.settings.recycle_bin.READ,ZohoCRM.settings.recycle_bin.UPDATE,ZohoCRM.modules.contacts.UPDATE,ZohoCRM.modules.accounts.READ';

	public static function connection( string $secret = 'a-secret', bool $mayWrite = false, string ...$facts ): Connection {
		$named = [];
		foreach ( $facts as $name => $fact ) {
			$named[ (string) $name ] = $fact;
		}
		return new Connection(
			'zoho-crm',
			'zoho-crm',
			[
				'data_centre' => 'eu',
				'client_id'   => '1000.CLIENT',
			],
			[
				'client_secret' => $secret,
				'refresh_token' => $secret,
			],
			$mayWrite,
			$named,
		);
	}

	/** @param array<mixed> $json */
	public static function answer( int $status, array $json, string ...$headers ): Response {
		$named = [];
		foreach ( $headers as $name => $header ) {
			$named[ str_replace( '_', '-', (string) $name ) ] = $header;
		}
		return new Response( $status, $named, (string) json_encode( $json ) );
	}

	public static function error( int $status, string $code ): Response {
		return self::answer(
			$status,
			[
				'code'    => $code,
				'details' => [],
				'message' => 'said by the vendor',
				'status'  => 'error',
			]
		);
	}

	public static function nothing(): Response {
		return new Response( 204, [], '' );
	}

	public static function token( string $value = '1000.access-token', string $scopes = self::SCOPES ): Response {
		return self::answer(
			200,
			[
				'access_token' => $value,
				'scope'        => str_replace( ',', ' ', $scopes ),
				'api_domain'   => 'https://www.zohoapis.eu',
				'token_type'   => 'Bearer',
				'expires_in'   => 3600,
			]
		);
	}

	public static function org( string $zgid = '20098814732' ): Response {
		return self::answer(
			200,
			[
				'org' => [
					[
						'zgid'         => $zgid,
						'company_name' => 'Acme',
						'new_in_v9'    => [ 'deep' => [ 1, 2 ] ],
					],
				],
			]
		);
	}

	/** @param array<string, mixed> $changes */
	public static function contact( array $changes = [] ): Response {
		return self::answer(
			200,
			[
				'data' => [
					array_merge(
						[
							'id'           => self::ID,
							'Full_Name'    => 'Jane Doe',
							'Email'        => self::EMAIL,
							'User_Name'    => self::EMAIL,
							'Account_Name' => [
								'name' => 'Acme',
								'id'   => '4150868000001944100',
							],
						],
						$changes
					),
				],
				'info' => [ 'more_records' => false ],
			]
		);
	}

	/** @param array<string, mixed> $changes */
	public static function deleted( string $list, array $changes = [] ): Response {
		return self::answer(
			200,
			[
				$list  => [
					array_merge(
						[
							'id'           => self::ID,
							'display_name' => 'Jane Doe',
							'deleted_time' => '2026-01-01T10:00:00+05:30',
							'deleted_by'   => [
								'name' => 'Bob Admin',
								'id'   => '415086800000001',
							],
						],
						$changes
					),
				],
				'info' => [ 'more_records' => false ],
			]
		);
	}

	/** @param list<string> $names API names. */
	public static function fields( array $names ): Response {
		return self::answer(
			200,
			[
				'fields' => array_map(
					static fn ( string $name ): array => [
						'api_name'            => $name,
						'field_label'         => str_replace( '_', ' ', $name ),
						'layout_associations' => [ [ 'id' => '4150868000000091055' ] ],
						'profiles'            => [
							[
								'name'            => 'Standard',
								'permission_type' => 'read_write',
							],
						],
					],
					$names
				),
			]
		);
	}

	/** @param array<string, Response|ConnectorFault|\Closure(\Causeway\Connector\Request): Response> $changes By the start of `METHOD /path`; what is not named answers as in a healthy organisation. */
	public static function transport( array $changes = [] ): ScriptedTransport {
		$script  = new ScriptedTransport();
		$healthy = [
			'POST /oauth/v2/token'                        => self::token(),
			'GET /crm/v8/org'                             => self::org(),
			'GET /crm/v8/Contacts/' . self::ID            => self::contact(),
			'POST /crm/v8/coql'                           => self::nothing(),
			'GET /crm/v8/Contacts/search'                 => self::nothing(),
			'GET /crm/v8/settings/recycle_bin'            => self::nothing(),
			'GET /crm/v8/Contacts/deleted'                => self::nothing(),
			'GET /crm/v8/settings/fields?module=Contacts&type=unused' => self::nothing(),
			'GET /crm/v8/settings/fields?module=Contacts' => self::fields( [ 'Email', 'User_Name' ] ),
		];
		foreach ( array_merge( $changes, array_diff_key( $healthy, $changes ) ) as $line => $answer ) {
			$script->always( $line, $answer );
		}
		return $script;
	}
}
