<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\MailPolicy;
use Causeway\Notifications\NoticeRule;
use Causeway\Notifications\QuietHours;
use Causeway\Notifications\RuleStore;
use Causeway\Support\Clock;

/** The rules of notifications and the quiet hours, in one option that no page loads. */
final class RuleOption implements RuleStore, MailPolicy {

	public const OPTION = 'causeway_notifications';

	private const LOCK = 'notification-rules';

	private const SECONDS = 10;
	private const TRIES   = 20;

	public function __construct( private readonly Lease $lease, private readonly Clock $clock ) {}

	public function rules(): array {
		$rules = [];
		foreach ( self::stored()['rules'] as $row ) {
			$rule = is_array( $row ) ? NoticeRule::fromArray( $row ) : null;
			if ( null !== $rule ) {
				$rules[] = $rule;
			}
		}
		return $rules;
	}

	public function rule( int $id ): ?NoticeRule {
		foreach ( $this->rules() as $rule ) {
			if ( $rule->id === $id ) {
				return $rule;
			}
		}
		return null;
	}

	public function saveRule( NoticeRule $rule ): int {
		$saved = 0;
		$this->change(
			function ( array $stored ) use ( $rule, &$saved ): array {
				$rows = [];
				foreach ( $this->rules() as $one ) {
					$rows[ $one->id ] = $one->toArray();
				}
				if ( 0 === $rule->id && count( $rows ) >= self::MOST_RULES ) {
					return $stored;
				}
				// An id is never given twice: messages of a rule that was removed are not the next one's.
				$saved             = 0 === $rule->id ? $stored['next'] : $rule->id;
				$rows[ $saved ]    = [ 'id' => $saved ] + $rule->toArray();
				$stored['rules']   = array_values( $rows );
				$stored['next']    = max( $stored['next'], $saved + 1 );
				return $stored;
			}
		);
		return $saved;
	}

	public function removeRule( int $id ): void {
		$this->change(
			function ( array $stored ) use ( $id ): array {
				$stored['rules'] = array_values( array_map( static fn ( NoticeRule $rule ): array => $rule->toArray(), array_filter( $this->rules(), static fn ( NoticeRule $rule ): bool => $rule->id !== $id ) ) );
				return $stored;
			}
		);
	}

	public function hours(): QuietHours {
		$stored = self::stored();
		return new QuietHours( $stored['from'], $stored['to'], $stored['digest'] );
	}

	public function isAlone(): bool {
		return self::stored()['alone'];
	}

	public function saveHours( QuietHours $hours, bool $isAlone ): void {
		$this->change(
			static fn ( array $stored ): array => [
				'from'   => $hours->from,
				'to'     => $hours->to,
				'digest' => $hours->digestAt,
				'alone'  => $isAlone,
			] + $stored
		);
	}

	public function quietSeconds(): int {
		return $this->hours()->secondsLeft( $this->clock->now(), wp_timezone() );
	}

	public function isByRulesAlone(): bool {
		// Without a rule nobody would hear of anything.
		return $this->isAlone() && [] !== array_filter( $this->rules(), static fn ( NoticeRule $rule ): bool => $rule->isOn );
	}

	public static function remove(): void {
		delete_option( self::OPTION );
	}

	/** @return array{rules: array<mixed>, next: int, from: int|null, to: int|null, digest: int, alone: bool} */
	private static function stored(): array {
		$stored = get_option( self::OPTION );
		$stored = is_array( $stored ) ? $stored : [];
		$minute = static fn ( string $key ): ?int => is_int( $stored[ $key ] ?? null ) && $stored[ $key ] >= 0 && $stored[ $key ] < 1_440 ? $stored[ $key ] : null;
		return [
			'rules'  => is_array( $stored['rules'] ?? null ) ? $stored['rules'] : [],
			'next'   => is_int( $stored['next'] ?? null ) ? max( 1, $stored['next'] ) : 1,
			'from'   => $minute( 'from' ),
			'to'     => $minute( 'to' ),
			'digest' => $minute( 'digest' ) ?? QuietHours::USUAL_DIGEST,
			'alone'  => true === ( $stored['alone'] ?? false ),
		];
	}

	/** @param callable(array{rules: array<mixed>, next: int, from: int|null, to: int|null, digest: int, alone: bool}): array<string, mixed> $change */
	private function change( callable $change ): void {
		$owner = $this->owner();
		try {
			wp_cache_delete( self::OPTION, 'options' );
			update_option( self::OPTION, $change( self::stored() ), false );
		} finally {
			$this->lease->release( self::LOCK, $owner );
		}
	}

	private function owner(): string {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$owner = $this->lease->take( self::LOCK, self::SECONDS );
			if ( null !== $owner ) {
				return $owner;
			}
			usleep( 50_000 );
		}
		throw new StorageFault( 'The rules are being changed by somebody else.' );
	}
}
