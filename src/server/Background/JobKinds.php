<?php

declare(strict_types=1);

namespace Causeway\Background;

/**
 * Who does which kind of work, and who notices that there is some. Registered by the rooms that know what it means.
 *
 * Notices exist because the login path writes no job: the attempt's own row is the queue, and somebody has to see it.
 */
final class JobKinds {

	/** @var array<string, callable(Job, Deadline): JobResult> */
	private array $kinds = [];

	/** @var list<callable(): void> */
	private array $notices = [];

	/** @param callable(Job, Deadline): JobResult $work */
	public function add( string $kind, callable $work ): void {
		$this->kinds[ $kind ] = $work;
	}

	/** @return (callable(Job, Deadline): JobResult)|null */
	public function get( string $kind ): ?callable {
		return $this->kinds[ $kind ] ?? null;
	}

	/** @param callable(): void $notice Puts jobs where it finds something to do; one cheap read at most. */
	public function notice( callable $notice ): void {
		$this->notices[] = $notice;
	}

	/** @return list<callable(): void> */
	public function notices(): array {
		return $this->notices;
	}
}
