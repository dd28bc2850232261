<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** What cases ask about the site's people: names for screens, when they last signed in. */
interface People {

	/**
	 * @param list<CaseFile> $cases
	 * @return array<int, PersonCard> By case id; one query a source, not one a person.
	 */
	public function cards( array $cases ): array;

	/** @return list<string> Lower-case words of a person's name, login and e-mail address. */
	public function words( PersonCard $card ): array;

	/** When the WordPress user's newest session began, Unix seconds; 0 where there is none. */
	public function newestSignInAt( int $userId ): int;

	/** The user's first role on this site; '' where they have none here. */
	public function roleOf( int $userId ): string;

	/** How a user is called on screens; '' where the user is gone. */
	public function displayName( int $userId ): string;
}
