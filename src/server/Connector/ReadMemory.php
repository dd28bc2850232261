<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Clock;

/** Good answers to {@see SharedRead}s, kept in this process for a minute. */
final class ReadMemory {

	private const SECONDS = 60;

	private const MOST_ANSWERS = 100;

	/** @var array<string, array{at: int, response: Response}> */
	private array $answers = [];

	/** @param \Closure(string): void $saved Told the connection's id for each call that was not needed. */
	public function __construct( private readonly Clock $clock, private readonly \Closure $saved ) {}

	public function recall( string $connection, Request $request ): ?Response {
		$kept = $this->answers[ self::key( $connection, $request ) ] ?? null;
		if ( null === $kept || $this->clock->now() - $kept['at'] >= self::SECONDS ) {
			return null;
		}
		( $this->saved )( $connection );
		return $kept['response'];
	}

	public function keep( string $connection, Request $request, Response $response ): void {
		if ( count( $this->answers ) >= self::MOST_ANSWERS ) {
			array_shift( $this->answers );
		}
		$this->answers[ self::key( $connection, $request ) ] = [
			'at'       => $this->clock->now(),
			'response' => $response,
		];
	}

	/** The next look asks everything anew: something was changed, or somebody says so. */
	public function forget(): void {
		$this->answers = [];
	}

	private static function key( string $connection, Request $request ): string {
		return hash( 'sha256', (string) json_encode( [ $connection, $request->method, $request->url, $request->body ] ) );
	}
}
