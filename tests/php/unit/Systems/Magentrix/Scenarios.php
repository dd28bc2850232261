<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Subject;

/** For each cause the state of the lab that brings it about. */
final class Scenarios {

	/**
	 * Cause → subject, orders to the lab, confidence, symptoms that were shown.
	 *
	 * @return array<string, array{Subject, list<array<string, mixed>>, string, list<string>}>
	 */
	public static function all(): array {
		$fine  = People::subject( 'fine' );
		$shown = [ 'account-may-be-disabled' ];
		return [
			'connection-refused'      => [ $fine, [ self::order( 'revoke-key' ) ], 'possible', $shown ],
			'key-of-a-narrow-user'    => [ $fine, [ self::order( 'deny-right', right: 'users' ) ], 'possible', $shown ],
			'user-missing'            => [ People::subject( 'noUser' ), [], 'certain', $shown ],
			'user-inactive'           => [ People::subject( 'inactive' ), [], 'certain', $shown ],
			'community-user-unticked' => [ People::subject( 'unticked' ), [], 'certain', $shown ],
			'user-without-contact'    => [ People::subject( 'unlinked' ), [], 'certain', $shown ],
			'contact-email-differs'   => [ People::subject( 'otherSpelling' ), [], 'certain', [ 'contact-not-in-lookup' ] ],
			'portal-contact-missing'  => [ People::subject( 'binned' ), [], 'likely', $shown ],
			'many-users-cut-off'      => [ People::subject( 'fine' ), self::cleanUp(), 'certain', [ 'many-cannot-log-in' ] ],
			'sync-under-way'          => [ $fine, [ self::order( 'link-user', id: People::user( 'fine' ), contactId: People::contact( 'fine' ) ) ], 'likely', $shown ],
			'user-without-role'       => [ People::subject( 'noRole' ), [], 'certain', $shown ],
			'contact-without-account' => [ People::subject( 'noAccount' ), [], 'certain', [ 'sees-no-data' ] ],
			'wrong-account'           => [ $fine, [], 'possible', [ 'sees-no-data' ] ],
			'role-too-narrow'         => [ $fine, [], 'possible', [ 'access-denied' ] ],
			'no-licence-left'         => [ People::subject( 'inactive' ), [], 'likely', [ 'licence-limit' ] ],
			'employee-user-refused'   => [ People::subject( 'employee' ), [], 'possible', $shown ],
			'two-users-one-address'   => [ People::subject( 'twin' ), [], 'likely', $shown ],
			'invitation-not-used'     => [ People::subject( 'pending' ), [], 'likely', [ 'cannot-log-in' ] ],
			'password-refused'        => [ $fine, [], 'possible', [ 'password-refused' ] ],
			'wrong-login-address'     => [ $fine, [], 'likely', [ 'vendor-login-page' ] ],
			'contact-field-hidden'    => [ People::subject( 'unlinked' ), [], 'likely', [ 'contact-field-missing' ] ],
		];
	}

	/** @return list<array<string, mixed>> Somebody clears the CRM of contacts, and the portal hears of it. */
	private static function cleanUp(): array {
		$orders = array_map( static fn ( string $key ): array => self::order( 'delete-contact', id: People::contact( $key ) ), [ 'fine', 'customer', 'pending', 'twin' ] );
		return [ ...$orders, self::order( 'synchronise-now' ) ];
	}

	/** @return array<string, mixed> */
	private static function order( string $verb, string|int ...$with ): array {
		$order = [ 'do' => $verb ];
		foreach ( $with as $name => $value ) {
			$order[ (string) $name ] = $value;
		}
		return $order;
	}
}
