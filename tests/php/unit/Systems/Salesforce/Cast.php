<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Subject;

/** People of the lab's organisation: contact, user, address, as `tests/lab/salesforce/scenario.ts` has them. */
enum Cast: string {

	public const ALDER       = '0015g000000LTwfAAG';
	public const BRIGHTWATER = '0015g000000LTwgAAG';

	case Fine              = '0035g000005DaVpAAK 0055g000000cBKDAA2 marta.lindqvist@alder.example';
	case Binned            = '0035g000005DaW7AAK 0055g000000cBKEAA2 tomas.okafor@alder.example';
	case Purged            = '0035g000005DaWMAA0 0055g000000cBKFAA2 ines.caldeira@alder.example';
	case Merged            = '0035g000005DaWZAA0 - piet.vermeulen@brightwater.example';
	case Survivor          = '0035g000005DaWaAAK - piet.vermeulen@brightwater.example ';
	case NoAccount         = '0035g000005DaWuAAK - yuki.hanada@alder.example';
	case NoEmail           = '0035g000005DaWxAAK 0055g000000cBKGAA2 olu.bankole@alder.example';
	case OtherEmail        = '0035g000005DaX3AAK 0055g000000cBKHAA2 greta.sandoval@alder.example';
	case Inactive          = '0035g000005DaX6AAK 0055g000000cBKIAA2 hamid.rezaei@alder.example';
	case Frozen            = '0035g000005DaXBAA0 0055g000000cBKJAA2 lena.fischer@alder.example';
	case Locked            = '0035g000005DaXEAA0 0055g000000cBKKAA2 aoife.brennan@alder.example';
	case Pending           = '0035g000005DaXHAA0 0055g000000cBKLAA2 bram.dewit@alder.example';
	case NoUser            = '0035g000005DaXLAA0 - chidi.eze@alder.example';
	case WrongPassword     = '0035g000005DaXPAA0 0055g000000cBKMAA2 dora.kovacs@alder.example';
	case RestrictedAddress = '0035g000005DaXTAA0 0055g000000cBKNAA2 emil.ruud@alder.example';
	case RestrictedTime    = '0035g000005DaXUAA0 0055g000000cBKRAA2 nadia.petrova@alder.example';
	case NewDevice         = '0035g000005DaXXAA0 0055g000000cBKOAA2 fatou.diallo@alder.example';
	case NotMember         = '0035g000005DaXbAAK 0055g000000cBKPAA2 gus.halloran@alder.example';
	case OtherName         = "0035g000005DaXfAAK 0055g000000cBKQAA2 sian.o'dowd@alder.example";
	case Employee          = '- 0055g000000blJLAAY farah.nordin@northwind.example';

	/** '' where there is none. */
	public function contactId(): string {
		return trim( $this->part( 0 ), '-' );
	}

	/** '' where there is none. */
	public function userId(): string {
		return trim( $this->part( 1 ), '-' );
	}

	public function email(): string {
		return $this->part( 2 );
	}

	/** As a site knows the person that kept the contact's id. */
	public function known(): Subject {
		return new Subject( 'user:1', 1, $this->email(), contactId: $this->contactId() );
	}

	/** As a site knows the person of whom it has the address only. */
	public function byAddress(): Subject {
		return new Subject( 'user:1', 1, $this->email() );
	}

	private function part( int $number ): string {
		return explode( ' ', $this->value )[ $number ];
	}
}
