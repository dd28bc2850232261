<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * One call of a vendor's API: what is sent, and how the answer is read.
 *
 * @template-covariant T
 */
interface ApiRequest {

	/** @param string $base Address before the path, without a slash at the end. The credentials are added later. */
	public function request( string $base ): Request;

	/**
	 * @param Response $response One that the vendor's {@see Dialect} finds no fault with.
	 * @return T
	 * @throws ConnectorFault Malformed
	 */
	public function answer( Response $response ): mixed;
}
