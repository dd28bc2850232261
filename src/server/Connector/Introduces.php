<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** A portal system that knows which record of another system a person belongs to. It is asked before the systems behind it. */
interface Introduces {

	/**
	 * The subject with what this system knows added: contact id, account id, address. What the subject knows already stays.
	 *
	 * Never throws; where nothing could be asked, the subject comes back as it is.
	 */
	public function introduce( Subject $subject, Connection $connection ): Subject;
}
