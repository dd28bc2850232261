<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\SharedRead;
use Causeway\Systems\HubSpot\Paths;

/**
 * Asks for one contact with its companies, whoever it is: enough to know whether the app may read both.
 *
 * @implements SharedRead<ContactPage>
 */
final class SeeContacts implements SharedRead {

	public function request( string $base ): Request {
		return new Request( 'GET', $base . Paths::CONTACTS . '?limit=1&properties=email&associations=companies' );
	}

	public function answer( Response $response ): ContactPage {
		return ContactPage::of( $response );
	}
}
