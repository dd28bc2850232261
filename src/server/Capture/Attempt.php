<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Support\Reference;

/**
 * One refused attempt as it is written: every text is ASCII and within its column, whatever the visitor or another plugin sent.
 *
 * The typed name is not in it, only its keyed hash.
 */
final class Attempt {

	public readonly string $entry;

	public readonly string $code;

	public readonly string $symptom;

	public readonly string $shownSymptom;

	/**
	 * @param string $code       `WP_Error` code as `wp_login_failed` carried it; '' where no hook fired.
	 * @param string $viewHash   Hash of the view token; '' where none was issued.
	 * @param string $portalCall {@see VendorCall::toJson()}; '' where none was seen.
	 */
	public function __construct(
		public readonly Reference $reference,
		public readonly int $siteId,
		public readonly int $occurredAt,
		string $entry,
		public readonly int $userId,
		public readonly string $loginHash,
		string $code,
		string $symptom,
		string $shownSymptom,
		public readonly bool $isProven,
		public readonly string $viewHash,
		public readonly string $portalCall,
	) {
		$this->entry        = self::word( $entry, 16 );
		$this->code         = self::word( $code, 64 );
		$this->symptom      = self::word( $symptom, 96 );
		$this->shownSymptom = self::word( $shownSymptom, 96 );
	}

	/** Any text as an ASCII word of a limited length. */
	public static function word( string $text, int $length ): string {
		return (string) preg_replace( '/[^A-Za-z0-9_.:\/-]/', '_', substr( $text, 0, $length ) );
	}

	/** One line without a line break, for the spool. */
	public function toLine(): string {
		return (string) json_encode(
			[
				$this->reference->letters(),
				$this->siteId,
				$this->occurredAt,
				$this->entry,
				$this->userId,
				$this->loginHash,
				$this->code,
				$this->symptom,
				$this->shownSymptom,
				$this->isProven ? 1 : 0,
				$this->viewHash,
				$this->portalCall,
			],
			JSON_UNESCAPED_SLASHES
		);
	}

	/** Null where the line is not one of ours. */
	public static function fromLine( string $line ): ?self {
		$fields = json_decode( $line, true );
		if ( ! is_array( $fields ) || 12 !== count( $fields ) ) {
			return null;
		}
		$text      = static fn ( int $at ): string => is_string( $fields[ $at ] ?? null ) ? $fields[ $at ] : '';
		$number    = static fn ( int $at ): int => is_int( $fields[ $at ] ?? null ) ? $fields[ $at ] : 0;
		$reference = Reference::parse( $text( 0 ) );
		if ( null === $reference ) {
			return null;
		}
		return new self( $reference, $number( 1 ), $number( 2 ), $text( 3 ), $number( 4 ), $text( 5 ), $text( 6 ), $text( 7 ), $text( 8 ), 1 === $number( 9 ), $text( 10 ), $text( 11 ) );
	}
}
