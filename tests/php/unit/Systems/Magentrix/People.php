<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** Northwind's people in the simulated portal, by what is wrong with them, and the connection to it. */
final class People {

	/** Key → number in their ids, and address. */
	private const ALL = [
		'fine'          => [ 101, 'ines.carvalho@harbourline.example' ],
		'customer'      => [ 102, 'otto.keller@lantern.example' ],
		'employee'      => [ 103, 'wanda.pryce@northwind.example' ],
		'unlinked'      => [ 104, 'leo.marchetti@harbourline.example' ],
		'binned'        => [ 105, 'sanna.virtanen@meadow.example' ],
		'inactive'      => [ 106, 'karim.haddad@lantern.example' ],
		'noRole'        => [ 107, 'bea.novak@meadow.example' ],
		'noAccount'     => [ 108, 'tariq.osman@harbourline.example' ],
		'otherSpelling' => [ 109, 'ruth.adeyemi@lantern.example' ],
		'pending'       => [ 110, 'noor.dewit@meadow.example' ],
		'twin'          => [ 111, 'max.ferrer@harbourline.example' ],
		'unticked'      => [ 112, 'gita.sharma@lantern.example' ],
		'noUser'        => [ 113, 'paul.winter@meadow.example' ],
		'quoted'        => [ 114, "sean.o'neil@harbourline.example" ],
		'hostile'       => [ 115, 'hostile@meadow.example' ],
	];

	private const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

	public static function email( string $key ): string {
		return self::ALL[ $key ][1];
	}

	public static function subject( string $key ): Subject {
		return new Subject( 'user:1', 1, self::email( $key ) );
	}

	/** The portal's own id of a person's user. */
	public static function user( string $key ): string {
		return '005' . self::base62( self::ALL[ $key ][0], 12 ) . '0001';
	}

	/** The id of a person's contact in Salesforce, in its form of fifteen characters and three to check them. */
	public static function contact( string $key ): string {
		$id    = '003Wd00000' . self::base62( self::ALL[ $key ][0], 5 );
		$check = '';
		foreach ( str_split( $id, 5 ) as $part ) {
			$bits = 0;
			foreach ( str_split( $part ) as $place => $letter ) {
				$bits += ctype_upper( $letter ) ? 2 ** $place : 0;
			}
			$check .= 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[ $bits ];
		}
		return $id . $check;
	}

	/**
	 * @param array<string, string> $fields What differs from a plain connection.
	 */
	public static function connection( Lab $lab, bool $mayWrite = false, array $fields = [], ?string $key = null ): Connection {
		return new Connection( 'magentrix', 'magentrix', array_merge( [ 'portal_url' => $lab->text( 'base' ) . '/login' ], $fields ), [ 'api_key' => $key ?? $lab->text( 'credentials', 'apiKey' ) ], $mayWrite );
	}

	private static function base62( int $number, int $length ): string {
		$text = '';
		while ( strlen( $text ) < $length ) {
			$text   = self::DIGITS[ $number % 62 ] . $text;
			$number = intdiv( $number, 62 );
		}
		return $text;
	}
}
