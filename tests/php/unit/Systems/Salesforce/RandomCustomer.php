<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Systems\Lab;

/** A customer whom nobody has seen before: names, address and company are drawn, and the seed says how to draw them again. */
final class RandomCustomer {

	private const FIRST = [ 'Åse', 'Zoë', 'Łukasz', 'Jürgen', '李', 'Maj-Britt', 'Nguyễn', 'Íris', 'Д’Арси', 'محمد' ];
	private const LAST  = [ 'Ødegård', 'van der Berg', "O'Hara", 'Ćwik', '田中', 'Nuñez', '\\Backslash', '"Quote"', '<b>Sjö</b>', 'Ek' ];
	private const HOSTS = [ 'alder.example', 'bright-water.example', 'xn--blbr-0qa.example' ];

	private function __construct(
		public readonly int $seed,
		public readonly string $contactId,
		public readonly string $userId,
		public readonly string $email,
		public readonly string $accountId,
	) {}

	/** Draws one, and makes contact and user in the lab, everything in order. */
	public static function meet( Lab $lab, ?int $seed = null ): self {
		$seed ??= random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$number  = mt_rand( 100_000, 900_000_000 );
		$email   = [ "o'neil.", 'plus+tag.', 'under_score.', 'Mixed.Case.', 'per%cent.' ][ mt_rand( 0, 4 ) ] . $number . '@' . self::HOSTS[ mt_rand( 0, 2 ) ];
		$account = [ Cast::ALDER, Cast::BRIGHTWATER ][ mt_rand( 0, 1 ) ];
		$first   = self::FIRST[ mt_rand( 0, 9 ) ];
		$last    = self::LAST[ mt_rand( 0, 9 ) ];
		$contact = self::ask(
			$lab,
			[
				'do'     => 'create-contact',
				'fields' => [
					'FirstName'         => $first,
					'LastName'          => $last,
					'Name'              => $first . ' ' . $last,
					'Email'             => $email,
					'AccountId'         => $account,
					Doors::PORTAL_FIELD => $email,
				],
			]
		);
		$user = self::ask(
			$lab,
			[
				'do' => 'create-user',
				'id' => $contact,
			]
		);
		$lab->play(
			[
				'do'     => 'login',
				'id'     => $user,
				'status' => 'Success',
			]
		);
		return new self( $seed, $contact, $user, $email, $account );
	}

	public function subject(): Subject {
		return new Subject( 'user:1', 1, $this->email, contactId: $this->contactId, accountId: $this->accountId );
	}

	/** @param array<string, mixed> $order */
	private static function ask( Lab $lab, array $order ): string {
		return JsonPath::text( ( new CurlTransport() )->send( new Request( 'POST', $lab->text( 'control' ) . '/state', [], [], (string) json_encode( $order ) ) )->json(), 'id' );
	}
}
