<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** How much the person has proved, and so how much they may be told. */
enum MessageTier: string {

	/** Nothing proved: the text is the same whether or not there is an account. */
	case Anonymous = 'anonymous';

	/** The password was right, the cause is not known yet. */
	case Looking = 'proven-looking';

	/** The password was right and the cause is known. */
	case Explained = 'proven';

	public function isProven(): bool {
		return self::Anonymous !== $this;
	}
}
