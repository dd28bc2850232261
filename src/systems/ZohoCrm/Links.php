<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoCrm\Requests\GetContact;

/**
 * Addresses of the screens in the customer's own organisation.
 *
 * Only those whose shape is known for sure are built. The recycle bin, the API usage and the users have none that Zoho documents: there the
 * menu path is shown instead.
 */
final class Links {

	public function __construct( private readonly Connection $connection ) {}

	public function to( string $name, Subject $subject ): string {
		$zgid   = $this->connection->facts['zgid'] ?? '';
		$centre = DataCentre::of( $this->connection );
		if ( null === $centre || ! GetContact::isId( $zgid ) ) {
			return '';
		}
		$organisation = $centre->screenUrl() . '/crm/org' . $zgid;
		$layout       = $this->connection->facts['contactsLayout'] ?? '';
		return match ( true ) {
			'contact' === $name && GetContact::isId( $subject->contactId ) => $organisation . '/tab/Contacts/' . $subject->contactId,
			'contacts' === $name => $organisation . '/tab/Contacts',
			'account' === $name && GetContact::isId( $subject->accountId ) => $organisation . '/tab/Accounts/' . $subject->accountId,
			'contact-layout' === $name && GetContact::isId( $layout ) => $organisation . '/settings/modules/Contacts/layouts/' . $layout,
			default => '',
		};
	}
}
