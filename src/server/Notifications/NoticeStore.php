<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** The messages of all rules: what was told, and what is still to be handed over. */
interface NoticeStore {

	/** @return list<Notice> The raised ones that are not over, of every rule. */
	public function open(): array;

	/** Raises a cause for a rule. Of many that ask at once, one does it. False where it is raised already. */
	public function raise( int $ruleId, string $system, string $cause, int $people, int $at, int $dueAt ): bool;

	/** Remembers since when it has been calm; 0 where it is not any more. */
	public function calm( int $id, int $since ): void;

	/** Ends a raised one, and has that told. */
	public function end( Notice $raised, int $at, int $dueAt ): void;

	/** @return list<int> Rules with something due. */
	public function dueRules( int $now ): array;

	/** @return list<Notice> Oldest first. */
	public function due( int $ruleId, int $now, int $limit ): array;

	/** @param list<int> $ids */
	public function markSent( array $ids, int $at ): void;

	/**
	 * One more try was in vain.
	 *
	 * @param list<int> $ids
	 * @param int       $dueAt When it is tried again; 0 for never.
	 */
	public function markTried( array $ids, int $dueAt, string $problem ): void;

	/** @return list<Notice> Newest first. */
	public function newest( int $limit ): array;

	/** Drops all of a rule that is no more. */
	public function forget( int $ruleId ): void;

	/** Drops what was settled before then. */
	public function purge( int $before ): void;
}
