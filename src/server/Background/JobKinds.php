<?php

declare(strict_types=1);

namespace Causeway\Background;

/** Who does which kind of work. A kind is registered by the room that knows what it means. */
final class JobKinds {

	/** @var array<string, callable(Job, Deadline): JobResult> */
	private array $kinds = [];

	/** @param callable(Job, Deadline): JobResult $work */
	public function add( string $kind, callable $work ): void {
		$this->kinds[ $kind ] = $work;
	}

	/** @return (callable(Job, Deadline): JobResult)|null */
	public function get( string $kind ): ?callable {
		return $this->kinds[ $kind ] ?? null;
	}
}
