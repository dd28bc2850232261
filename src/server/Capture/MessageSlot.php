<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** The place in a page where the visitor's message goes. Implemented by the block. */
interface MessageSlot {

	public function isIn( string $html ): bool;

	/** The page with the message in its first slot. */
	public function fill( string $html, ShownMessage $message ): string;
}
