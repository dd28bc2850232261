<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\Subject;

/** For each cause the state of the lab that brings it about. */
final class Scenarios {

	/**
	 * Cause → subject, orders to the lab, confidence, symptoms that were shown.
	 *
	 * @return array<string, array{Subject, list<array<string, mixed>>, string, list<string>}>
	 */
	public static function all(): array {
		$fine = People::Fine->subject( true, People::BAKERY );
		return [
			'connection-refused'            => [ $fine, [ [ 'do' => 'delete-key' ] ], 'possible', [] ],
			'connection-not-permitted'      => [ $fine, [ self::order( 'set-plan', hasApi: false ) ], 'possible', [ 'api-refused' ] ],
			'password-forgotten'            => [ $fine, [], 'possible', [ 'password-refused' ] ],
			'email-not-verified'            => [ People::Unverified->subject( true, People::BAKERY ), [], 'likely', [ 'welcome-link-ended' ] ],
			'user-without-email'            => [ People::NoMail->subject( true, People::BAKERY ), [], 'certain', [ 'mail-missing' ] ],
			'user-at-former-address'        => [ People::OldAddress->subject( true, People::BAKERY ), [], 'certain', [ 'cannot-log-in' ] ],
			'mailbox-lost'                  => [ $fine, [], 'likely', [ 'mailbox-lost' ] ],
			'former-user-left'              => [
				new Subject( 'user:1', 1, 'new.ines@northwind.example', contactId: People::OldAddress->id() ),
				[
					[
						'merge' => true,
						'users' => [
							[
								'id'    => 'U-0a1b2c3d-0000-4000-8000-00000000aaaa',
								'email' => 'new.ines@northwind.example',
							],
						],
					],
				],
				'certain',
				[],
			],
			'several-users-one-address'     => [ People::Twin->subject(), [], 'likely', [ 'sees-nothing' ] ],
			'business-user-without-location' => [ People::NoLocation->subject( true, People::BAKERY ), [], 'certain', [ 'sees-nothing' ] ],
			'business-access-lost'          => [ People::Moved->subject( true, People::BAKERY ), [], 'likely', [ 'sees-nothing' ] ],
			'team-member-without-role'      => [ People::TeamNoRole->subject( true ), [], 'likely', [ 'cannot-log-in' ] ],
			'user-missing'                  => [ People::NoUser->subject(), [], 'likely', [ 'user-not-found' ] ],
			'user-deleted'                  => [ $fine, [ self::order( 'delete-user', id: People::Fine->id() ) ], 'certain', [ 'cannot-log-in' ] ],
			'mail-kept-back'                => [ $fine, [], 'possible', [ 'mail-missing' ] ],
			'wrong-login-page'              => [ $fine, [], 'possible', [ 'user-not-found' ] ],
			'too-many-attempts'             => [ $fine, [], 'possible', [ 'too-many-attempts' ] ],
			'team-seats-used-up'            => [ People::Team->subject( true ), [], 'possible', [ 'seats-full' ] ],
			'single-sign-on-user'           => [ $fine, [], 'possible', [ 'reset-without-effect' ] ],
		];
	}

	/** @return array<string, mixed> */
	private static function order( string $verb, string|bool ...$with ): array {
		$order = [ 'do' => $verb ];
		foreach ( $with as $name => $value ) {
			$order[ (string) $name ] = $value;
		}
		return $order;
	}
}
