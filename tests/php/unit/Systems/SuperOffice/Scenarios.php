<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Subject;

/** For each cause the state of the lab that brings it about. */
final class Scenarios {

	/** A second card of the same person, which no user belongs to. */
	private const CARD = [
		'merge'   => true,
		'persons' => [
			[
				'personId'  => 990,
				'firstname' => 'Tone',
				'lastname'  => 'Ruud',
				'emails'    => [],
				'contactId' => 2,
				'retired'   => false,
				'updatedAt' => 1_790_000_000_000,
			],
		],
	];

	/**
	 * Cause → subject, orders to the lab, confidence, way in, symptoms that were shown.
	 *
	 * @return array<string, array{Subject, list<array<string, mixed>>, string, 'online'|'onsite', list<string>}>
	 */
	public static function all(): array {
		$fine = self::of( 'astrid.solberg' );
		return [
			'connection-refused'         => [ $fine, [ self::order( 'set-approval', approval: 'Revoked' ) ], 'possible', 'online', [ 'cannot-log-in' ] ],
			'tenant-in-maintenance'      => [ $fine, [ self::order( 'set-tenant-state', state: 'OfflineMaintenance' ) ], 'certain', 'online', [ 'cannot-log-in' ] ],
			'tenant-not-running'         => [ $fine, [ self::order( 'set-tenant-state', state: 'Suspended' ) ], 'certain', 'online', [ 'cannot-log-in' ] ],
			'consent-ended'              => [ $fine, [], 'likely', 'online', [ 'consent-error' ] ],
			'installation-licence-ended' => [ $fine, [ self::order( 'expire-licence' ) ], 'certain', 'onsite', [ 'licence-notice' ] ],
			'user-missing'               => [ self::of( 'tone.ruud' ), [], 'certain', 'online', [ 'cannot-log-in' ] ],
			'person-merged-away'         => [ self::of( 'tone.ruud', '223' ), [ self::CARD, self::order( 'merge-persons', winner: 990, loser: 223 ) ], 'certain', 'onsite', [ 'cannot-log-in' ] ],
			'person-deleted'             => [ self::of( 'astrid.solberg', '211' ), [ self::order( 'delete-person', id: 211 ) ], 'certain', 'onsite', [ 'cannot-log-in' ] ],
			'user-without-card'          => [ self::of( 'eva.holm' ), [], 'likely', 'onsite', [ 'cannot-log-in' ] ],
			'user-retired'               => [ self::of( 'marit.hagen' ), [], 'certain', 'onsite', [ 'cannot-log-in' ] ],
			'licence-not-assigned'       => [ self::of( 'kari.vik' ), [], 'certain', 'onsite', [ 'no-licence' ] ],
			'no-licence-free'            => [ self::of( 'kari.vik' ), [ self::order( 'set-seats', total: 0 ) ], 'certain', 'onsite', [ 'no-licence' ] ],
			'login-switched-off'         => [ self::of( 'olav.strand' ), [], 'certain', 'onsite', [ 'cannot-log-in' ] ],
			'user-awaits-approval'       => [ self::of( 'liv.aas' ), [], 'certain', 'onsite', [ 'cannot-log-in' ] ],
			'user-without-email'         => [ self::of( '', '212' ), [], 'certain', 'online', [ 'activation-mail-missing' ] ],
			'login-name-not-email'       => [ self::of( 'ingrid.dahl' ), [], 'certain', 'online', [ 'unknown-user' ] ],
			'email-cannot-receive'       => [ self::of( 'nils.berge' ), [], 'likely', 'online', [ 'activation-mail-missing' ] ],
			'login-name-differs'         => [ self::of( 'sofie.lunde' ), [], 'likely', 'online', [ 'unknown-user' ] ],
			'two-users-one-person'       => [ self::of( 'per.nygaard' ), [], 'likely', 'online', [ 'cannot-log-in' ] ],
			'activation-not-done'        => [ self::of( 'henrik.moe' ), [], 'likely', 'online', [ 'activation-link-expired' ] ],
			'licence-not-taken-over'     => [ self::of( 'jonas.eide' ), [], 'possible', 'onsite', [ 'cannot-log-in' ] ],
			'password-refused'           => [ $fine, [], 'possible', 'online', [ 'password-refused' ] ],
			'other-login-way'            => [ $fine, [], 'possible', 'online', [ 'unknown-user' ] ],
		];
	}

	private static function of( string $name, string $contactId = '' ): Subject {
		return new Subject( 'user:1', 1, '' === $name ? '' : $name . '@northwind.example', contactId: $contactId );
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
