<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

/**
 * Puts a contact back from the recycle bin, with what was deleted along with it.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Recyclebin.json)
 */
final class RestoreDeleted extends Write {

	public function __construct( string $contactId ) {
		parent::__construct(
			'POST',
			'/recycleBin/restore',
			[
				'ids'                     => [ $contactId ],
				'isChildNeedToBeRestored' => true,
			]
		);
	}
}
