<?php

declare(strict_types=1);

namespace Causeway\Capture;

/** How this site hashes passwords, and what a check of one costs. */
final class SiteHashing {

	/** Fastest time of one bcrypt check at cost 4, well below any machine's; it doubles with each step of cost. */
	private const BCRYPT_FLOOR_NANOSECONDS = 20_000;

	private const OTHER_FLOOR_NANOSECONDS = 300_000;

	/** Well-formed salt and digest that no password gives. */
	private const BCRYPT_REST = 'causewaycausewaycausewcausewaycausewaycausewaycausewa';

	/** @param array<string, mixed> $options As {@see password_hash()} takes them. */
	public function __construct( private readonly string $algorithm, private readonly array $options ) {}

	/** As WordPress would hash a password now. No query. */
	public static function ofThisSite(): self {
		$algorithm = apply_filters( 'wp_hash_password_algorithm', PASSWORD_BCRYPT );
		$algorithm = is_string( $algorithm ) ? $algorithm : PASSWORD_BCRYPT;
		$options   = apply_filters( 'wp_hash_password_options', [], $algorithm );
		return new self( $algorithm, is_array( $options ) ? array_filter( $options, 'is_string', ARRAY_FILTER_USE_KEY ) : [] );
	}

	/** Whether a check of this stored hash takes visibly less time than one of the site's own kind. */
	public function isQuicker( string $hash ): bool {
		if ( PASSWORD_BCRYPT !== $this->algorithm ) {
			return ! str_starts_with( $hash, '$' . $this->algorithm . '$' );
		}
		return 1 === preg_match( '/^(?:\$wp)?\$2[aby]\$(\d\d)\$/', $hash, $match )
			? (int) $match[1] < $this->cost()
			: ! str_starts_with( $hash, '$argon2' );
	}

	/** Below this, no real check ran: WordPress refuses passwords of more than 4096 bytes without looking at them. */
	public function floorNanoseconds(): int {
		return PASSWORD_BCRYPT === $this->algorithm ? self::BCRYPT_FLOOR_NANOSECONDS * 2 ** ( $this->cost() - 4 ) : self::OTHER_FLOOR_NANOSECONDS;
	}

	/** A hash of the site's kind and cost that fits no password. Made of parts: nothing is hashed for it, nothing is kept. */
	public function dummy(): string {
		if ( PASSWORD_BCRYPT === $this->algorithm ) {
			return sprintf( '$2y$%02d$%s', $this->cost(), self::BCRYPT_REST );
		}
		return sprintf(
			'$%s$v=19$m=%d,t=%d,p=%d$%s$%s',
			$this->algorithm,
			$this->number( 'memory_cost', 65536 ),
			$this->number( 'time_cost', 4 ),
			$this->number( 'threads', 1 ),
			rtrim( base64_encode( 'causewaycauseway' ), '=' ),
			rtrim( base64_encode( 'causewaycausewaycausewaycauseway' ), '=' )
		);
	}

	/** Does the work of one check. Takes no password. */
	public function spend(): void {
		password_verify( 'causeway', $this->dummy() );
	}

	private function cost(): int {
		return min( 31, max( 4, $this->number( 'cost', PASSWORD_BCRYPT_DEFAULT_COST ) ) );
	}

	private function number( string $option, int $default ): int {
		$value = $this->options[ $option ] ?? null;
		return is_numeric( $value ) ? (int) $value : $default;
	}
}
