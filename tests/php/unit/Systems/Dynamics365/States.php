<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Subject;

/** The states that a person, a site and an environment can be in, as the lab brings them about. */
final class States {

	public const HEALTHY = [
		'connection.reachable'          => 'true',
		'connection.authorised'         => 'true',
		'connection.scopes'             => 'true',
		'quota.available'               => 'true',
		'contact.linked'                => 'true',
		'contact.single'                => 'true',
		'contact.active'                => 'true',
		'contact.has-email'             => 'true',
		'contact.email-matches'         => 'true',
		'contact.exists'                => 'true',
		'contact.in-recycle-bin'        => 'false',
		'contact.permanently-deleted'   => 'false',
		'contact.merged'                => 'false',
		'recycle-bin.on'                => 'unknown:not-tried',
		'deletions.many'                => 'unknown:not-tried',
		'contact.has-account'           => 'true',
		'contact.parent-is-contact'     => 'false',
		'contact.account-unchanged'     => 'unknown:not-recorded',
		'portal-field.mapped'           => 'true',
		'portal-field.exists'           => 'true',
		'portal-field.visible'          => 'true',
		'portal-field.filled'           => 'true',
		'portal.used'                   => 'true',
		'site.password-login'           => 'true',
		'site.external-login'           => 'true',
		'site.login-by-email'           => 'false',
		'site.password-reset'           => 'true',
		'site.reset-wants-confirmation' => 'false',
		'site.invitations'              => 'true',
		'user.exists'                   => 'true',
		'user.has-name'                 => 'true',
		'user.name-is-email'            => 'true',
		'user.external'                 => 'false',
		'user.active'                   => 'true',
		'user.locked'                   => 'false',
		'user.password-login'           => 'true',
		'user.password-failing'         => 'false',
		'user.confirmed'                => 'true',
		'user.complete'                 => 'true',
		'user.logged-in-before'         => 'true',
		'invitation.sent'               => 'unknown:not-tried',
		'invitation.open'               => 'unknown:not-tried',
		'user.has-role'                 => 'true',
	];

	/** @return array<string, State> */
	public static function all(): array {
		return [ ...self::people(), ...self::logins(), ...self::environments(), ...self::vendor() ];
	}

	/** @return array<string, State> */
	private static function people(): array {
		$fine     = Northwind::subject( 'fine' );
		$email    = Northwind::email( 'fine' );
		$noneLeft = [
			'contact.has-account' => 'unknown:contact-absent',
			'contact.active'      => 'unknown:contact-absent',
			'user.exists'         => 'unknown:contact-absent',
			'portal-field.exists' => 'true',
			'portal-field.filled' => 'unknown:contact-absent',
		];
		$together = array_map( static fn ( string $key ): array => self::order( 'delete-contact', id: Northwind::id( $key ) ), [ 'fine', 'mergedInto', 'noAccount', 'noEmail', 'quoted', 'pending', 'expired', 'disabled', 'locked', 'external' ] );
		return [
			'found'                       => new State( $fine, self::HEALTHY ),
			'by address alone'            => new State( new Subject( 'user:1', email: strtoupper( $email ) ), self::HEALTHY ),
			'by what was typed'           => new State( new Subject( 'user:1', loginName: $email ), self::HEALTHY ),
			'an id in braces'             => new State( new Subject( 'user:1', email: $email, contactId: '{' . strtoupper( Northwind::id( 'fine' ) ) . '}' ), self::HEALTHY ),
			'an id that is none'          => new State( new Subject( 'user:1', email: $email, contactId: '0 or contactid ne null' ), self::HEALTHY ),
			'an address with a quote'     => new State( new Subject( 'user:1', email: Northwind::email( 'quoted' ) ), self::HEALTHY ),
			'an id without an address'    => new State(
				new Subject( 'user:1', contactId: Northwind::id( 'fine' ) ),
				[
					'contact.exists'        => 'true',
					'contact.email-matches' => 'unknown:no-address',
					'contact.single'        => 'unknown:no-address',
					'user.exists'           => 'true',
				]
			),
			'a second address'            => new State(
				new Subject( 'user:1', email: 'second@alderfinch.example' ),
				[
					'contact.linked'        => 'true',
					'contact.exists'        => 'true',
					'contact.email-matches' => 'false',
				],
				[ self::order( 'set-contact', id: Northwind::id( 'fine' ), fields: [ 'emailaddress2' => 'Second@alderfinch.example' ] ) ]
			),
			'nobody named'                => new State(
				new Subject( 'user:1' ),
				[
					'connection.authorised' => 'true',
					'contact.linked'        => 'unknown:no-address',
					'contact.exists'        => 'unknown:contact-unknown',
					'portal.used'           => 'true',
					'user.exists'           => 'unknown:contact-unknown',
				]
			),
			'not found'                   => new State(
				new Subject( 'user:1', email: 'nobody@northwind.example' ),
				[
					'contact.linked'              => 'false',
					'contact.exists'              => 'false',
					'contact.in-recycle-bin'      => 'false',
					'contact.permanently-deleted' => 'unknown:contact-unknown',
					'contact.merged'              => 'unknown:contact-unknown',
					'user.exists'                 => 'unknown:contact-unknown',
				]
			),
			'deleted'                     => new State(
				Northwind::subject( 'binned' ),
				[
					'contact.linked'              => 'true',
					'contact.exists'              => 'false',
					'contact.in-recycle-bin'      => 'true',
					'contact.permanently-deleted' => 'false',
					'contact.merged'              => 'false',
					'recycle-bin.on'              => 'true',
					'deletions.many'              => 'false',
				] + $noneLeft
			),
			'in the bin, by address'      => new State(
				new Subject( 'user:1', email: strtoupper( Northwind::email( 'quoted' ) ) ),
				[
					'contact.linked'         => 'false',
					'contact.exists'         => 'false',
					'contact.in-recycle-bin' => 'true',
				],
				[ self::order( 'delete-contact', id: Northwind::id( 'quoted' ) ) ]
			),
			'permanently deleted'         => new State(
				Northwind::subject( 'purged' ),
				[
					'contact.exists'              => 'false',
					'contact.in-recycle-bin'      => 'false',
					'contact.permanently-deleted' => 'true',
					'contact.merged'              => 'false',
				] + $noneLeft
			),
			'deleted where no bin is on'  => new State(
				$fine,
				[
					'contact.exists'              => 'false',
					'contact.in-recycle-bin'      => 'false',
					'contact.permanently-deleted' => 'true',
					'recycle-bin.on'              => 'false',
				],
				[ self::order( 'turn-recycle-bin-off' ), self::order( 'delete-contact', id: Northwind::id( 'fine' ) ) ]
			),
			'deleted with many others'    => new State(
				$fine,
				[
					'contact.in-recycle-bin' => 'true',
					'deletions.many'         => 'true',
				],
				$together
			),
			'deleted without auditing'    => new State(
				$fine,
				[
					'contact.in-recycle-bin' => 'true',
					'deletions.many'         => 'unknown:not-recorded',
				],
				[ self::order( 'turn-auditing-off' ), ...$together ]
			),
			'deleted, and much else too'  => new State(
				Northwind::subject( 'binned' ),
				[
					'contact.in-recycle-bin' => 'true',
					'deletions.many'         => 'unknown:not-readable',
				],
				faults: [
					[
						'path'  => '/audits',
						'after' => 1,
						'then'  => [
							'status' => 200,
							'body'   => [
								'value' => array_fill(
									0,
									500,
									[
										'_objectid_value' => Northwind::ALDER,
										'_objectid_value@Microsoft.Dynamics.CRM.lookuplogicalname' => 'task',
										'createdon'       => '2026-01-01T00:00:00Z',
									]
								),
							],
						],
					],
				]
			),
			'deleted, code left empty'    => new State(
				$fine,
				[
					'contact.exists'         => 'false',
					'contact.in-recycle-bin' => 'true',
				],
				[ self::switches( absentRecordCode: '' ), self::order( 'delete-contact', id: Northwind::id( 'fine' ) ) ]
			),
			'made anew after deletion'    => new State(
				Northwind::subject( 'binned' ),
				[
					'contact.exists'              => 'false',
					'contact.in-recycle-bin'      => 'true',
					'contact.merged'              => 'true',
					'contact.permanently-deleted' => 'false',
				],
				[ self::order( 'create-contact', fields: [ 'emailaddress1' => Northwind::email( 'binned' ), 'lastname' => 'Okafor' ] ) ]
			),
			'merged'                      => new State(
				Northwind::subject( 'merged' ),
				[
					'contact.exists' => 'true',
					'contact.active' => 'false',
					'contact.merged' => 'true',
				]
			),
			'merged, and nothing says so' => new State(
				Northwind::subject( 'inactive' ),
				[
					'contact.active' => 'false',
					'contact.merged' => 'unknown:not-readable',
				],
				[ self::order( 'remove-column', column: 'merged' ) ]
			),
			'two contacts'                => new State(
				new Subject( 'user:1', email: Northwind::email( 'twin' ) ),
				[
					'contact.linked'      => 'unknown:ambiguous',
					'contact.single'      => 'false',
					'contact.exists'      => 'true',
					'contact.has-account' => 'unknown:ambiguous',
				]
			),
			'two contacts, one known'     => new State(
				Northwind::subject( 'twin' ),
				[
					'contact.linked' => 'true',
					'contact.single' => 'false',
					'contact.exists' => 'true',
				]
			),
			'inactive'                    => new State(
				Northwind::subject( 'inactive' ),
				[
					'contact.exists' => 'true',
					'contact.active' => 'false',
					'contact.merged' => 'false',
				]
			),
			'no account'                  => new State(
				Northwind::subject( 'noAccount' ),
				[
					'contact.has-account'       => 'false',
					'contact.parent-is-contact' => 'false',
				]
			),
			'a contact as company'        => new State(
				Northwind::subject( 'parentIsContact' ),
				[
					'contact.has-account'       => 'false',
					'contact.parent-is-contact' => 'true',
				]
			),
			'the same Account'            => new State( Northwind::subject( 'fine', Northwind::ALDER ), [ 'contact.account-unchanged' => 'true' ] ),
			'another Account'             => new State( Northwind::subject( 'fine', Northwind::BRIGHTWATER ), [ 'contact.account-unchanged' => 'false' ] ),
			'no e-mail'                   => new State(
				Northwind::subject( 'noEmail' ),
				[
					'contact.has-email'     => 'false',
					'contact.email-matches' => 'false',
				]
			),
			'another e-mail'              => new State(
				Northwind::subject( 'otherEmail' ),
				[
					'contact.has-email'     => 'true',
					'contact.email-matches' => 'false',
				]
			),
			'field empty'                 => new State(
				Northwind::subject( 'noUsername' ),
				[
					'portal-field.exists' => 'true',
					'portal-field.filled' => 'false',
				]
			),
			'field gone'                  => new State(
				$fine,
				[
					'portal-field.mapped'  => 'true',
					'portal-field.exists'  => 'false',
					'portal-field.visible' => 'unknown:field-absent',
					'contact.exists'       => 'true',
					'user.exists'          => 'true',
				],
				[ self::order( 'remove-column', column: Northwind::USERNAME_COLUMN ) ]
			),
			'field hidden without a word' => new State(
				$fine,
				[
					'portal-field.exists'  => 'true',
					'portal-field.visible' => 'unknown:field-hidden',
					'portal-field.filled'  => 'unknown:field-hidden',
				],
				[ self::order( 'secure-column', column: Northwind::USERNAME_COLUMN ) ]
			),
			'field refused'               => new State(
				$fine,
				[
					'portal-field.exists'  => 'true',
					'portal-field.visible' => 'false',
					'portal-field.filled'  => 'unknown:field-hidden',
				],
				[ self::switches( securedColumn: 'forbidden' ), self::order( 'secure-column', column: Northwind::USERNAME_COLUMN ) ]
			),
			'no field named'              => new State(
				$fine,
				[
					'portal-field.mapped' => 'false',
					'portal-field.exists' => 'unknown:not-mapped',
				],
				fields: [ 'portal_field' => '' ]
			),
			'unknown field in the answer' => new State(
				$fine,
				self::HEALTHY,
				faults: [
					[
						'path'  => '/WhoAmI',
						'times' => 1,
						'then'  => [
							'status' => 200,
							'body'   => [
								'UserId'         => '5a1e0302-7c2d-ef11-9f89-6045bdece802',
								'OrganizationId' => '5a1e0101-7c2d-ef11-9f89-6045bdece801',
								'NewThing'       => [ "a\u{202E}b" => [ null, 1.5 ] ],
							],
						],
					],
				]
			),
		];
	}

	/** @return array<string, State> */
	private static function logins(): array {
		return [
			'never invited'              => new State(
				Northwind::subject( 'neverInvited' ),
				[
					'user.exists'     => 'false',
					'user.complete'   => 'unknown:field-absent',
					'invitation.sent' => 'false',
					'invitation.open' => 'false',
				]
			),
			'invited'                    => new State(
				Northwind::subject( 'pending' ),
				[
					'user.exists'     => 'false',
					'invitation.sent' => 'true',
					'invitation.open' => 'true',
				]
			),
			'invited long ago'           => new State(
				Northwind::subject( 'expired' ),
				[
					'user.exists'     => 'false',
					'invitation.sent' => 'true',
					'invitation.open' => 'false',
				]
			),
			'invited, and came'          => new State(
				Northwind::subject( 'pending' ),
				[
					'user.exists'           => 'true',
					'user.complete'         => 'true',
					'user.logged-in-before' => 'false',
				],
				[ self::order( 'redeem-invitation', id: Northwind::id( 'pending' ) ) ]
			),
			'login switched off'         => new State( Northwind::subject( 'disabled' ), [ 'user.exists' => 'true', 'user.active' => 'false' ] ),
			'locked'                     => new State( Northwind::subject( 'locked' ), [ 'user.active' => 'true', 'user.locked' => 'true' ] ),
			'locked for long'            => new State(
				Northwind::subject( 'fine' ),
				[
					'user.locked'           => 'true',
					'user.password-failing' => 'false',
				],
				[ self::order( 'lock-login', id: Northwind::id( 'fine' ), minutes: 60 ) ]
			),
			'wrong passwords'            => new State( Northwind::subject( 'wrongPassword' ), [ 'user.locked' => 'false', 'user.password-failing' => 'true' ] ),
			'by another provider'        => new State( Northwind::subject( 'external' ), [ 'user.exists' => 'true', 'user.has-name' => 'false', 'user.external' => 'true' ] ),
			'by another provider only'   => new State( Northwind::subject( 'externalOnly' ), [ 'user.password-login' => 'false', 'user.external' => 'true' ] ),
			'not confirmed'              => new State( Northwind::subject( 'unconfirmed' ), [ 'user.confirmed' => 'false', 'user.logged-in-before' => 'false', 'user.complete' => 'true' ] ),
			'no security stamp'          => new State(
				Northwind::subject( 'unconfirmed' ),
				[ 'user.complete' => 'false' ],
				[ self::order( 'set-contact', id: Northwind::id( 'unconfirmed' ), fields: [ 'adx_identity_securitystamp' => null ] ) ]
			),
			'a user name of its own'     => new State(
				Northwind::subject( 'fine' ),
				[ 'user.name-is-email' => 'false' ],
				[ self::order( 'set-contact', id: Northwind::id( 'fine' ), fields: [ 'adx_identity_username' => 'mlindqvist' ] ) ]
			),
			'no web role'                => new State( Northwind::subject( 'roleless' ), [ 'user.exists' => 'true', 'user.has-role' => 'false' ] ),
			'the older data model'       => new State( Northwind::subject( 'fine' ), self::HEALTHY, [ self::switches( portalModel: 'adx' ) ] ),
			'a version without a column' => new State(
				Northwind::subject( 'fine' ),
				[
					'user.exists'           => 'true',
					'user.password-login'   => 'unknown:not-readable',
					'user.logged-in-before' => 'unknown:not-readable',
				],
				[ self::order( 'remove-column', column: 'adx_identity_locallogindisabled' ), self::order( 'remove-column', column: 'adx_identity_lastsuccessfullogin' ) ]
			),
			'settings of the site'       => new State(
				Northwind::subject( 'fine' ),
				[
					'site.password-login'           => 'false',
					'site.external-login'           => 'false',
					'site.login-by-email'           => 'true',
					'site.password-reset'           => 'false',
					'site.reset-wants-confirmation' => 'true',
					'site.invitations'              => 'false',
				],
				[
					self::setting( 'LocalLoginEnabled', 'False' ),
					self::setting( 'ExternalLoginEnabled', 'false' ),
					self::setting( 'LocalLoginByEmail', 'true' ),
					self::setting( 'ResetPasswordRequiresConfirmedEmail', 'true' ),
					self::setting( 'InvitationEnabled', 'false' ),
					self::setting( 'ResetPasswordEnabled', 'False' ),
				]
			),
			'nobody may register'        => new State( Northwind::subject( 'fine' ), [ 'site.invitations' => 'false', 'site.password-login' => 'true' ], [ self::setting( 'Enabled', 'false' ) ] ),
			'a setting left unsaid'      => new State( Northwind::subject( 'fine' ), [ 'site.password-login' => 'true' ], [ self::setting( 'LocalLoginEnabled', null ) ] ),
			'two sites that differ'      => new State(
				Northwind::subject( 'fine' ),
				[
					'portal.used'         => 'true',
					'site.password-login' => 'unknown:not-readable',
					'site.external-login' => 'true',
				],
				[ self::setting( 'LocalLoginEnabled', 'false', '5a1e0802-7c2d-ef11-9f89-6045bdece802' ) ]
			),
			'no Power Pages here'        => new State(
				Northwind::subject( 'fine' ),
				[
					'portal.used'         => 'false',
					'site.password-login' => 'unknown:not-tried',
					'user.exists'         => 'unknown:not-tried',
					'user.has-role'       => 'unknown:not-tried',
					'contact.exists'      => 'true',
				],
				[ self::order( 'uninstall-portal' ) ]
			),
			'said to, and not here'      => new State(
				Northwind::subject( 'fine' ),
				[
					'portal.used' => 'true',
					'user.exists' => 'unknown:not-tried',
				],
				[ self::order( 'uninstall-portal' ) ],
				fields: [ 'logins' => 'power-pages' ]
			),
			'people log in elsewhere'    => new State(
				Northwind::subject( 'disabled' ),
				[
					'portal.used'    => 'false',
					'user.active'    => 'unknown:not-tried',
					'contact.exists' => 'true',
				],
				fields: [ 'logins' => 'elsewhere' ]
			),
		];
	}

	/** @return array<string, State> */
	private static function environments(): array {
		$fine = Northwind::subject( 'fine' );
		$deny = static fn ( string $privilege ): array => self::order( 'deny-privilege', privilege: $privilege );
		return [
			'missing scope'                => new State(
				$fine,
				[
					'connection.authorised' => 'true',
					'connection.scopes'     => 'false',
					'contact.exists'        => 'unknown:forbidden',
					'contact.has-account'   => 'unknown:forbidden',
					'user.exists'           => 'unknown:forbidden',
				],
				[ $deny( 'prvReadContact' ) ]
			),
			'a role that reaches its unit' => new State(
				$fine,
				[
					'connection.scopes'           => 'false',
					'contact.exists'              => 'unknown:not-visible',
					'contact.permanently-deleted' => 'unknown:not-visible',
				],
				[
					self::order( 'set-privilege', privilege: 'prvReadContact', depth: 'Local' ),
					self::order( 'move-to-business-unit', id: Northwind::id( 'fine' ), unit: Northwind::SALES_UNIT ),
				]
			),
			'privileges not told'          => new State( $fine, [ 'connection.scopes' => 'unknown:not-found' ] + self::HEALTHY, [ self::switches( privilegeFunction: 'absent' ) ] ),
			'settings not allowed'         => new State(
				$fine,
				[
					'portal.used'    => 'unknown:forbidden',
					'user.exists'    => 'unknown:forbidden',
					'contact.exists' => 'true',
				],
				[ $deny( 'prvReadmspp_sitesetting' ) ]
			),
			'providers not allowed'        => new State(
				Northwind::subject( 'external' ),
				[
					'user.exists'   => 'unknown:forbidden',
					'user.external' => 'unknown:forbidden',
					'user.active'   => 'true',
				],
				[ $deny( 'prvReadadx_externalidentity' ) ]
			),
			'invitations not allowed'      => new State( Northwind::subject( 'pending' ), [ 'user.exists' => 'false', 'invitation.sent' => 'unknown:forbidden' ], [ $deny( 'prvReadadx_invitation' ) ] ),
			'roles not allowed'            => new State( $fine, [ 'user.exists' => 'true', 'user.has-role' => 'unknown:forbidden' ], [ $deny( 'prvReadpowerpagecomponent' ) ] ),
			'audits not allowed'           => new State( Northwind::subject( 'binned' ), [ 'contact.in-recycle-bin' => 'true', 'deletions.many' => 'unknown:forbidden' ], [ $deny( 'prvReadAuditSummary' ) ] ),
			'bin settings not allowed'     => new State( Northwind::subject( 'binned' ), [ 'contact.in-recycle-bin' => 'true', 'recycle-bin.on' => 'unknown:forbidden' ], [ $deny( 'prvReadRecycleBinConfig' ) ] ),
			'application user removed'     => new State( $fine, [ 'connection.reachable' => 'true', 'connection.authorised' => 'false', 'contact.exists' => 'unknown:unauthorised' ], [ self::order( 'remove-application-user' ) ] ),
			'application user disabled'    => new State( $fine, [ 'connection.authorised' => 'false', 'contact.exists' => 'unknown:unauthorised' ], [ self::order( 'disable-application-user' ) ] ),
			'secret ran out'               => new State( $fine, [ 'connection.reachable' => 'true', 'connection.authorised' => 'false', 'contact.exists' => 'unknown:unauthorised' ], [ self::order( 'expire-secret' ) ] ),
			'application deleted'          => new State( $fine, [ 'connection.authorised' => 'false' ], [ self::order( 'delete-application' ) ] ),
			'bad credential'               => new State( $fine, [ 'connection.reachable' => 'true', 'connection.authorised' => 'false', 'quota.available' => 'unknown:unauthorised', 'contact.exists' => 'unknown:unauthorised' ], isSecretGood: false ),
			'not set up'                   => new State( $fine, [ 'connection.reachable' => 'unknown:not-set-up', 'connection.authorised' => 'false', 'contact.exists' => 'unknown:not-set-up' ], fields: [ 'environment_url' => 'contoso' ] ),
			'another tenant'               => new State( $fine, [ 'connection.authorised' => 'false' ], fields: [ 'tenant_id' => 'other.example' ] ),
			'another environment'          => new State( $fine, [ 'connection.authorised' => 'false' ], fields: [ 'environment_url' => 'http://localhost:1' ] ),
		];
	}

	/** @return array<string, State> */
	private static function vendor(): array {
		$fine    = Northwind::subject( 'fine' );
		$reason  = static fn ( string $reachable, string $reason ): array => [
			'connection.reachable'  => $reachable,
			'connection.authorised' => 'unknown:' . $reason,
			'quota.available'       => 'unknown:' . $reason,
			'contact.exists'        => 'unknown:' . $reason,
			'user.exists'           => 'unknown:' . $reason,
		];
		$limited = [
			'connection.reachable'  => 'true',
			'connection.authorised' => 'true',
			'contact.exists'        => 'unknown:rate-limited',
			'user.exists'           => 'unknown:rate-limited',
		];
		$atApi   = static fn ( mixed $then ): array => [
			[
				'host' => 'api',
				'then' => $then,
			],
		];
		return [
			'throttled'              => new State( $fine, [ 'quota.available' => 'unknown:rate-limited' ] + $limited, faults: $atApi( [ 'status' => 429 ] ) ),
			'too many at once'       => new State( $fine, [ 'quota.available' => 'true' ] + $limited, faults: $atApi( [ 'status' => 429, 'body' => [ 'error' => [ 'code' => '0x80072326', 'message' => 'busy' ] ] ] ) ),
			'quota gone'             => new State(
				$fine,
				[
					'connection.reachable'  => 'true',
					'connection.authorised' => 'true',
					'quota.available'       => 'false',
					'contact.exists'        => 'unknown:quota-exhausted',
					'user.exists'           => 'unknown:quota-exhausted',
				],
				[ self::order( 'spend-requests' ) ]
			),
			'quota gone on the way'  => new State(
				$fine,
				[
					'connection.authorised' => 'true',
					'contact.exists'        => 'true',
					'quota.available'       => 'false',
					'user.exists'           => 'unknown:quota-exhausted',
				],
				[ self::order( 'spend-requests', leave: 5 ) ]
			),
			'server fault'           => new State( $fine, $reason( 'false', 'server-fault' ), faults: $atApi( [ 'status' => 503, 'body' => 'down' ] ) ),
			'login host is down'     => new State( $fine, $reason( 'false', 'server-fault' ), faults: [ [ 'host' => 'entra', 'then' => [ 'status' => 500 ] ] ] ),
			'login host is a page'   => new State( $fine, $reason( 'unknown:malformed', 'malformed' ), faults: [ [ 'host' => 'entra', 'then' => 'html' ] ] ),
			'malformed'              => new State( $fine, $reason( 'unknown:malformed', 'malformed' ), faults: $atApi( 'malformed' ) ),
			'a page instead of data' => new State( $fine, $reason( 'unknown:malformed', 'malformed' ), faults: $atApi( 'html' ) ),
			'slow'                   => new State( $fine, $reason( 'false', 'timed-out' ), faults: [ [ 'host' => 'api', 'slowMs' => 2_500 ] ] ),
			'reset'                  => new State( $fine, $reason( 'false', 'unreachable' ), faults: $atApi( 'reset' ) ),
			'only contacts fail'     => new State(
				$fine,
				[
					'connection.reachable' => 'true',
					'contact.exists'       => 'unknown:malformed',
					'user.exists'          => 'unknown:malformed',
					'portal-field.exists'  => 'true',
				],
				faults: [
					[
						'path' => '/contacts',
						'then' => 'html',
					],
				]
			),
		];
	}

	/** @return array<string, mixed> */
	public static function order( string $verb, mixed ...$with ): array {
		$order = [ 'do' => $verb ];
		foreach ( $with as $name => $value ) {
			$order[ (string) $name ] = $value;
		}
		return $order;
	}

	/** @return array<string, mixed> */
	public static function setting( string $name, ?string $value, string ...$website ): array {
		return self::order( 'set-site-setting', name: 'Authentication/Registration/' . $name, value: $value ) + ( [] === $website ? [] : [ 'website' => $website[0] ] );
	}

	/** @return array<string, mixed> */
	public static function switches( string|bool ...$switches ): array {
		return [
			'merge'    => true,
			'switches' => $switches,
		];
	}
}
