<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoDesk;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** A customer whom nobody has seen before: ids, names and address are drawn, and the seed says how to draw them again. */
final class RandomCustomer {

	private const FIRST = [ 'Åse', 'Bjørn', 'Zoë', 'Łukasz', 'Jürgen', '李', 'Anaïs', 'Maj-Britt', 'Söderström', 'Íris' ];
	private const LAST  = [ 'Ødegård', 'van der Berg', 'Müller', 'O’Hara', 'Ćwik', '田中', 'Sæther', 'Nuñez', 'Ek', 'Sjö' ];

	private function __construct(
		public readonly int $seed,
		public readonly string $contactId,
		public readonly string $userId,
		public readonly string $email,
	) {}

	/** Draws one, and makes contact and user in the lab, everything in order. */
	public static function greet( Lab $lab, ?int $seed = null ): self {
		$seed ??= random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$contactId = mt_rand( 1, 9 ) . str_pad( (string) mt_rand( 0, 999_999_999 ), 9, '0', STR_PAD_LEFT ) . str_pad( (string) mt_rand( 0, 99_999_999 ), mt_rand( 8, 9 ), '0', STR_PAD_LEFT );
		$userId    = '2' . str_pad( (string) mt_rand( 0, 999_999_999 ), 14, '0', STR_PAD_LEFT );
		$email     = 'Customer.' . $seed . [ '', '+desk', "o'n", '_x' ][ mt_rand( 0, 3 ) ] . '@' . [ 'northwind.example', 'nord-vind.example', 'xn--blbr-0qa.example' ][ mt_rand( 0, 2 ) ];
		$lab->play(
			[
				'merge'    => true,
				'contacts' => [
					[
						'id'        => $contactId,
						'firstName' => self::FIRST[ mt_rand( 0, 9 ) ],
						'lastName'  => self::LAST[ mt_rand( 0, 9 ) ],
						'email'     => $email,
						'accountId' => Door::ALDER,
					],
				],
				'users'    => [
					[
						'id'        => $userId,
						'contactId' => $contactId,
						'email'     => strtolower( $email ),
					],
				],
			]
		);
		return new self( $seed, $contactId, $userId, $email );
	}

	public function subject(): Subject {
		return new Subject( 'user:1', 1, $this->email, contactId: $this->contactId, accountId: Door::ALDER );
	}
}
