<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** Makes the guarded way out for one connection: its budget, its circuit breakers, its allowed hosts. */
interface Transports {

	/** @param list<string> $vendorHosts Host suffixes that belong to the vendor (`zohoapis.com`); any other host is resolved, checked and pinned. */
	public function forConnection( Connection $connection, array $vendorHosts, Effort $effort = Effort::Urgent ): Transport;
}
