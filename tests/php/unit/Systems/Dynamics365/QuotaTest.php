<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Dynamics365;

use Causeway\Connector\ConnectorTools;
use Causeway\Http\OptionalPause;
use Causeway\Http\RetryingTransport;
use Causeway\Support\SystemClock;
use Causeway\Support\SystemRandomness;
use Causeway\Systems\Dynamics365\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\RecordingPause;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** In background work, a refusal to take more calls is tried once more, which tells a busy moment from a used-up window. */
#[CoversNothing]
final class QuotaTest extends LabCase {

	private const BUSY   = '0x80072326';
	private const WINDOW = '0x80072322';

	/** @return array<string, array{list<string>, string, string, int}> Codes in their order, then quota, contact, and pauses. */
	public static function refusals(): array {
		return [
			'no code, then an answer'     => [ [ '' ], 'true', 'true', 1 ],
			'no code, twice'              => [ [ '', '' ], 'false', 'unknown:quota-exhausted', 1 ],
			'busy, then an answer'        => [ [ self::BUSY ], 'true', 'true', 1 ],
			'busy, twice'                 => [ [ self::BUSY, self::BUSY ], 'true', 'unknown:rate-limited', 1 ],
			'busy, then the window is up' => [ [ self::BUSY, self::WINDOW ], 'false', 'unknown:quota-exhausted', 1 ],
			'the window is up'            => [ [ self::WINDOW ], 'false', 'unknown:quota-exhausted', 0 ],
		];
	}

	/** @param list<string> $codes */
	#[DataProvider( 'refusals' )]
	public function testASecondTryTells( array $codes, string $quota, string $contact, int $pauses ): void {
		foreach ( $codes as $code ) {
			$this->lab->fault(
				[
					'path'  => '/WhoAmI',
					'times' => 1,
					'then'  => [
						'status' => 429,
						'body'   => [
							'error' => [
								'code'    => $code,
								'message' => '',
							],
						],
					],
				]
			);
		}
		$pause   = new RecordingPause();
		$clock   = new SystemClock();
		$way     = new RetryingTransport( new CurlTransport( 2.0 ), new OptionalPause( false ), new SystemRandomness(), $clock );
		$answers = $this->examine( Northwind::subject( 'fine' ), connector: new Connector( new ConnectorTools( new OneTransport( $way ), $this->tokens, $this->connections, new SeededPortal(), $pause, $clock ) ) );
		self::assertSame( [ 'true', $quota, $contact ], [ $answers['connection.authorised'], $answers['quota.available'], $answers['contact.exists'] ] );
		self::assertCount( $pauses, $pause->waits );
	}
}
