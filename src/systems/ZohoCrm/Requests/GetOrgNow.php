<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * The same as {@see GetOrg}, asked for anew whatever was answered a moment ago: an answer from memory does not say whether calls are left.
 *
 * @implements ApiRequest<Organisation>
 */
final class GetOrgNow implements ApiRequest {

	private readonly GetOrg $same;

	public function __construct() {
		$this->same = new GetOrg();
	}

	public function request( string $base ): Request {
		return $this->same->request( $base );
	}

	public function answer( Response $response ): Organisation {
		return $this->same->answer( $response );
	}
}
