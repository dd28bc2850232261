<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Clock;

/** What every connector to a remote system is given. */
final class ConnectorTools {

	public function __construct(
		public readonly Transports $transports,
		public readonly TokenCache $tokens,
		public readonly ConnectionStore $connections,
		public readonly PortalDirectory $portal,
		public readonly Pause $pause,
		public readonly Clock $clock,
		public readonly ?ReadMemory $memory = null,
	) {}
}
