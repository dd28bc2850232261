<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\ZohoCrm;

use Causeway\Connector\Subject;

/** For each cause the state of the lab that brings it about. */
final class Scenarios {

	private const FINE = '5843104000000412003';

	/**
	 * Cause → subject, orders to the lab, confidence, symptoms that were shown.
	 *
	 * @return array<string, array{Subject, list<array<string, mixed>>, string, list<string>}>
	 */
	public static function all(): array {
		$fine   = new Subject( 'portal:1', email: 'maya.lindqvist@alderfinch.example', contactId: self::FINE );
		$opaque = [ 'catalyst-connect:contact-your-administrator' ];
		return [
			'connection-refused'          => [ $fine, [ [ 'do' => 'revoke-refresh-token' ] ], 'possible', [ 'zoho-crm:invalid-token' ] ],
			'crm-credits-exhausted'       => [ $fine, [ [ 'do' => 'spend-credits' ] ], 'certain', $opaque ],
			'contact-in-recycle-bin'      => [ self::of( '5843104000000412019', 'tomas.okafor@brightwater.example' ), [], 'certain', $opaque ],
			'contact-permanently-deleted' => [ self::of( '5843104000000412034', 'irene.castellano@cormorant.example' ), [], 'certain', $opaque ],
			'contact-merged-away'         => [ self::of( '5843104000000412047', 'jon.petrov@dunes.example' ), [], 'certain', $opaque ],
			'contact-without-account'     => [ self::of( '5843104000000412068', 'priya.raman@brightwater.example' ), [], 'certain', $opaque ],
			'contact-without-email'       => [ self::of( '5843104000000412073', 'oskar.wind@cormorant.example' ), [], 'certain', $opaque ],
			'contact-email-differs'       => [ self::of( '5843104000000412125', 'ruth.adeyemi@dunes.example' ), [], 'likely', $opaque ],
			'username-value-empty'        => [ self::of( '5843104000000412091', 'victor.amari@alderfinch.example' ), [], 'likely', $opaque ],
			'username-field-deleted'      => [ $fine, [ self::field( 'remove-field' ) ], 'certain', $opaque ],
			'username-field-unused'       => [ $fine, [ self::field( 'unuse-field' ) ], 'certain', $opaque ],
			'username-field-hidden'       => [ $fine, [ self::field( 'hide-field' ) ], 'likely', $opaque ],
		];
	}

	private static function of( string $contactId, string $email ): Subject {
		return new Subject( 'portal:1', email: $email, contactId: $contactId );
	}

	/** @return array<string, mixed> */
	private static function field( string $verb ): array {
		return [
			'do'    => $verb,
			'field' => 'User_Name',
		];
	}
}
