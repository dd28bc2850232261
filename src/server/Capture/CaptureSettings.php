<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** What the login path needs of the site's settings. Answers come from the one autoloaded option, already in memory: no query. */
interface CaptureSettings {

	/** Secret key of the hashes of typed names; never empty. */
	public function hashKey(): string;

	/** @return array<string, string> `host:port` of each connection's base addresses → system. The port is always there. */
	public function vendorHosts(): array;

	/** @return list<int> Ids of the pages on which a portal's login form stands. */
	public function portalPageIds(): array;

	/** @return list<array{int, int, list<string>}> Whose logins the flight recorder notes: user id, until when (Unix seconds), hashes of what they may type. */
	public function armedPeople(): array;

	/** Whether logins are let through by measure while a storm rages. */
	public function hasStormGate(): bool;

	/** @return list<string> Ids of the messages that were recorded for this site. */
	public function sitePatternIds(): array;
}
