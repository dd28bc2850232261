<?php

declare(strict_types=1);

namespace Causeway\Health;

/** Which plugins run on this site. Implemented in Storage. */
interface ActivePlugins {

	/** @return list<string> Their folders, such as `wordfence`; those of the network among them. */
	public function folders(): array;
}
