<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Subject;

/** For each cause the state of the lab that brings it about. */
final class Scenarios {

	private const DISABLED = 'magentrix:account-may-be-disabled';

	private const MEMBERS = [ 'logins' => 'memberships' ];

	/** People who are there, and none of whom another scenario needs. */
	private const CLEANED_UP = [ 'fine', 'noAccount', 'noEmail', 'otherEmail', 'additional', 'moved', 'noUserName', 'pending', 'uninvited', 'inactive' ];

	/**
	 * Cause → subject, orders to the lab, confidence, fields of the connection that differ, symptoms that were shown.
	 *
	 * @return array<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}>
	 */
	public static function all(): array {
		return [ ...self::contacts(), ...self::members(), ...self::accounts() ];
	}

	/** @return array<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}> */
	private static function contacts(): array {
		$fine    = Northwind::subject( 'fine' );
		$cleaned = array_map( static fn ( string $key ): array => Order::on( $key, 'delete-contact' ), self::CLEANED_UP );
		return [
			'contact-in-recycle-bin'      => [ Northwind::subject( 'binned' ), [], 'certain', [], [ self::DISABLED ] ],
			'contact-replaced'            => [ Northwind::subject( 'replaced' ), [], 'certain', [], [ self::DISABLED ] ],
			'contacts-deleted-together'   => [ $fine, $cleaned, 'certain', [], [ self::DISABLED ] ],
			'contact-permanently-deleted' => [ Northwind::subject( 'purged' ), [], 'certain', [], [ 'hubspot:record-not-found' ] ],
			'contact-merged-away'         => [ Northwind::subject( 'merged' ), [], 'certain', [], [ self::DISABLED ] ],
			'contact-not-found'           => [ new Subject( 'user:1', email: 'nobody@northwind.example' ), [], 'likely', [], [ self::DISABLED ] ],
			'contact-without-account'     => [ Northwind::subject( 'noAccount' ), [], 'certain', [], [ self::DISABLED ] ],
			'account-changed'             => [ Northwind::subject( 'moved', Northwind::NORTHWIND ), [], 'likely', [], [ 'hubspot:sees-nothing' ] ],
			'contact-without-email'       => [ Northwind::subject( 'noEmail' ), [], 'certain', [], [ self::DISABLED ] ],
			'contact-email-differs'       => [ Northwind::subject( 'otherEmail' ), [], 'likely', [], [ self::DISABLED ] ],
			'contact-email-additional'    => [ Northwind::subject( 'additional' ), [], 'certain', [], [ 'hubspot:contact-exists' ] ],
			'portal-field-archived'       => [ $fine, [ Order::of( 'archive-property', name: 'portal_user_name' ) ], 'certain', [], [ self::DISABLED ] ],
			'portal-field-deleted'        => [ $fine, [ Order::of( 'purge-property', name: 'portal_user_name' ) ], 'certain', [], [ 'hubspot:property-missing' ] ],
			'portal-field-empty'          => [ Northwind::subject( 'noUserName' ), [], 'certain', [], [ self::DISABLED ] ],
		];
	}

	/** @return array<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}> */
	private static function members(): array {
		$fine = Northwind::subject( 'fine', Northwind::NORTHWIND );
		return [
			'member-not-invited'        => [ Northwind::subject( 'uninvited' ), [], 'certain', self::MEMBERS, [ 'hubspot:mail-missing' ] ],
			'member-not-registered'     => [ Northwind::subject( 'pending' ), [], 'certain', self::MEMBERS, [ 'hubspot:cannot-log-in' ] ],
			'member-inactive'           => [ Northwind::subject( 'inactive' ), [], 'likely', self::MEMBERS, [ 'hubspot:cannot-log-in' ] ],
			'member-address-differs'    => [ Northwind::subject( 'oldSignIn' ), [], 'likely', self::MEMBERS, [ 'hubspot:cannot-log-in' ] ],
			'member-locked-out'         => [ $fine, [], 'likely', self::MEMBERS, [ 'hubspot:locked-out' ] ],
			'member-password-forgotten' => [ $fine, [], 'possible', self::MEMBERS, [ 'hubspot:cannot-log-in' ] ],
			'member-mail-missing'       => [ $fine, [], 'possible', self::MEMBERS, [ 'hubspot:link-expired' ] ],
			'member-mailbox-lost'       => [ $fine, [], 'likely', self::MEMBERS, [ 'hubspot:mailbox-lost' ] ],
			'member-without-access'     => [ $fine, [], 'possible', self::MEMBERS, [ 'hubspot:sees-nothing' ] ],
		];
	}

	/** @return array<string, array{Subject, list<array<string, mixed>>, string, array<string, string>, list<string>}> */
	private static function accounts(): array {
		$fine = Northwind::subject( 'fine' );
		return [
			'connection-refused'        => [ $fine, [ Order::of( 'rotate-token', client: 'causeway' ) ], 'possible', [], [ self::DISABLED ] ],
			'hubspot-not-answering'     => [ $fine, [], 'likely', [ 'api_base' => 'http://127.0.0.1:1' ], [ self::DISABLED ] ],
			'daily-calls-used-up'       => [ $fine, [ Order::of( 'spend-calls', leave: 0 ) ], 'likely', [], [ self::DISABLED ] ],
			'calls-too-close-together'  => [ $fine, [], 'likely', [], [ 'hubspot:burst-limit' ] ],
			'portal-credential-refused' => [ $fine, [ Order::of( 'rotate-token', client: 'portal' ) ], 'likely', [], [ 'hubspot:token-refused' ] ],
			'scope-missing'             => [ $fine, [ Order::of( 'drop-scope', scope: 'crm.objects.contacts.read' ) ], 'likely', [], [ 'hubspot:scope-missing' ] ],
		];
	}
}
