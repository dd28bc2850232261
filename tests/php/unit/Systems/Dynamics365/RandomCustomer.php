<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** A customer whom nobody has seen before: id, name, address and company are drawn, and the seed says how to draw them again. */
final class RandomCustomer {

	private const FIRST = [ 'Åse', 'Björn', 'Zoë', 'Łukasz', 'Jürgen', '李', 'Oisín', 'Maj-Britt', 'X Æ', 'Íris' ];
	private const LAST  = [ 'Ødegård', 'van der Berg', 'Müller & Söhne', "O'Hara", 'Ćwik', '田中', '<b>Sæther</b>', 'Nuñez', 'Ek', 'Sjö "Sjö"' ];

	/** What stands before the number in an address: harmless, quoted, and what a filter or an address could stumble over. */
	private const LOCAL = [ 'customer.', "o'hara.", "''", 'first+tag.', 'a&b=', 'per%cent.', '#', '{}' ];

	private const DOMAINS = [ 'northwind.example', 'xn--blbr-0qa.example', 'sub.Domain.Example' ];

	private function __construct(
		public readonly int $seed,
		public readonly string $id,
		public readonly string $accountId,
		public readonly string $email,
	) {}

	/** Draws one, and makes contact and login in the lab, everything in order. */
	public static function join( Lab $lab, ?int $seed = null ): self {
		$seed ??= random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$id      = sprintf( '%08x-%04x-%04x-%04x-%012x', mt_rand(), mt_rand( 0, 0xffff ), mt_rand( 0, 0xffff ), mt_rand( 0, 0xffff ), mt_rand() );
		$email   = self::LOCAL[ mt_rand( 0, 7 ) ] . mt_rand( 1_000, 900_000_000 ) . '@' . self::DOMAINS[ mt_rand( 0, 2 ) ];
		$account = [ Northwind::ALDER, Northwind::BRIGHTWATER ][ mt_rand( 0, 1 ) ];
		$lab->play(
			[
				'do'     => 'create-contact',
				'fields' => [
					'contactid'                           => $id,
					'firstname'                           => self::FIRST[ mt_rand( 0, 9 ) ],
					'lastname'                            => self::LAST[ mt_rand( 0, 9 ) ],
					'emailaddress1'                       => strtoupper( $email ),
					'merged'                              => false,
					'parentcustomerid'                    => [
						'id'    => $account,
						'table' => 'account',
					],
					Northwind::USERNAME_COLUMN            => $email,
					'adx_identity_username'               => $email,
					'adx_identity_logonenabled'           => true,
					'adx_identity_locallogindisabled'     => false,
					'adx_identity_accessfailedcount'      => 0,
					'adx_identity_emailaddress1confirmed' => true,
					'adx_identity_lastsuccessfullogin'    => gmdate( 'Y-m-d\TH:i:s\Z', time() - mt_rand( 60, 900_000 ) ),
					'adx_identity_securitystamp'          => 'stamp',
				],
			],
			[
				'do' => 'grant-role',
				'id' => $id,
			]
		);
		return new self( $seed, $id, $account, strtolower( $email ) );
	}

	public function subject(): Subject {
		return new Subject( 'user:1', 1, $this->email, contactId: $this->id, accountId: $this->accountId );
	}
}
