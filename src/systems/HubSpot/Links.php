<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Systems\HubSpot\Requests\Property;

/**
 * Addresses of the screens in the customer's own account.
 *
 * Only those whose shape is known for sure are built. “Restore records”, private apps, usage and memberships have none that HubSpot documents:
 * there the menu path is shown instead.
 */
final class Links {

	private const CONTACT = '0-1';

	private const COMPANY = '0-2';

	public function __construct( private readonly Connection $connection ) {}

	public function to( string $name, Subject $subject ): string {
		$host   = $this->connection->facts['uiDomain'] ?? '';
		$portal = HubSpotId::of( $this->connection->facts['portalId'] ?? '' );
		if ( '' === $host || '' === $portal ) {
			return '';
		}
		$contact = HubSpotId::of( $subject->contactId );
		$company = HubSpotId::of( $subject->accountId );
		$field   = strtolower( trim( $this->connection->fields['portal_field'] ?? '' ) );
		return match ( true ) {
			'contact' === $name && '' !== $contact => "https://{$host}/contacts/{$portal}/record/" . self::CONTACT . '/' . $contact,
			'company' === $name && '' !== $company => "https://{$host}/contacts/{$portal}/record/" . self::COMPANY . '/' . $company,
			'property' === $name && Property::isName( $field ) => "https://{$host}/property-settings/{$portal}/properties?type=" . self::CONTACT . '&action=edit&property=' . $field,
			'properties' === $name => "https://{$host}/property-settings/{$portal}/properties?type=" . self::CONTACT,
			'contact-layout' === $name => "https://{$host}/settings/{$portal}/objects/" . self::CONTACT . '/record-customization',
			default => '',
		};
	}
}
