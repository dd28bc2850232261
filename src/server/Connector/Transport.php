<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Sends one request. Any HTTP status is an answer; only a missing answer is a fault. */
interface Transport {

	/** @throws ConnectorFault Unreachable, TimedOut, or (by a decorator) Forbidden address, open circuit, spent budget. */
	public function send( Request $request ): Response;
}
