<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * One call of the CRM's API: what is sent, and how the answer is read.
 *
 * @template-covariant T
 */
interface ApiRequest {

	/** @param string $base Scheme and host, without a slash at the end. The access token is added later. */
	public function request( string $base ): Request;

	/**
	 * @param Response $response Of status 2xx or 304, with a body that is no error.
	 * @return T
	 * @throws ConnectorFault Malformed
	 */
	public function answer( Response $response ): mixed;
}
