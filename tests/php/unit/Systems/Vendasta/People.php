<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\Subject;

/** Northwind's people as the lab has them: their number and the part of their address before the at sign. */
enum People: string {

	case Fine           = '01 amelie.dubois';
	case Several        = '02 bram.visser';
	case Unverified     = '03 carla.rossi';
	case NoLocation     = '04 dieter.braun';
	case Twin           = '05 elena.popova';
	case NoMail         = '06 farid.haddad';
	case NoUser         = '07 greta.lindqvist';
	case Deleted        = '08 hugo.martin';
	case OldAddress     = '09 ines.moreau';
	case Capitals       = '10 jonas.keller';
	case PlusTag        = '11 katja.novak+portal';
	case Team           = '12 liam.oconnor';
	case TeamNoRole     = '13 mira.sato';
	case TeamUnverified = '14 noah.berg';
	case Quoted         = "15 orla.o'brien";
	case Hostile        = '17 hostile';
	case Moved          = '18 quinn.fraser';

	public const BAKERY  = 'AG-4KQ7WZ3M';
	public const FLORIST = 'AG-9TX2HB6L';
	public const GARAGE  = 'AG-MXX5P286VP';

	public function id(): string {
		$number = substr( $this->value, 0, 2 );
		return "U-7d3c1f{$number}-5a0b-4e9d-8c61-2f4b9a0e6d{$number}";
	}

	public function email(): string {
		return substr( $this->value, 3 ) . '@northwind.example';
	}

	/** As this site knows them, by address alone or with what was seen before. */
	public function subject( bool $isKnown = false, string $accountId = '' ): Subject {
		return new Subject( 'user:1', 1, $this->email(), contactId: $isKnown ? $this->id() : '', accountId: $accountId );
	}
}
