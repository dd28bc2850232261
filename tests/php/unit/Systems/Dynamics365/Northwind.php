<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** The lab's people and connection. */
final class Northwind {

	/** Number of each contact in the lab's scenario, and its address. */
	private const PEOPLE = [
		'fine'            => [ 1, 'maya.lindqvist@alderfinch.example' ],
		'binned'          => [ 2, 'tomas.okafor@brightwater.example' ],
		'purged'          => [ 3, 'irene.castellano@cormorant.example' ],
		'merged'          => [ 4, 'jon.petrov@dunes.example' ],
		'mergedInto'      => [ 5, 'jonathan.petrov@dunes.example' ],
		'noAccount'       => [ 6, 'priya.raman@brightwater.example' ],
		'parentIsContact' => [ 7, 'wim.deboer@ember.example' ],
		'noEmail'         => [ 8, 'oskar.wind@cormorant.example' ],
		'otherEmail'      => [ 9, 'ruth.adeyemi@dunes.example' ],
		'inactive'        => [ 10, 'hugo.bergmann@cormorant.example' ],
		'noUsername'      => [ 11, 'victor.amari@alderfinch.example' ],
		'quoted'          => [ 12, "sean.o'neil@ember.example" ],
		'twin'            => [ 13, 'lena.sorensen@ember.example' ],
		'neverInvited'    => [ 15, 'bea.kowalski@dunes.example' ],
		'pending'         => [ 16, 'nadia.farouk@ember.example' ],
		'expired'         => [ 17, 'ines.moreau@alderfinch.example' ],
		'disabled'        => [ 18, 'gregor.hall@cormorant.example' ],
		'locked'          => [ 19, 'amina.diallo@brightwater.example' ],
		'wrongPassword'   => [ 20, 'clara.whitfield@alderfinch.example' ],
		'external'        => [ 21, 'kenji.mori@dunes.example' ],
		'externalOnly'    => [ 22, 'sofia.greco@ember.example' ],
		'unconfirmed'     => [ 23, 'dario.novak@alderfinch.example' ],
		'roleless'        => [ 24, 'tove.hansen@cormorant.example' ],
	];

	/** The column that the lab's other portal takes as user name. */
	public const USERNAME_COLUMN = 'nw_portalusername';

	public const ALDER = '5a1e0201-7c2d-ef11-9f89-6045bdece801';

	public const BRIGHTWATER = '5a1e0202-7c2d-ef11-9f89-6045bdece802';

	public const SALES_UNIT = '5a1e0103-7c2d-ef11-9f89-6045bdece803';

	public static function id( string $person ): string {
		$number = self::PEOPLE[ $person ][0];
		return sprintf( '%08x-7c2d-ef11-9f89-6045bdece%03x', 0x5a1e0400 + $number, 0x800 + $number );
	}

	public static function email( string $person ): string {
		return self::PEOPLE[ $person ][1];
	}

	/** The person as a site knows somebody whose snapshot was taken while things worked. */
	public static function subject( string $person, string $accountId = '' ): Subject {
		return new Subject( 'user:1', 1, self::email( $person ), contactId: self::id( $person ), accountId: $accountId );
	}

	/** @param array<string, string> $fields What differs from a connection to the lab. */
	public static function connection( Lab $lab, bool $mayWrite = false, array $fields = [], ?string $secret = null ): Connection {
		return new Connection(
			'dynamics-365',
			'dynamics-365',
			array_merge(
				[
					'environment_url' => $lab->text( 'base' ),
					'login_base'      => $lab->text( 'entra' ),
					'tenant_id'       => $lab->text( 'credentials', 'tenantId' ),
					'client_id'       => $lab->text( 'credentials', 'clientId' ),
					'portal_field'    => self::USERNAME_COLUMN,
				],
				$fields
			),
			[ 'client_secret' => $secret ?? $lab->text( 'credentials', 'clientSecret' ) ],
			$mayWrite,
		);
	}
}
