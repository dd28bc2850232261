<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;

/** A transport that can be told which address to connect to, so that a name is not looked up a second time with another answer. */
interface PinningTransport extends Transport {

	/** Whether a pin would hold for this address: the connection is made by cURL in this process, and no proxy looks the name up instead. */
	public function canPin( string $url ): bool;

	/**
	 * Sends to one of these addresses and to no other; the host name still decides the certificate and the Host header.
	 *
	 * @param non-empty-list<string> $addresses
	 * @throws ConnectorFault
	 */
	public function sendPinned( Request $request, array $addresses ): Response;
}
