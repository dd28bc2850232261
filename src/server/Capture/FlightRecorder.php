<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\CallbackOrigin;
use Causeway\Support\Clock;
use Causeway\Support\Reference;
use Closure;

/**
 * Notes what each priority of `authenticate` (and of `wp_authenticate_user` inside it) made of one armed person's login.
 *
 * It stands between the priorities with callbacks of its own that take one argument, so that no password passes; it wraps, removes and
 * moves nobody's. Callbacks of one priority share a verdict. Loaded only for a person whom an admin armed.
 *
 * @phpstan-type Entry array{hook: string, priority: int, callbacks: list<array{name: string, component: string}>, verdict: string, codes: list<string>, changed: bool}
 */
final class FlightRecorder {

	private const HOOKS = [ 'authenticate', 'wp_authenticate_user' ];

	private const MOST_ENTRIES = 40;

	private const MOST_CALLBACKS = 8;

	private const MOST_CODES = 5;

	private bool $isRunning = false;

	private bool $isDecided = false;

	private bool $isStanding = false;

	private int $startedAt = 0;

	private int $userId = 0;

	/** @var array<string, string> Hook → what came out of the priority before, as verdict and codes. */
	private array $before = [];

	/** @var list<Entry> */
	private array $entries = [];

	/** @param array<string, string> $folders {@see CallbackOrigin::of()} */
	public function __construct( private readonly FlightLog $log, private readonly Clock $clock, private readonly array $folders ) {}

	/**
	 * Called from `authenticate` before everybody. A second login of the same request begins anew.
	 *
	 * @param Closure(string, callable): Closure $guard Puts a filter behind the guard of the login path.
	 */
	public function begin( int $userId, Closure $guard ): void {
		$this->userId    = $userId;
		$this->startedAt = $this->clock->now();
		$this->isRunning = true;
		$this->isDecided = false;
		$this->entries   = [];
		$this->before    = [
			'authenticate'         => 'nothing',
			'wp_authenticate_user' => 'person',
		];
		if ( $this->isStanding ) {
			return;
		}
		$this->isStanding = true;
		foreach ( self::HOOKS as $hook ) {
			foreach ( array_keys( self::callbacks( $hook ) ) as $priority ) {
				// WordPress appends: this one runs after everybody who is at this priority now.
				add_filter( $hook, $guard( 'flight', fn ( mixed $value ): mixed => $this->passed( $hook, (int) $priority, $value ) ), (int) $priority, 1 );
			}
		}
	}

	/** `authenticate`, after everybody. */
	public function decided(): void {
		$this->isDecided = $this->isRunning;
		$this->isRunning = false;
	}

	/**
	 * Keeps what was seen; nothing where nobody's login was. A recording that was never decided ended in the request itself: a callback
	 * redirected or printed a page of its own.
	 *
	 * @param Reference|null $reference Of the refusal that came of it.
	 */
	public function end( ?Reference $reference ): void {
		if ( 0 === $this->userId ) {
			return;
		}
		$userId       = $this->userId;
		$this->userId = 0;
		$this->log->record(
			$userId,
			[
				'at'        => $this->startedAt,
				'reference' => $reference?->letters() ?? '',
				'isDecided' => $this->isDecided,
				'entries'   => $this->entries,
			]
		);
		$this->isRunning = false;
	}

	private function passed( string $hook, int $priority, mixed $value ): mixed {
		if ( $this->isRunning && count( $this->entries ) < self::MOST_ENTRIES ) {
			[ $verdict, $codes ] = self::verdict( $value );
			$now                 = implode( ' ', [ $verdict, ...$codes ] );
			$callbacks           = $this->others( $hook, $priority );
			$hasChanged          = $now !== $this->before[ $hook ];
			$this->before[ $hook ] = $now;
			if ( [] !== $callbacks ) {
				$this->entries[] = [
					'hook'      => $hook,
					'priority'  => $priority,
					'callbacks' => $callbacks,
					'verdict'   => $verdict,
					'codes'     => $codes,
					'changed'   => $hasChanged,
				];
			}
		}
		return $value;
	}

	/**
	 * `nothing`, `person`, `refused` with its codes, or `something-else`. Messages are left out: a plugin may put anything into them.
	 *
	 * @return array{string, list<string>}
	 */
	public static function verdict( mixed $value ): array {
		return match ( true ) {
			$value instanceof \WP_User  => [ 'person', [] ],
			$value instanceof \WP_Error => [ 'refused', array_map( static fn ( int|string $code ): string => Attempt::word( (string) $code, 64 ), array_slice( array_values( $value->get_error_codes() ), 0, self::MOST_CODES ) ) ],
			null === $value, false === $value => [ 'nothing', [] ],
			default                     => [ 'something-else', [] ],
		};
	}

	/** @return list<array{name: string, component: string}> Everybody at this priority but Causeway. */
	private function others( string $hook, int $priority ): array {
		$others = [];
		foreach ( self::callbacks( $hook )[ $priority ] ?? [] as $callback ) {
			$origin = CallbackOrigin::of( is_array( $callback ) ? $callback['function'] ?? null : null, [ 'causeway' => dirname( __DIR__ ) ] + $this->folders );
			if ( ! str_starts_with( $origin->component, 'causeway:' ) && count( $others ) < self::MOST_CALLBACKS ) {
				$others[] = [
					'name'      => $origin->name,
					'component' => $origin->component,
				];
			}
		}
		return $others;
	}

	/** @return array<int, array<mixed>> Priority → callbacks. */
	private static function callbacks( string $hook ): array {
		$filters = $GLOBALS['wp_filter'] ?? [];
		$filter  = is_array( $filters ) ? $filters[ $hook ] ?? null : null;
		return $filter instanceof \WP_Hook ? $filter->callbacks : [];
	}
}
