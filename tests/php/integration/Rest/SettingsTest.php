<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

use Causeway\Storage\Settings;
use PHPUnit\Framework\Attributes\CoversNothing;

/** `PUT /settings`. */
#[CoversNothing]
final class SettingsTest extends DoorTestCase {

	public function test_saves_what_is_given_and_leaves_the_rest(): void {
		$this->administrator();
		$page = self::page( 'A portal’s form.' )->ID;

		$this->http( 'PUT', '/settings', [ 'recipients' => [ 'desk@example.org', 'second@example.org' ] ] );
		$answer = $this->http( 'PUT', '/settings', [ 'portal_page_ids' => [ $page, 999_999 ] ] );

		self::assertSame( 200, $answer->status );
		self::assertSame( [ 'desk@example.org', 'second@example.org' ], $answer->at( 'recipients' ) );
		self::assertSame( [ $page ], $answer->at( 'portal_page_ids' ) );
		$stored = get_option( Settings::OPTION );
		self::assertIsArray( $stored );
		self::assertSame( [ [ 'desk@example.org', 'second@example.org' ], [ $page ] ], [ $stored['recipients'], $stored['pages'] ] );
	}

	public function test_no_recipients_is_the_sites_own_address(): void {
		$this->administrator();
		$this->http( 'PUT', '/settings', [ 'recipients' => [ 'desk@example.org' ] ] );

		self::assertSame( [ get_option( 'admin_email' ) ], $this->http( 'PUT', '/settings', [ 'recipients' => [] ] )->at( 'recipients' ) );
	}
}
