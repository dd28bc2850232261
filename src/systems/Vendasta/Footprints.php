<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\Conversation;

/**
 * What this site sent lately and cannot be read back: Vendasta keeps no list of its mails, and a new user is found by a filter only after a
 * while. Kept among the connection's facts for an hour, by a hash, so that nothing goes out twice.
 */
final class Footprints {

	public const KEPT_SECONDS = 3_600;

	private const MOST = 20;

	/** @param string $fact Name among the connection's facts. */
	public function __construct( private readonly Conversation $api, private readonly string $fact ) {}

	/** Null where nothing was sent within the last hour. */
	public function of( string $what ): ?Footprint {
		return $this->all()[ self::key( $what ) ] ?? null;
	}

	/** Before it is sent, and once more when it is certain that it went out. */
	public function leave( string $what, bool $isCertain ): void {
		$all                        = $this->all();
		$all[ self::key( $what ) ] = new Footprint( $this->api->now(), $isCertain );
		$this->keep( $all );
	}

	/** It is certain that it did not go out. */
	public function lift( string $what ): void {
		$all = $this->all();
		unset( $all[ self::key( $what ) ] );
		$this->keep( $all );
	}

	/** @return array<string, Footprint> */
	private function all(): array {
		$all = [];
		foreach ( explode( ' ', $this->api->fact( $this->fact ) ) as $entry ) {
			if ( 1 === preg_match( '/^([0-9a-f]{16})@(\d{1,12})([?!])$/D', $entry, $parts ) && (int) $parts[2] > $this->api->now() - self::KEPT_SECONDS ) {
				$all[ $parts[1] ] = new Footprint( (int) $parts[2], '!' === $parts[3] );
			}
		}
		return $all;
	}

	/** @param array<string, Footprint> $all */
	private function keep( array $all ): void {
		$entries = [];
		foreach ( array_slice( $all, -self::MOST, null, true ) as $key => $print ) {
			$entries[] = $key . '@' . $print->at . ( $print->isCertain ? '!' : '?' );
		}
		$this->api->learn( [ $this->fact => implode( ' ', $entries ) ] );
	}

	/** Begins with a letter: PHP would make a number of digits alone. */
	private static function key( string $what ): string {
		return 'f' . substr( hash( 'sha256', $what ), 0, 15 );
	}
}
