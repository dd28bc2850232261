<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Capture\FlightLog;
use Causeway\Cases\FlightStore;
use Causeway\Support\Clock;
use Causeway\Support\LoginNameHash;

/** Recordings in the person's own user options; who is armed in the autoloaded option, as hashes. */
final class FlightBook implements FlightLog, FlightStore {

	private const OPTION = 'causeway_flights';

	private const MOST_KEPT = 5;

	/** Each takes some fifty bytes of an option that every request loads. */
	private const MOST_ARMED = 5;

	public function __construct( private readonly Settings $settings, private readonly LoginNameHash $hash, private readonly Clock $clock ) {}

	public function record( int $userId, array $flight ): void {
		$known = get_user_option( self::OPTION, $userId );
		update_user_option( $userId, self::OPTION, array_slice( [ $flight, ...( is_array( $known ) ? array_values( $known ) : [] ) ], 0, self::MOST_KEPT ) );
	}

	public function armedUntil( int $userId ): int {
		foreach ( $this->settings->armedPeople() as [ $armed, $until ] ) {
			if ( $armed === $userId ) {
				return $until;
			}
		}
		return 0;
	}

	public function arm( int $userId, array $names, int $until ): bool {
		$others = $this->others( $userId );
		if ( count( $others ) >= self::MOST_ARMED ) {
			return false;
		}
		$hashes = array_values( array_unique( array_filter( array_map( $this->hash->of( ... ), $names ) ) ) );
		$this->settings->saveArmedPeople( [ ...$others, [ $userId, $until, $hashes ] ] );
		return true;
	}

	public function disarm( int $userId ): void {
		$this->settings->saveArmedPeople( $this->others( $userId ) );
	}

	public function recordings( int $userId ): array {
		$kept    = get_user_option( self::OPTION, $userId );
		$flights = [];
		foreach ( is_array( $kept ) ? $kept : [] as $flight ) {
			if ( is_array( $flight ) ) {
				$flights[] = [
					'at'        => self::number( $flight['at'] ?? null ),
					'reference' => self::word( $flight['reference'] ?? null ),
					'isDecided' => true === ( $flight['isDecided'] ?? null ),
					'entries'   => array_map( self::entry( ... ), array_values( array_filter( self::list( $flight['entries'] ?? null ), is_array( ... ) ) ) ),
				];
			}
		}
		return $flights;
	}

	public function forget( int $userId ): void {
		$this->disarm( $userId );
		delete_user_option( $userId, self::OPTION );
	}

	/** Forgets those of everybody on this site. */
	public static function remove( Database $database ): void {
		delete_metadata( 'user', 0, $database->sitePrefix() . self::OPTION, '', true );
	}

	/** @return list<array{int, int, list<string>}> Everybody else whose day is not over. */
	private function others( int $userId ): array {
		$now = $this->clock->now();
		return array_values( array_filter( $this->settings->armedPeople(), static fn ( array $armed ): bool => $armed[0] !== $userId && $armed[1] > $now ) );
	}

	/**
	 * @param array<mixed> $entry
	 * @return array{hook: string, priority: int, callbacks: list<array{name: string, component: string}>, verdict: string, codes: list<string>, changed: bool}
	 */
	private static function entry( array $entry ): array {
		$callbacks = [];
		foreach ( self::list( $entry['callbacks'] ?? null ) as $callback ) {
			$callbacks[] = [
				'name'      => self::word( is_array( $callback ) ? $callback['name'] ?? null : null ),
				'component' => self::word( is_array( $callback ) ? $callback['component'] ?? null : null ),
			];
		}
		return [
			'hook'      => self::word( $entry['hook'] ?? null ),
			'priority'  => self::number( $entry['priority'] ?? null ),
			'callbacks' => $callbacks,
			'verdict'   => self::word( $entry['verdict'] ?? null ),
			'codes'     => array_map( self::word( ... ), self::list( $entry['codes'] ?? null ) ),
			'changed'   => true === ( $entry['changed'] ?? null ),
		];
	}

	/** @return list<mixed> */
	private static function list( mixed $value ): array {
		return is_array( $value ) ? array_values( $value ) : [];
	}

	private static function word( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}

	private static function number( mixed $value ): int {
		return is_int( $value ) ? $value : 0;
	}
}
