<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

/**
 * Invites a contact to a Help Center: a mail goes out.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Contact.json)
 */
final class InviteContact extends Write {

	public function __construct( string $contactId, string $helpCenterId ) {
		parent::__construct( 'POST', '/contacts/' . $contactId . '/inviteAsEndUser', [ 'helpCenterId' => $helpCenterId ] );
	}
}
