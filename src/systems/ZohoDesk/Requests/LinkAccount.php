<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

/**
 * Sets the account of a contact.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Contact.json)
 */
final class LinkAccount extends Write {

	public function __construct( string $contactId, string $accountId ) {
		parent::__construct( 'PATCH', '/contacts/' . $contactId, [ 'accountId' => $accountId ] );
	}
}
