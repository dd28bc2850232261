<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** The lab's account: its people by what is wrong with them, and the connections to it. */
final class Northwind {

	public const NORTHWIND = '5301';

	public const SOUTHGATE = '5302';

	public const PORTAL_ID = '44219873';

	private const PEOPLE = [
		'fine'        => [ '70215', 'clara.berg@northwind.example' ],
		'binned'      => [ '70219', 'tomas.lind@northwind.example' ],
		'replaced'    => [ '70223', 'nina.holm@northwind.example' ],
		'replacement' => [ '91407', 'nina.holm@northwind.example' ],
		'purged'      => [ '70227', 'pavel.novak@northwind.example' ],
		'merged'      => [ '70231', 'mia.falk@northwind.example' ],
		'survivor'    => [ '91411', 'mia.falk@northwind.example' ],
		'noAccount'   => [ '70235', 'rosa.klein@northwind.example' ],
		'noEmail'     => [ '70239', 'anders.skov@northwind.example' ],
		'otherEmail'  => [ '70243', 'sofia.winther@northwind.example' ],
		'additional'  => [ '70247', 'jon.dahl@northwind.example' ],
		'moved'       => [ '70251', 'ewa.zielinska@northwind.example' ],
		'noUserName'  => [ '70255', 'otto.brandt@northwind.example' ],
		'pending'     => [ '70259', 'lena.ek@northwind.example' ],
		'uninvited'   => [ '70263', 'karl.voss@northwind.example' ],
		'inactive'    => [ '70267', 'ines.prado@northwind.example' ],
		'oldSignIn'   => [ '70271', 'hugo.roth@northwind.example' ],
		'hostile'     => [ '70275', 'hostile@northwind.example' ],
	];

	public static function id( string $key ): string {
		return self::PEOPLE[ $key ][0] ?? throw new \LogicException( "Nobody is called {$key}." );
	}

	/** The address with which the person logs in. */
	public static function email( string $key ): string {
		return self::PEOPLE[ $key ][1] ?? throw new \LogicException( "Nobody is called {$key}." );
	}

	public static function subject( string $key, string $accountId = '' ): Subject {
		return new Subject( 'user:1', 1, self::email( $key ), contactId: self::id( $key ), accountId: $accountId );
	}

	/** Somebody of whom only the address is known. */
	public static function stranger( string $key ): Subject {
		return new Subject( 'user:1', 1, self::email( $key ) );
	}

	/**
	 * @param array<string, string> $fields  What differs from the lab's own.
	 * @param array<string, string> $secrets What differs from the lab's own.
	 */
	public static function privateApp( Lab $lab, bool $mayWrite = false, array $fields = [], array $secrets = [] ): Connection {
		return self::connection( $lab, $mayWrite, $fields, array_merge( [ 'access_token' => $lab->text( 'credentials', 'accessToken' ) ], $secrets ) );
	}

	/**
	 * @param array<string, string> $fields  What differs from the lab's own.
	 * @param array<string, string> $secrets What differs from the lab's own.
	 */
	public static function publicApp( Lab $lab, bool $mayWrite = false, array $fields = [], array $secrets = [] ): Connection {
		$own = [
			'client_secret' => $lab->text( 'credentials', 'clientSecret' ),
			'refresh_token' => $lab->text( 'credentials', 'refreshToken' ),
		];
		return self::connection( $lab, $mayWrite, array_merge( [ 'client_id' => $lab->text( 'credentials', 'clientId' ) ], $fields ), array_merge( $own, $secrets ) );
	}

	/**
	 * @param array<string, string> $fields
	 * @param array<string, string> $secrets
	 */
	private static function connection( Lab $lab, bool $mayWrite, array $fields, array $secrets ): Connection {
		$own = [
			'api_base'     => $lab->text( 'base' ),
			'portal_field' => $lab->text( 'userNameProperty' ),
		];
		return new Connection( 'hubspot', 'hubspot', array_merge( $own, $fields ), $secrets, $mayWrite );
	}
}
