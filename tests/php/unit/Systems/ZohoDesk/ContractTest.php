<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\LabContract;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract of every connector, against the simulated Zoho Desk. */
#[CoversNothing]
final class ContractTest extends LabContract {

	private const EMAIL = 'maren.holt@northwind.example';

	/** States that are the scenario's own person. */
	private const PEOPLE = [
		'deleted'             => [ 'binned', 'paul.okafor@northwind.example' ],
		'deleted, not shown'  => [ 'binned', 'paul.okafor@northwind.example' ],
		'deleted, among tickets' => [ 'binned', 'paul.okafor@northwind.example' ],
		'bin closed'          => [ 'binned', 'paul.okafor@northwind.example' ],
		'permanently deleted' => [ 'purged', 'lena.varga@northwind.example' ],
		'merged'              => [ 'merged', 'vera.lund@northwind.example' ],
		'no account'          => [ 'noAccount', 'emil.rossi@northwind.example' ],
		'no e-mail'           => [ 'noEmail', 'sara.novak@northwind.example' ],
		'another e-mail'      => [ 'otherEmail', 'ada.klein@northwind.example' ],
		'another login'       => [ 'otherLogin', 'noah.berg@northwind.example' ],
		'not confirmed'       => [ 'pending', 'jonas.brandt@northwind.example' ],
		'deactivated'         => [ 'inactive', 'clara.weiss@northwind.example' ],
		'user removed'        => [ 'deletedUser', 'tom.lindqvist@northwind.example' ],
		'user removed, left out' => [ 'deletedUser', 'tom.lindqvist@northwind.example' ],
		'never invited'       => [ 'neverInvited', 'ines.duarte@northwind.example' ],
		'signed up'           => [ 'signedUp', 'hugo.sand@northwind.example' ],
		'signed up, left out' => [ 'signedUp', 'hugo.sand@northwind.example' ],
		'unknown field in the answer' => [ 'hostile', 'hostile@northwind.example' ],
	];

	/** States in which the scenario's own person is known by the address alone. */
	private const ADDRESSES = [
		'not found'               => 'nobody@northwind.example',
		'by address alone'        => 'Maren.Holt@Northwind.Example',
		'deleted, search late'    => 'maren.holt@northwind.example',
		'restored, search late'   => 'paul.okafor@northwind.example',
		'deleted, by its user'    => 'paul.okafor@northwind.example',
		'user without a contact'  => 'iris.costa@northwind.example',
		'two contacts'            => 'otto.meyer@northwind.example',
		'an address with a quote' => "sean.o'neil+desk@northwind.example",
		'an address with a comma' => '"holt,maren"@northwind.example',
		'an address with a star'  => 'm*@northwind.example',
	];

	protected static function system(): string {
		return 'zoho-desk';
	}

	protected static function folder(): string {
		return 'ZohoDesk';
	}

	protected function connection(): Connection {
		return Door::to( self::lab() );
	}

	protected function subjectIn( string $state ): Subject {
		if ( isset( self::ADDRESSES[ $state ] ) ) {
			return new Subject( 'user:1', email: self::ADDRESSES[ $state ] );
		}
		[ $person, $email ] = self::PEOPLE[ $state ] ?? [ 'fine', self::EMAIL ];
		return match ( $state ) {
			'nobody named' => new Subject( 'user:1' ),
			'an id that is none' => new Subject( 'user:1', email: self::EMAIL, contactId: '../users?x=1' ),
			'another account' => new Subject( 'user:1', email: $email, contactId: Door::contact( $person ), accountId: Door::BRIGHTWATER ),
			default => new Subject( 'user:1', email: $email, contactId: Door::contact( $person ), accountId: Door::ALDER ),
		};
	}

	protected function arrange( string $state, Lab $lab ): void {
		$switches = match ( $state ) {
			'words and milliseconds' => [
				'booleans'     => 'words',
				'times'        => 'milliseconds',
				'userTypeName' => 'type',
				'binType'      => 'list',
				'scopes'       => 'any',
			],
			'empty lists' => [ 'emptySearch' => 'list' ],
			'not found' => [ 'emptySearch' => 'list' ],
			'deleted, not shown' => [
				'trashedContact' => 'absent',
				'absentRecord'   => 'INVALID_DATA',
			],
			'deleted, among tickets' => [
				'trashedContact' => 'absent',
				'binFilter'      => 'ignored',
			],
			'permanently deleted' => [ 'absentRecord' => 'UNPROCESSABLE_ENTITY' ],
			'user removed, left out' => [ 'deletedUser' => 'left-out' ],
			'signed up, left out' => [ 'pendingSignUp' => 'left-out' ],
			'another organisation, not found' => [ 'otherOrganisation' => 'URL_NOT_FOUND' ],
			'another organisation, refused' => [ 'otherOrganisation' => 'INVALID_DATA' ],
			'deleted, search late', 'restored, search late' => [ 'searchLagSeconds' => 900 ],
			'quota gone, no figure' => [ 'quotaHeaders' => 'absent' ],
			'quota gone, other word' => [ 'throttleWords' => 'swapped' ],
			default => [],
		};
		if ( [] !== $switches ) {
			$lab->play(
				[
					'merge'    => true,
					'switches' => $switches,
				]
			);
		}
		match ( $state ) {
			'field gone' => $lab->play(
				[
					'do'    => 'remove-field',
					'field' => Door::FIELD,
				]
			),
			'field switched off' => $lab->play(
				[
					'do'    => 'switch-field-off',
					'field' => Door::FIELD,
				]
			),
			'field hidden' => $lab->play(
				[
					'do'    => 'hide-field',
					'field' => Door::FIELD,
				]
			),
			'deleted, search late' => $lab->play(
				[
					'do' => 'delete-contact',
					'id' => Door::contact( 'fine' ),
				]
			),
			'restored, search late' => $lab->play(
				[
					'do' => 'restore-contact',
					'id' => Door::contact( 'binned' ),
				]
			),
			'a status that nobody explains' => $lab->play(
				[
					'merge' => true,
					'users' => [
						[
							'id'     => Door::user( 'fine' ),
							'status' => 'ON_HOLD',
						],
					],
				]
			),
			'bad credential' => $lab->play( [ 'do' => 'revoke-refresh-token' ] ),
			'missing scope' => $lab->play(
				[
					'do'    => 'drop-scope',
					'scope' => 'Desk.settings.READ',
				]
			),
			'contacts closed' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'contacts',
				]
			),
			'bin closed' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'settings',
				]
			),
			'users closed' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'users',
				]
			),
			'organisation closed' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'basic',
				]
			),
			'another organisation', 'another organisation, not found', 'another organisation, refused' => $lab->play( [ 'do' => 'move-organisation' ] ),
			'help center off' => $lab->play(
				[
					'do'     => 'switch-help-center',
					'status' => 'DISABLED',
				]
			),
			'quota gone', 'quota gone, no figure', 'quota gone, other word' => $lab->play( [ 'do' => 'spend-credits' ] ),
			'throttled' => $lab->fault(
				[
					'host' => 'api',
					'then' => [
						'status' => 429,
						'body'   => [ 'errorCode' => 'TOO_MANY_REQUESTS' ],
					],
				]
			),
			'throttled on the way' => $lab->fault(
				[
					'path' => '/contacts/',
					'then' => [
						'status' => 429,
						'body'   => [ 'errorCode' => 'TOO_MANY_REQUESTS' ],
					],
				]
			),
			'server fault' => $lab->fault(
				[
					'host' => 'api',
					'then' => [
						'status' => 500,
						'body'   => [ 'errorCode' => 'INTERNAL_SERVER_ERROR' ],
					],
				]
			),
			'accounts host down' => $lab->fault(
				[
					'host' => 'accounts',
					'then' => [ 'status' => 503 ],
				]
			),
			'only contacts fail' => $lab->fault(
				[
					'path' => '/contacts/' . Door::contact( 'fine' ),
					'then' => 'html',
				]
			),
			'malformed' => $lab->fault(
				[
					'host' => 'api',
					'then' => 'malformed',
				]
			),
			'a login page' => $lab->fault(
				[
					'host' => 'api',
					'then' => 'html',
				]
			),
			'slow' => $lab->fault(
				[
					'host'   => 'api',
					'slowMs' => 2_500,
				]
			),
			'reset' => $lab->fault(
				[
					'host' => 'api',
					'then' => 'reset',
				]
			),
			default => null,
		};
	}

	protected static function expectations(): array {
		$healthy = [
			'connection.reachable'        => 'true',
			'connection.authorised'       => 'true',
			'connection.scopes'           => 'true',
			'organisation.matches'        => 'true',
			'quota.available'             => 'true',
			'help-center.open'            => 'true',
			'contact.linked'              => 'true',
			'contact.single'              => 'unknown:not-tried',
			'contact.has-email'           => 'true',
			'contact.email-matches'       => 'true',
			'contact.exists'              => 'true',
			'contact.answered'            => 'true',
			'contact.in-recycle-bin'      => 'false',
			'contact.permanently-deleted' => 'false',
			'contact.merged'              => 'false',
			'user.exists'                 => 'true',
			'user.deleted'                => 'false',
			'user.awaits-approval'        => 'false',
			'user.active'                 => 'true',
			'user.confirmed'              => 'true',
			'user.linked'                 => 'true',
			'user.email-matches'          => 'true',
			'user.logged-in-before'       => 'true',
			'user.in-other-help-center'   => 'false',
			'contact.has-account'         => 'true',
			'account.remembered'          => 'true',
			'account.as-before'           => 'true',
			'portal-field.named'          => 'true',
			'portal-field.exists'         => 'true',
			'portal-field.switched-on'    => 'true',
			'portal-field.visible'        => 'true',
			'licence.available'           => 'unknown:unsupported',
		];
		$byAddress = [
			...$healthy,
			'contact.single'     => 'true',
			'account.remembered' => 'false',
			'account.as-before'  => 'unknown:not-recorded',
		];
		$noUser    = [
			'user.exists'               => 'false',
			'user.deleted'              => 'false',
			'user.active'               => 'unknown:not-found',
			'user.confirmed'            => 'unknown:not-found',
			'user.in-other-help-center' => 'false',
		];
		$binned    = [
			'contact.linked'              => 'true',
			'contact.exists'              => 'false',
			'contact.in-recycle-bin'      => 'true',
			'contact.permanently-deleted' => 'false',
			'contact.merged'              => 'false',
			'contact.has-account'         => 'unknown:contact-absent',
			'user.exists'                 => 'true',
			'user.linked'                 => 'true',
			'user.in-other-help-center'   => 'unknown:contact-absent',
		];
		return [
			'found'                       => $healthy,
			'words and milliseconds'      => $healthy,
			'empty lists'                 => $healthy,
			'unknown field in the answer' => $healthy,
			'by address alone'            => $byAddress,
			'an id that is none'          => $byAddress,
			'an address with a quote'     => $byAddress,
			'an address with a comma'     => [
				'contact.linked' => 'unknown:unsupported',
				'contact.exists' => 'unknown:unsupported',
				'user.exists'    => 'false',
			],
			'an address with a star'      => [
				'contact.linked' => 'false',
				'user.exists'    => 'false',
			],
			'nobody named'                => [
				'contact.linked'         => 'unknown:no-address',
				'contact.exists'         => 'unknown:no-address',
				'contact.in-recycle-bin' => 'unknown:no-address',
				'user.exists'            => 'unknown:no-address',
				'help-center.open'       => 'true',
			],
			'not found'                   => [
				'contact.linked'         => 'false',
				'contact.exists'         => 'false',
				'contact.answered'       => 'unknown:contact-unknown',
				'contact.in-recycle-bin' => 'unknown:contact-unknown',
				'user.exists'            => 'false',
				'user.deleted'           => 'false',
			],
			'deleted'                     => [
				...$binned,
				'contact.answered' => 'true',
			],
			'deleted, not shown'          => [
				...$binned,
				'contact.answered' => 'false',
			],
			'deleted, by its user'        => [
				...$binned,
				'contact.answered' => 'true',
			],
			'deleted, among tickets'      => [
				...$binned,
				'contact.answered' => 'false',
			],
			'deleted, search late'        => [
				...$binned,
				'contact.answered' => 'true',
			],
			'restored, search late'       => [
				'contact.linked' => 'true',
				'contact.exists' => 'true',
				'user.exists'    => 'true',
				'user.linked'    => 'true',
			],
			'bin closed'                  => [
				'contact.in-recycle-bin' => 'true',
				'contact.exists'         => 'false',
				'help-center.open'       => 'unknown:forbidden',
			],
			'permanently deleted'         => [
				'contact.linked'              => 'true',
				'contact.exists'              => 'unknown:not-visible',
				'contact.answered'            => 'false',
				'contact.in-recycle-bin'      => 'false',
				'contact.permanently-deleted' => 'unknown:not-listed',
				'contact.merged'              => 'false',
				'user.exists'                 => 'true',
				'user.linked'                 => 'false',
			],
			'merged'                      => [
				'contact.exists'              => 'false',
				'contact.answered'            => 'false',
				'contact.in-recycle-bin'      => 'false',
				'contact.permanently-deleted' => 'false',
				'contact.merged'              => 'true',
			],
			'no account'                  => [
				'contact.exists'      => 'true',
				'contact.has-account' => 'false',
				'account.remembered'  => 'true',
				'account.as-before'   => 'unknown:not-recorded',
			],
			'another account'             => [
				'contact.has-account' => 'true',
				'account.as-before'   => 'false',
			],
			'no e-mail'                   => [
				'contact.has-email'     => 'false',
				'contact.email-matches' => 'false',
				...$noUser,
			],
			'another e-mail'              => [
				'contact.has-email'     => 'true',
				'contact.email-matches' => 'false',
				'user.email-matches'    => 'false',
				'user.linked'           => 'true',
			],
			'another login'               => [
				'contact.email-matches' => 'true',
				'user.email-matches'    => 'false',
				'user.linked'           => 'true',
			],
			'not confirmed'               => [
				'user.exists'           => 'true',
				'user.active'           => 'true',
				'user.confirmed'        => 'false',
				'user.awaits-approval'  => 'false',
				'user.logged-in-before' => 'false',
			],
			'deactivated'                 => [
				'user.exists' => 'true',
				'user.active' => 'false',
			],
			'user removed'                => [
				...$noUser,
				'user.deleted' => 'true',
			],
			'user removed, left out'      => [
				...$noUser,
				'user.deleted' => 'true',
			],
			'never invited'               => $noUser,
			'signed up'                   => [
				'user.exists'          => 'true',
				'user.awaits-approval' => 'true',
				'user.confirmed'       => 'false',
			],
			'signed up, left out'         => [
				'user.exists'          => 'true',
				'user.awaits-approval' => 'unknown:not-readable',
				'user.linked'          => 'true',
			],
			'a status that nobody explains' => [
				'user.exists'          => 'true',
				'user.deleted'         => 'false',
				'user.awaits-approval' => 'unknown:not-readable',
				'user.active'          => 'unknown:not-readable',
				'user.confirmed'       => 'true',
			],
			'user without a contact'      => [
				'contact.linked' => 'false',
				'contact.exists' => 'false',
				'user.exists'    => 'true',
				'user.linked'    => 'false',
			],
			'two contacts'                => [
				'contact.linked'         => 'unknown:ambiguous',
				'contact.single'         => 'false',
				'contact.exists'         => 'true',
				'contact.in-recycle-bin' => 'unknown:ambiguous',
				'user.exists'            => 'false',
			],
			'help center off'             => [
				...$healthy,
				'help-center.open' => 'false',
			],
			'field gone'                  => [
				'portal-field.exists'      => 'false',
				'portal-field.switched-on' => 'unknown:field-absent',
				'portal-field.visible'     => 'unknown:field-absent',
			],
			'field switched off'          => [
				'portal-field.exists'      => 'true',
				'portal-field.switched-on' => 'false',
			],
			'field hidden'                => [
				'portal-field.exists'  => 'true',
				'portal-field.visible' => 'false',
			],
			'missing scope'               => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'connection.scopes'     => 'false',
				'organisation.matches'  => 'unknown:forbidden',
				'help-center.open'      => 'unknown:forbidden',
				'contact.exists'        => 'true',
				'user.exists'           => 'unknown:forbidden',
			],
			'organisation closed'         => [
				...$healthy,
				'organisation.matches' => 'unknown:forbidden',
			],
			'contacts closed'             => [
				'connection.authorised' => 'true',
				'contact.exists'        => 'unknown:forbidden',
				'user.exists'           => 'true',
				'contact.has-account'   => 'unknown:forbidden',
				'portal-field.exists'   => 'true',
			],
			'users closed'                => [
				'contact.exists'      => 'true',
				'user.exists'         => 'unknown:forbidden',
				'contact.has-account' => 'true',
			],
			'only contacts fail'          => [
				'connection.reachable' => 'true',
				'contact.exists'       => 'unknown:malformed',
				'portal-field.exists'  => 'true',
			],
			'another organisation'        => self::elsewhere(),
			'another organisation, not found' => self::elsewhere(),
			'another organisation, refused' => self::elsewhere(),
			'bad credential'              => self::cut( $healthy, 'true', 'false', 'unauthorised' ),
			'throttled'                   => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'quota.available'       => 'unknown:rate-limited',
				'contact.exists'        => 'unknown:rate-limited',
			],
			'throttled on the way'        => [
				'connection.authorised' => 'true',
				'quota.available'       => 'unknown:rate-limited',
				'contact.exists'        => 'unknown:rate-limited',
				'portal-field.exists'   => 'unknown:rate-limited',
			],
			'quota gone'                  => self::spent(),
			'quota gone, other word'      => self::spent(),
			'quota gone, no figure'       => [
				'quota.available' => 'unknown:rate-limited',
				'contact.exists'  => 'unknown:rate-limited',
			],
			'server fault'                => self::cut( $healthy, 'false', 'unknown:server-fault', 'server-fault' ),
			'accounts host down'          => self::cut( $healthy, 'false', 'unknown:server-fault', 'server-fault' ),
			'malformed'                   => self::cut( $healthy, 'unknown:malformed', 'unknown:malformed', 'malformed' ),
			'a login page'                => self::cut( $healthy, 'unknown:malformed', 'unknown:malformed', 'malformed' ),
			'slow'                        => self::cut( $healthy, 'false', 'unknown:timed-out', 'timed-out' ),
			'reset'                       => self::cut( $healthy, 'false', 'unknown:unreachable', 'unreachable' ),
		];
	}

	/** @return array<string, string> */
	private static function elsewhere(): array {
		return [
			'connection.reachable'  => 'true',
			'connection.authorised' => 'true',
			'organisation.matches'  => 'false',
			'quota.available'       => 'unknown:other-organisation',
			'contact.exists'        => 'unknown:other-organisation',
			'user.exists'           => 'unknown:other-organisation',
		];
	}

	/** @return array<string, string> */
	private static function spent(): array {
		return [
			'connection.reachable'  => 'true',
			'connection.authorised' => 'true',
			'quota.available'       => 'false',
			'contact.exists'        => 'unknown:quota-exhausted',
			'user.exists'           => 'unknown:quota-exhausted',
		];
	}

	/**
	 * The conversation ended at its first call.
	 *
	 * @param array<string, string> $healthy
	 * @return array<string, string>
	 */
	private static function cut( array $healthy, string $reachable, string $authorised, string $reason ): array {
		return array_merge(
			array_fill_keys( array_keys( $healthy ), 'unknown:' . $reason ),
			[
				'connection.reachable'  => $reachable,
				'connection.authorised' => $authorised,
			]
		);
	}
}
