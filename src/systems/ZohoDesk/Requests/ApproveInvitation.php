<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

/**
 * Approves that a contact signed up at a Help Center.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Contact.json)
 */
final class ApproveInvitation extends Write {

	public function __construct( string $contactId, string $helpCenterId ) {
		parent::__construct( 'POST', '/contacts/' . $contactId . '/approveEndUserInvite', [ 'helpCenterIds' => [ $helpCenterId ] ] );
	}
}
