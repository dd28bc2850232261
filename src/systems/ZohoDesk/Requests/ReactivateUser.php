<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

/**
 * Makes a user of the Help Center active.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/User.json)
 */
final class ReactivateUser extends Write {

	public function __construct( string $userId ) {
		parent::__construct( 'PATCH', '/users/' . $userId, [ 'status' => User::ACTIVE ] );
	}
}
