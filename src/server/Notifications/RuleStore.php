<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** The rules, and the hours. */
interface RuleStore {

	public const MOST_RULES = 20;

	/** @return list<NoticeRule> In the order in which they were made. */
	public function rules(): array;

	public function rule( int $id ): ?NoticeRule;

	/** Stores one; with id 0 a new one. Returns its id, 0 where there are too many. */
	public function saveRule( NoticeRule $rule ): int;

	public function removeRule( int $id ): void;

	public function hours(): QuietHours;

	/** Whether the rules alone decide who is mailed: then no mail about each case or incident is sent beside them. */
	public function isAlone(): bool;

	public function saveHours( QuietHours $hours, bool $isAlone ): void;
}
