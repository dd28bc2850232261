<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** A portal system that knows which record of another system a person belongs to. It is asked before the systems behind it. */
interface Introduces {

	/**
	 * The subject, introduced to the system behind this one ({@see Subject::introducedTo()}) with the contact id, the account id and the address that
	 * this one has now. They go before what was known from earlier: the portal lets people in by its own links.
	 *
	 * Never throws; where nothing could be asked, the subject comes back as it is.
	 */
	public function introduce( Subject $subject, Connection $connection ): Subject;
}
