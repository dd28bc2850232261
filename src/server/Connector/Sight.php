<?php

declare(strict_types=1);

namespace Causeway\Connector;

/** One thing that a connection's credential may or may not see (`contacts`, `deleted-contacts`, `fields`, `users`, `login-history`), or of which there may soon be too little (`licences-left`), asked by one cheap call. */
final class Sight {

	/**
	 * @param string            $type     Condition type, kebab-case.
	 * @param ApiRequest<mixed> $question Its answer does not count, unless for a shortage, only whether it is given. NotFound counts as seen.
	 * @param string            $remedy   What to add in the vendor's settings where it is refused, one sentence.
	 * @param (\Closure(mixed): string)|null $shortage Reads from the answer what is about to run out, one sentence; '' while there is enough.
	 */
	public function __construct(
		public readonly string $type,
		public readonly ApiRequest $question,
		public readonly string $remedy,
		public readonly ?\Closure $shortage = null,
	) {}
}
