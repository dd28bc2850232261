<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

/** Orders to the lab: what somebody does in HubSpot's own screens, and how the lab plays what HubSpot leaves open. */
final class Order {

	/** @return array<string, mixed> */
	public static function of( string $verb, string|int ...$with ): array {
		$order = [ 'do' => $verb ];
		foreach ( $with as $name => $value ) {
			$order[ (string) $name ] = $value;
		}
		return $order;
	}

	/** @return array<string, mixed> */
	public static function on( string $key, string $verb, string|int ...$with ): array {
		return self::of( $verb, ...$with, id: Northwind::id( $key ) );
	}

	/** @return array<string, mixed> */
	public static function switches( string|int|bool ...$switches ): array {
		return [
			'merge'    => true,
			'switches' => $switches,
		];
	}

	/** @return array<string, mixed> For a test that asks more in ten seconds than HubSpot allows. */
	public static function noShortLimits(): array {
		return [
			'merge'  => true,
			'limits' => [
				'perTenSeconds'     => 100_000,
				'searchesPerSecond' => 100_000,
			],
		];
	}

	/** @return array<string, mixed> A rule that turns away every call whose path holds that part. */
	public static function refusal( string $policy, string $path ): array {
		return [
			'path' => $path,
			'then' => [
				'status' => 429,
				'body'   => [
					'status'     => 'error',
					'errorType'  => 'RATE_LIMIT',
					'policyName' => $policy,
				],
			],
		];
	}
}
