<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Finds the pages on which people log in. Implemented in Storage. */
interface PortalPages {

	/** @return list<array{id: int, title: string, hasBlock: bool}> Published pages that hold the login error block or a known portal's form; at most ten. */
	public function find(): array;
}
