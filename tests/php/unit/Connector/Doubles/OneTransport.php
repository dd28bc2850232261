<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Connector\Doubles;

use Causeway\Connector\Connection;
use Causeway\Connector\Effort;
use Causeway\Connector\Transport;
use Causeway\Connector\Transports;

/** The same transport for every connection. */
final class OneTransport implements Transports {

	/** @var list<string> Host suffixes that were last named as the vendor's own. */
	public array $vendorHosts = [];

	public function __construct( private readonly Transport $transport ) {}

	public function forConnection( Connection $connection, array $vendorHosts, Effort $effort = Effort::Urgent ): Transport {
		$this->vendorHosts = $vendorHosts;
		return $this->transport;
	}
}
