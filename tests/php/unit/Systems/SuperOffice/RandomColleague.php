<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** A colleague whom nobody has seen before: ids, names and address are drawn, and the seed says how to draw them again. */
final class RandomColleague {

	private const FIRST = [ 'Åse', 'Bjørn', 'Zoë', 'Łukasz', 'Jürgen', '李', 'Øystein', 'Maj-Britt', 'Söderström', 'Íris' ];
	private const LAST  = [ 'Ødegård', 'van der Berg', 'Müller', 'O’Hara', 'Ćwik', '田中', 'Sæther', 'Nuñez', 'Ek', 'Sjö' ];

	private function __construct(
		public readonly int $seed,
		public readonly int $personId,
		public readonly int $associateId,
		public readonly string $email,
	) {}

	/** Draws one, and makes card and user in the lab, everything in order. */
	public static function hire( Lab $lab, ?int $seed = null ): self {
		$seed ??= random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$personId    = mt_rand( 100_000, 900_000_000 );
		$associateId = mt_rand( 100_000, 900_000_000 );
		$email       = 'colleague.' . $personId . '@' . [ 'northwind.example', 'nord-vind.example', 'xn--blbr-0qa.example' ][ mt_rand( 0, 2 ) ];
		$lab->play(
			[
				'merge'      => true,
				'persons'    => [
					[
						'personId'  => $personId,
						'firstname' => self::FIRST[ mt_rand( 0, 9 ) ],
						'lastname'  => self::LAST[ mt_rand( 0, 9 ) ],
						'emails'    => [
							[
								'value'   => $email,
								'bounces' => 0,
							],
						],
						'contactId' => 2,
						'retired'   => false,
						'updatedAt' => 1_790_000_000_000,
					],
				],
				'associates' => [
					[
						'associateId'        => $associateId,
						'name'               => 'C' . $associateId,
						'userName'           => strtoupper( $email ),
						'personId'           => $personId,
						'type'               => 'InternalAssociate',
						'deleted'            => false,
						'canLogin'           => true,
						'licences'           => [ 'ten-salesservicemarketing' ],
						'roleName'           => 'User level ' . mt_rand( 0, 9 ),
						'lastLogin'          => 1_790_000_000_000,
						'waitingForApproval' => false,
						'isStuck'            => false,
					],
				],
			]
		);
		return new self( $seed, $personId, $associateId, $email );
	}

	public function subject(): Subject {
		return new Subject( 'user:1', 1, $this->email, contactId: (string) $this->personId );
	}
}
