<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Cases;

use Causeway\Cases\CaseFile;
use Causeway\Cases\CasePage;
use Causeway\Cases\CaseState;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class CasePageTest extends TestCase {

	public function test_a_cursor_names_the_place_of_a_case(): void {
		$case = new CaseFile( 7, 'user:1', 1, 0, '', CaseState::Open, '', '', '', 0, 0, 1_790_000_123, 1, '', 0, '', 0 );

		self::assertSame( [ 1_790_000_123, 7 ], CasePage::readCursor( CasePage::cursorOf( $case ) ) );
		self::assertSame( CasePage::cursorOf( $case ), ( new CasePage( [ $case ], false, 1 ) )->endCursor() );
	}

	#[TestWith( [ '' ] )]
	#[TestWith( [ 'not a cursor' ] )]
	#[TestWith( [ 'MTsgRFJPUCBUQUJMRQ' ] )]
	#[TestWith( [ "\xff\xfe" ] )]
	public function test_reads_nothing_from_what_is_no_cursor( string $typed ): void {
		self::assertNull( CasePage::readCursor( $typed ) );
	}

	public function test_an_empty_page_has_no_end(): void {
		self::assertNull( ( new CasePage( [], false, 0 ) )->endCursor() );
	}

	public function test_a_notice_is_about_a_cause_in_a_round(): void {
		$first = new CaseFile( 7, 'user:1', 1, 0, '', CaseState::Diagnosed, 'crm', 'gone', '', 0, 0, 0, 1, '', 0, '', 0, 0 );
		$again = new CaseFile( 7, 'user:1', 1, 0, '', CaseState::Regressed, 'crm', 'gone', '', 0, 0, 0, 1, '', 0, '', 0, 1 );

		self::assertNotSame( $first->noticeKey(), $again->noticeKey() );
	}
}
