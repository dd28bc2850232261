<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** A partner whom nobody has seen before: ids, names, company and address are drawn, and the seed says how to draw them again. */
final class RandomPartner {

	private const FIRST = [ 'Åse', 'Bjørn', 'Zoë', 'Łukasz', 'Jürgen', '李', 'Øystein', 'Maj-Britt', 'أمل', 'Íris' ];
	private const LAST  = [ 'Ødegård', 'van der Berg', 'Müller', 'O’Hara', 'Ćwik', '田中', 'Sæther', 'Nuñez', 'Ek', 'Sjö' ];

	private function __construct(
		public readonly int $seed,
		public readonly string $id,
		public readonly string $companyId,
		public readonly string $email,
	) {}

	/** Draws one, and makes contact and company in the lab, everything in order; the account moves to a random data centre. */
	public static function meet( Lab $lab, ?int $seed = null ): self {
		$seed ??= random_int( 1, 1_000_000 );
		mt_srand( $seed );
		$id      = (string) mt_rand( 100_000_000, 2_000_000_000 );
		$company = (string) mt_rand( 100_000_000, 2_000_000_000 );
		$centre  = [ 'na1', 'na2', 'eu1', 'ap1' ][ mt_rand( 0, 3 ) ];
		$email   = [ 'partner', "o'neil+portal", 'first.last_%' ][ mt_rand( 0, 2 ) ] . $id . '@' . [ 'northwind.example', 'nord-vind.example', 'xn--blbr-0qa.example' ][ mt_rand( 0, 2 ) ];
		$then    = 1_700_000_000_000 + mt_rand( 0, 1_000_000_000 );
		$record  = [
			'createdAt'  => $then,
			'updatedAt'  => $then,
			'archivedAt' => null,
			'mergedIds'  => [],
			'mergedInto' => '',
		];
		$lab->play(
			[
				'merge'     => true,
				'account'   => [
					'dataHostingLocation' => $centre,
					'uiDomain'            => 'na1' === $centre ? 'app.hubspot.com' : "app-{$centre}.hubspot.com",
				],
				'companies' => [
					[
						'id'         => $company,
						'properties' => [ 'name' => self::LAST[ mt_rand( 0, 9 ) ] . ' & Partners' ],
						'companies'  => [],
					] + $record,
				],
				'contacts'  => [
					[
						'id'         => $id,
						'properties' => [
							'email'            => $email,
							'firstname'        => self::FIRST[ mt_rand( 0, 9 ) ],
							'lastname'         => self::LAST[ mt_rand( 0, 9 ) ],
							'portal_user_name' => $email,
							'hs_content_membership_status' => 'active',
							'hs_content_membership_email'  => $email,
							'hs_content_membership_registered_at' => '2025-03-01T10:00:00.000Z',
							'hs_content_membership_registration_email_sent_at' => '2025-02-28T10:00:00.000Z',
						],
						'companies'  => [ $company ],
					] + $record,
				],
			]
		);
		return new self( $seed, $id, $company, $email );
	}

	public function subject(): Subject {
		return new Subject( 'user:1', 1, $this->email, contactId: $this->id, accountId: $this->companyId );
	}
}
