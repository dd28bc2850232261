<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** Kinds of background work that this room does, and the keys under which each is one job. */
final class JobNames {

	public const INTAKE = 'intake';

	public const DIAGNOSE = 'diagnose-case';

	public const NOTIFY = 'notify-case';

	public const VERIFY = 'verify-case';

	public const WATCH = 'watch-case';

	public const SIGN_IN = 'sign-in';

	/** Put by the login path itself, through `Storage\ResetRequests`. */
	public const SEND_RESET = 'send-reset';

	/** Put by a visitor's request, through `Storage\HelpRequestTable`. */
	public const HELP = 'answer-help';

	/** Asked for whenever a case was diagnosed; done by the room of incidents. */
	public const INCIDENTS = 'watch-incidents';

	/** Asked for whenever a case was diagnosed or an audit ended; done by the room of notifications. */
	public const NOTICES = 'watch-notices';

	/** Reads what vendors recorded of refusals on their own login pages. */
	public const REMOTE = 'remote-refusals';

	/** Daily, or asked for; done by the room of audits. */
	public const AUDIT = 'audit';

	/** Daily; done by the room of audits. */
	public const CONNECTIONS = 'test-connections';

	/** One thing done to many cases, asked for by a person who looks at the list. */
	public const BULK = 'bulk-cases';

	public const LINKS = 'link-snapshot';

	public const PURGE = 'purge';

	/** Lower runs first: a person waits for the first three. */
	public const PRIORITIES = [
		self::SEND_RESET => 5,
		self::INTAKE   => 10,
		self::VERIFY   => 15,
		self::HELP     => 25,
		self::DIAGNOSE => 20,
		self::BULK     => 22,
		self::INCIDENTS => 28,
		self::NOTICES  => 29,
		self::NOTIFY   => 30,
		self::SIGN_IN  => 40,
		self::WATCH    => 60,
		self::REMOTE   => 45,
		self::LINKS    => 70,
		self::CONNECTIONS => 75,
		self::AUDIT    => 80,
		self::PURGE    => 90,
	];

	public static function key( string $kind, int $subject = 0 ): string {
		return 0 === $subject ? $kind : $kind . ':' . $subject;
	}
}
