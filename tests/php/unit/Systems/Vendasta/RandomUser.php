<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** Somebody whom nobody has seen before: id, name, language and address are drawn, and the seed says how to draw them again. */
final class RandomUser {

	private const FIRST     = [ 'Åse', 'Björn', 'Zoë', 'Łukasz', 'Jürgen', '李', 'Θεοδώρα', 'Anne-Marie', 'Noor', 'Íris' ];
	private const LAST      = [ 'Ødegård', 'van der Berg', 'Müller', 'O’Hara', 'Ćwik', '田中', 'Sæther', 'Nuñez', 'Ek', '"><b>x' ];
	private const LANGUAGES = [ 'en-US', 'fr-CA', 'de-DE', 'nl-NL', 'cs-CZ' ];

	private function __construct(
		public readonly int $seed,
		public readonly string $id,
		public readonly string $email,
		public readonly string $business,
	) {}

	/** Draws one, and makes the user in the lab, everything in order. */
	public static function join( Lab $lab, ?int $seed = null ): self {
		$seed ??= random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$number   = mt_rand( 100_000, 999_999 );
		$id       = sprintf( 'U-%08x-%04x-4%03x-8%03x-%012x', mt_rand(), mt_rand( 0, 65_535 ), mt_rand( 0, 4_095 ), mt_rand( 0, 4_095 ), mt_rand() );
		$email    = 'person.' . $number . [ '', '+portal', '_x' ][ mt_rand( 0, 2 ) ] . '@' . [ 'northwind.example', 'nord-vind.example', 'xn--blbr-0qa.example' ][ mt_rand( 0, 2 ) ];
		$business = [ People::BAKERY, People::FLORIST, People::GARAGE ][ mt_rand( 0, 2 ) ];
		$lab->play(
			[
				'merge' => true,
				'users' => [
					[
						'id'                 => $id,
						'email'              => ucfirst( $email ),
						'givenName'          => self::FIRST[ mt_rand( 0, 9 ) ],
						'familyName'         => self::LAST[ mt_rand( 0, 9 ) ],
						'languageLocaleCode' => self::LANGUAGES[ mt_rand( 0, 4 ) ],
						'businessLocations'  => [ $business ],
						'emailVerified'      => true,
						'emailSet'           => true,
					],
				],
			]
		);
		return new self( $seed, $id, $email, $business );
	}

	public function subject( string $email = '' ): Subject {
		return new Subject( 'user:1', 1, '' === $email ? $this->email : $email, contactId: $this->id, accountId: $this->business );
	}
}
