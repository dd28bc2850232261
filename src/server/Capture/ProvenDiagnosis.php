<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** The one read that the login path may do, and only for somebody who has proved who they are. */
interface ProvenDiagnosis {

	/**
	 * First cause of the person's open case, where it has been diagnosed. One indexed query.
	 *
	 * @param int    $userId    0 where WordPress does not know the person.
	 * @param string $loginHash '' where nothing was typed.
	 * @return array{system: string, cause: string, confidence: string}|null Null where no open case with a diagnosis is known.
	 */
	public function forPerson( int $userId, string $loginHash ): ?array;
}
