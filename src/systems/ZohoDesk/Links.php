<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;

/**
 * Addresses in the customer's own organisation.
 *
 * A contact's page has an address that only Zoho Desk itself can tell, so it is known for the contact that was looked at last. Screens of the
 * setup have no documented address: there the organisation's own Zoho Desk is opened, and the menu path says where to go on.
 */
final class Links {

	/** Links to screens of Zoho Desk. */
	private const SCREENS = [ 'contact', 'contacts', 'account', 'portal-users', 'recycle-bin', 'contact-fields', 'help-center-settings', 'api-usage', 'subscription', 'profiles' ];

	/** A fact that is longer would be clipped, and no address any more. */
	private const MOST_CHARACTERS = 190;

	public function __construct( private readonly Connection $connection ) {}

	/**
	 * What is remembered of a contact's page.
	 *
	 * @return array<string, string>
	 */
	public static function facts( string $contactId, string $webUrl ): array {
		$isKept = '' !== $webUrl && strlen( $webUrl ) <= self::MOST_CHARACTERS;
		return [
			'contactPage'   => $isKept ? $webUrl : '',
			'contactPageOf' => $isKept ? $contactId : '',
		];
	}

	public function to( string $name, Subject $subject ): string {
		$facts = $this->connection->facts;
		if ( 'help-center' === $name ) {
			return self::web( $facts['helpCenterUrl'] ?? '' );
		}
		if ( ! in_array( $name, self::SCREENS, true ) ) {
			return '';
		}
		$contact = DeskId::of( $subject->contactId );
		if ( 'contact' === $name && '' !== $contact && ( $facts['contactPageOf'] ?? '' ) === $contact && $this->isOwn( $facts['contactPage'] ?? '' ) ) {
			return self::web( $facts['contactPage'] ?? '' );
		}
		return $this->home();
	}

	private function home(): string {
		$portal = $this->connection->facts['portalName'] ?? '';
		$desk   = (string) DataCentre::of( $this->connection )?->deskUrl();
		return '' === $desk || 1 !== preg_match( '/^[a-z0-9][a-z0-9_-]{0,99}$/iD', $portal ) ? '' : $desk . '/agent/' . $portal;
	}

	/** Whether an address that an answer named lies where this organisation's Zoho Desk is. */
	private function isOwn( string $url ): bool {
		$base = (string) DataCentre::of( $this->connection )?->deskUrl();
		$base = '' === $base ? rtrim( $this->connection->fields['api_base'] ?? '', '/' ) : $base;
		return '' !== $base && str_starts_with( $url, $base . '/' );
	}

	private static function web( string $url ): string {
		return 1 === preg_match( '#^https?://[^\s"\'<>\\\\]+$#D', $url ) ? $url : '';
	}
}
