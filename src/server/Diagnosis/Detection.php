<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/** How this site gets to know that a cause is the one. */
enum Detection: string {

	/** Looking can prove it. */
	case Proof = 'proof';

	/** Looking can make it the most probable one, and no more: nothing that can be read proves it. */
	case Suspicion = 'suspicion';

	/** Nothing but what the person was shown speaks of it. */
	case Message = 'message';

	/** It lies in a system that this site cannot ask. */
	case Connection = 'connection';
}
