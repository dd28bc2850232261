<?php

declare(strict_types=1);

namespace Causeway\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Pause;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\Transport;

/** Lets only so many calls of one connection be under way at once, however many workers there are: vendors count that too. */
final class CrowdLimit implements Transport {

	public const AT_ONCE = 4;

	private const TRIES        = 8;
	private const WAIT_SECONDS = 0.5;

	public function __construct(
		private readonly Transport $inner,
		private readonly CallSlots $slots,
		private readonly string $connection,
		private readonly Pause $pause,
	) {}

	public function send( Request $request ): Response {
		$place = $this->slots->take( $this->connection, self::AT_ONCE );
		for ( $try = 1; null === $place && $try < self::TRIES && $this->pause->isAllowed(); ++$try ) {
			$this->pause->for( self::WAIT_SECONDS );
			$place = $this->slots->take( $this->connection, self::AT_ONCE );
		}
		if ( null === $place ) {
			throw new ConnectorFault( FaultKind::RateLimited, 'Causeway is already making as many calls at once as it allows itself.', 5, 'causeway-too-many-at-once' );
		}
		try {
			return $this->inner->send( $request );
		} finally {
			$this->slots->release( $place );
		}
	}
}
