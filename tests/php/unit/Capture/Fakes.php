<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\Attempt;
use Causeway\Capture\AttemptLog;
use Causeway\Capture\CaptureSettings;
use Causeway\Capture\FailureCounter;
use Causeway\Capture\FuseStore;
use Causeway\Support\Randomness;

/** Keeps attempts in memory and counts statements. */
final class ListedAttempts implements AttemptLog {

	/** @var array<string, Attempt> By reference: a second of the same is left out, as in the table. */
	public array $attempts = [];

	public int $statements = 0;

	public function append( Attempt $attempt ): void {
		$this->appendAll( [ $attempt ] );
	}

	public function appendAll( array $attempts ): void {
		++$this->statements;
		foreach ( $attempts as $attempt ) {
			$this->attempts[ $attempt->reference->letters() ] ??= $attempt;
		}
	}
}

/** A fuse in memory. */
final class RememberedFuse implements FuseStore {

	public int $writes = 0;

	/** @var array{faults: list<int>, blownAt: int, where: string} */
	private array $state = [
		'faults'  => [],
		'blownAt' => 0,
		'where'   => '',
	];

	public function fuse(): array {
		return $this->state;
	}

	public function saveFuse( array $state ): void {
		++$this->writes;
		$this->state = $state;
	}
}

/** Settings that are said once. */
final class FixedSettings implements CaptureSettings {

	/**
	 * @param array<string, string> $hosts
	 * @param list<int>             $pages
	 * @param list<string>          $patterns
	 */
	public function __construct( private readonly array $hosts = [], private readonly array $pages = [], private readonly array $patterns = [] ) {}

	public function hashKey(): string {
		return 'a key that only this site knows';
	}

	public function vendorHosts(): array {
		return $this->hosts;
	}

	public function portalPageIds(): array {
		return $this->pages;
	}

	public function armedPeople(): array {
		return [];
	}

	public function hasStormGate(): bool {
		return false;
	}

	public function sitePatternIds(): array {
		return $this->patterns;
	}
}

/** Bytes of a seeded generator: the same in every run, never twice the same in one. */
final class SeededRandomness implements Randomness {

	private int $count = 0;

	public function bytes( int $length ): string {
		$bytes = '';
		while ( strlen( $bytes ) < $length ) {
			$bytes .= hash( 'sha256', 'seed ' . ++$this->count, true );
		}
		return substr( $bytes, 0, $length );
	}
}

/** A storm that rages or not, as told. */
final class ToldCounter implements FailureCounter {

	public int $counted = 0;

	public function __construct( public bool $isStorm = false ) {}

	public function count( int $now ): bool {
		++$this->counted;
		return $this->isStorm;
	}

	public function isRaging( int $now ): bool {
		return $this->isStorm;
	}

	public function failures( int $now ): int {
		return $this->counted;
	}
}
