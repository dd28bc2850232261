<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * Sends somebody's own invitation once more, to the address that the system itself has of them: the one write that a visitor may set off, where the
 * connection's field {@see self::FIELD} says so.
 */
interface Invitation extends Action {

	/** Connection field: whether a visitor's wish is fulfilled at once. */
	public const FIELD = 'visitor_resend';

	/** Its value for yes; any other leaves the wish to whoever runs the site. */
	public const AT_ONCE = 'send';

	/**
	 * What sending it again would do. Null where nothing is to be sent without a person's judgement: nobody was invited, or a mail may be under way.
	 *
	 * @throws ConnectorFault
	 */
	public function again( Subject $subject, Connection $connection ): ?Change;
}
