<?php

declare(strict_types=1);

namespace Causeway\Cases;

/** One thing that is being done to many cases in the background, and how far it has come. Immutable. */
final class CaseRun {

	/**
	 * @param string                                         $note    For the timeline, where cases are closed.
	 * @param int                                            $actor   WordPress user id.
	 * @param list<int>                                      $waiting Cases that are still to be done, in their order.
	 * @param int                                            $current The one that was begun and not ended; 0 for none.
	 * @param list<array{case: int, message: string}> $failed
	 */
	public function __construct(
		public readonly BulkAction $action,
		public readonly string $note,
		public readonly int $actor,
		public readonly int $startedAt,
		public readonly array $waiting,
		public readonly int $total,
		public readonly int $finishedAt = 0,
		public readonly int $current = 0,
		public readonly int $done = 0,
		public readonly array $failed = [],
	) {}

	/** Takes the next case in hand; null where all were. */
	public function begun(): ?self {
		$next = $this->waiting[0] ?? 0;
		return 0 === $next ? null : $this->with( waiting: array_slice( $this->waiting, 1 ), current: $next );
	}

	/** After the case in hand. @param string $problem '' where it went well. */
	public function after( string $problem ): self {
		$failed = [
			'case'    => $this->current,
			'message' => $problem,
		];
		return '' === $problem ? $this->with( done: $this->done + 1 ) : $this->with( failed: [ ...$this->failed, $failed ] );
	}

	public function finished( int $at ): self {
		return $this->with( finishedAt: $at );
	}

	/**
	 * @param list<int>|null                                      $waiting
	 * @param list<array{case: int, message: string}>|null $failed
	 */
	private function with( ?array $waiting = null, int $current = 0, ?int $done = null, ?array $failed = null, int $finishedAt = 0 ): self {
		return new self( $this->action, $this->note, $this->actor, $this->startedAt, $waiting ?? $this->waiting, $this->total, $finishedAt, $current, $done ?? $this->done, $failed ?? $this->failed );
	}

	public function toText(): string {
		return (string) json_encode( get_object_vars( $this ), JSON_INVALID_UTF8_SUBSTITUTE );
	}

	/** @param string $text What {@see toText()} gave. */
	public static function fromText( string $text ): ?self {
		$stored = json_decode( $text, true );
		$stored = is_array( $stored ) ? $stored : [];
		$action = is_string( $stored['action'] ?? null ) ? BulkAction::tryFrom( $stored['action'] ) : null;
		if ( null === $action ) {
			return null;
		}
		$number = static fn ( string $key ): int => is_int( $stored[ $key ] ?? null ) ? $stored[ $key ] : 0;
		$failed = [];
		foreach ( is_array( $stored['failed'] ?? null ) ? $stored['failed'] : [] as $one ) {
			if ( is_array( $one ) && is_int( $one['case'] ?? null ) && is_string( $one['message'] ?? null ) ) {
				$failed[] = [
					'case'    => $one['case'],
					'message' => $one['message'],
				];
			}
		}
		return new self(
			$action,
			is_string( $stored['note'] ?? null ) ? $stored['note'] : '',
			$number( 'actor' ),
			$number( 'startedAt' ),
			array_values( array_filter( is_array( $stored['waiting'] ?? null ) ? $stored['waiting'] : [], 'is_int' ) ),
			$number( 'total' ),
			$number( 'finishedAt' ),
			$number( 'current' ),
			$number( 'done' ),
			$failed
		);
	}
}
