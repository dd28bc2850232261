<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\Subject;

/** For each cause the state of the lab that brings it about. */
final class Scenarios {

	/**
	 * Cause → subject, orders to the lab, confidence, symptoms that were shown.
	 *
	 * @return array<string, array{Subject, list<array<string, mixed>>, string, list<string>}>
	 */
	public static function all(): array {
		$fine = self::of( 'fine', 'maren.holt' );
		return [
			'connection-refused'         => [ $fine, [ self::order( 'revoke-refresh-token' ) ], 'possible', [ 'token-refused' ] ],
			'other-organisation'         => [ $fine, [ self::order( 'move-organisation' ) ], 'likely', [ 'organisation-mismatch' ] ],
			'credits-used-up'            => [ $fine, [ self::order( 'spend-credits' ) ], 'likely', [ 'calls-refused' ] ],
			'help-center-switched-off'   => [ $fine, [ self::order( 'switch-help-center', status: 'DISABLED' ) ], 'certain', [ 'cannot-log-in' ] ],
			'contact-in-recycle-bin'     => [ self::of( 'binned', 'paul.okafor' ), [], 'certain', [ 'cannot-log-in' ] ],
			'contact-deleted-for-good'   => [ self::of( 'purged', 'lena.varga' ), [], 'likely', [ 'cannot-log-in' ] ],
			'contact-merged-away'        => [ self::of( 'merged', 'vera.lund' ), [], 'certain', [ 'cannot-log-in' ] ],
			'nobody-with-that-address'   => [ self::by( 'nobody' ), [], 'certain', [ 'account-not-found' ] ],
			'two-contacts-one-address'   => [ self::by( 'otto.meyer' ), [], 'likely', [ 'cannot-log-in' ] ],
			'contact-without-email'      => [ self::of( 'noEmail', 'sara.novak' ), [], 'certain', [ 'invitation-missing' ] ],
			'never-invited'              => [ self::of( 'neverInvited', 'ines.duarte' ), [], 'certain', [ 'account-not-found' ] ],
			'user-deleted'               => [ self::of( 'deletedUser', 'tom.lindqvist' ), [], 'certain', [ 'account-not-found' ] ],
			'user-awaits-approval'       => [ self::of( 'signedUp', 'hugo.sand' ), [], 'certain', [ 'cannot-log-in' ] ],
			'user-deactivated'           => [ self::of( 'inactive', 'clara.weiss' ), [], 'certain', [ 'account-deactivated' ] ],
			'user-without-contact'       => [ self::by( 'iris.costa' ), [], 'likely', [ 'cannot-log-in' ] ],
			'invitation-not-confirmed'   => [ self::of( 'pending', 'jonas.brandt' ), [], 'likely', [ 'not-confirmed' ] ],
			'contact-email-differs'      => [ self::of( 'otherEmail', 'ada.klein' ), [], 'likely', [ 'cannot-log-in' ] ],
			'user-email-differs'         => [ self::of( 'otherLogin', 'noah.berg' ), [], 'likely', [ 'account-not-found' ] ],
			'contact-without-account'    => [ self::of( 'noAccount', 'emil.rossi' ), [], 'likely', [ 'sees-no-tickets' ] ],
			'contact-with-other-account' => [ $fine, [ self::order( 'link-account', id: Door::contact( 'fine' ), account: Door::BRIGHTWATER ) ], 'possible', [ 'sees-no-tickets' ] ],
			'portal-field-deleted'       => [ $fine, [ self::order( 'remove-field', field: Door::FIELD ) ], 'certain', [ 'cannot-log-in' ] ],
			'portal-field-switched-off'  => [ $fine, [ self::order( 'switch-field-off', field: Door::FIELD ) ], 'certain', [ 'cannot-log-in' ] ],
			'portal-field-hidden'        => [ $fine, [ self::order( 'hide-field', field: Door::FIELD ) ], 'likely', [ 'access-refused' ] ],
			'password-refused'           => [ $fine, [], 'possible', [ 'password-refused' ] ],
			'too-many-attempts'          => [ $fine, [], 'likely', [ 'too-many-attempts' ] ],
			'other-address-typed'        => [ $fine, [], 'possible', [ 'account-not-found' ] ],
			'wrong-address'              => [ $fine, [], 'possible', [ 'page-not-found' ] ],
			'mailbox-lost'               => [ $fine, [], 'likely', [ 'mailbox-lost' ] ],
		];
	}

	private static function of( string $person, string $name ): Subject {
		return new Subject( 'user:1', 1, $name . '@northwind.example', contactId: Door::contact( $person ), accountId: Door::ALDER );
	}

	private static function by( string $name ): Subject {
		return new Subject( 'user:1', 1, $name . '@northwind.example' );
	}

	/** @return array<string, mixed> */
	private static function order( string $verb, string ...$with ): array {
		$order = [ 'do' => $verb ];
		foreach ( $with as $name => $value ) {
			$order[ (string) $name ] = $value;
		}
		return $order;
	}
}
