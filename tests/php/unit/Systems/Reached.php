<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems;

use Causeway\Diagnosis\RankedCause;
use PHPUnit\Framework\TestCase;

/** Writes down what a scenario of the lab was really diagnosed as, for the table of `npm run lab:coverage`. It asserts nothing. */
final class Reached {

	/** @param string $cause What the scenario brings about (`zoho-crm/contact-merged-away`). */
	public static function note( TestCase $test, string $cause, ?RankedCause $first ): void {
		$file = getenv( 'CAUSEWAY_REACHED' );
		if ( false === $file || '' === $file ) {
			return;
		}
		$line = json_encode(
			[
				'test'       => $test::class . '::' . $test->nameWithDataSet(),
				'cause'      => $cause,
				'first'      => $first?->ref() ?? '',
				'confidence' => $first->confidence->value ?? '',
			],
			JSON_THROW_ON_ERROR
		);
		file_put_contents( $file, $line . "\n", FILE_APPEND | LOCK_EX );
	}
}
