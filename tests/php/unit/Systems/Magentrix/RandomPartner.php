<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** A partner whom nobody has seen before: ids, names, address and CRM are drawn, and the seed says how to draw them again. */
final class RandomPartner {

	private const FIRST = [ 'Åse', 'Bjørn', 'Zoë', 'Łukasz', 'Jürgen', '李', 'Øystein', 'Maj-Britt', "D'Arcy", 'Íris' ];
	private const LAST  = [ 'Ødegård', 'van der Berg', 'Müller', "O'Hara", 'Ćwik', '田中', 'Sæther', 'Nuñez', 'Ek', 'Sjö' ];

	private function __construct(
		public readonly int $seed,
		public readonly string $userId,
		public readonly string $contactId,
		public readonly string $accountId,
		public readonly string $email,
		public readonly string $crm,
	) {}

	/** Draws one, and makes user and contact in the lab, everything in order. */
	public static function join( Lab $lab, ?int $seed = null ): self {
		$seed ??= random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$crm     = [ 'salesforce', 'dynamics-365', 'hubspot' ][ mt_rand( 0, 2 ) ];
		$user    = '005' . sprintf( '%012d', mt_rand( 1, 999_999_999 ) ) . '0001';
		$contact = self::id( $crm, '003' );
		$account = self::id( $crm, '001' );
		$email   = 'partner.' . mt_rand( 1, 999_999_999 ) . '@' . [ 'harbourline.example', 'nord-vind.example', 'xn--blbr-0qa.example' ][ mt_rand( 0, 2 ) ];
		$first   = self::FIRST[ mt_rand( 0, 9 ) ];
		$last    = self::LAST[ mt_rand( 0, 9 ) ];
		$copy    = [
			'id'            => $contact,
			'firstname'     => $first,
			'lastname'      => $last,
			'email'         => $email,
			'accountId'     => $account,
			'communityUser' => true,
			'isDeleted'     => false,
			'modifiedAt'    => 1_780_000_000_000,
		];
		$lab->play(
			[
				'merge'       => true,
				'crmContacts' => [ $copy ],
				'contacts'    => [ $copy ],
				'users'       => [
					[
						'id'            => $user,
						'firstname'     => $first,
						'lastname'      => $last,
						'username'      => [ $email, 'user' . mt_rand( 1, 999_999_999 ) ][ mt_rand( 0, 1 ) ],
						'email'         => $email,
						'isActive'      => true,
						'deactivatedAt' => null,
						'lastLoginAt'   => 1_780_000_000_000,
						'roleId'        => 'role' . mt_rand( 1, 99 ),
						'type'          => [ 'Partner', 'Customer' ][ mt_rand( 0, 1 ) ],
						'contactId'     => $contact,
						'modifiedAt'    => 1_780_000_000_000,
					],
				],
			]
		);
		return new self( $seed, $user, $contact, $account, $email, $crm );
	}

	public function subject(): Subject {
		return new Subject( 'user:1', 1, strtoupper( $this->email ) );
	}

	private static function id( string $crm, string $prefix ): string {
		return match ( $crm ) {
			'salesforce' => $prefix . 'Xk0000' . sprintf( '%06d', mt_rand( 1, 999_999 ) ) . 'AAQ',
			'dynamics-365' => sprintf( '%08x-%04x-4e11-9f2b-6045bd%06x', mt_rand( 1, 0x7FFFFFFF ), mt_rand( 0, 0xFFFF ), mt_rand( 0, 0xFFFFFF ) ),
			default => (string) mt_rand( 10_000_000, 2_000_000_000 ),
		};
	}
}
