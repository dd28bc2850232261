<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\SitePatternStore;
use Causeway\Diagnosis\SitePattern;

/** One option that is not autoloaded holds the messages; the autoloaded one holds their ids, for the login path. */
final class SitePatterns implements SitePatternStore {

	public const OPTION = 'causeway_site_patterns';

	private const LOCK = 'site-patterns';

	/** How long one change may take, and how often another waits a moment for it. */
	private const SECONDS = 10;
	private const TRIES   = 20;

	public function __construct( private readonly Settings $settings, private readonly Lease $lease ) {}

	public function all(): array {
		$patterns = [];
		foreach ( (array) get_option( self::OPTION, [] ) as $row ) {
			if ( is_array( $row ) && is_string( $row['text'] ?? null ) && is_string( $row['system'] ?? null ) && is_string( $row['cause'] ?? null ) ) {
				$patterns[] = SitePattern::of( $row['text'], $row['system'], $row['cause'], is_int( $row['at'] ?? null ) ? $row['at'] : 0, is_int( $row['by'] ?? null ) ? $row['by'] : 0 );
			}
		}
		return $patterns;
	}

	public function change( callable $change ): void {
		$owner = $this->owner();
		try {
			wp_cache_delete( self::OPTION, 'options' );
			$patterns = $change( $this->all() );
			$rows     = array_map(
				static fn ( SitePattern $pattern ): array => [
					'text'   => $pattern->text,
					'system' => $pattern->system,
					'cause'  => $pattern->cause,
					'at'     => $pattern->recordedAt,
					'by'     => $pattern->recordedBy,
				],
				$patterns
			);
			update_option( self::OPTION, $rows, false );
			$this->settings->saveSitePatternIds( array_map( static fn ( SitePattern $pattern ): string => $pattern->id, $patterns ) );
		} finally {
			$this->lease->release( self::LOCK, $owner );
		}
	}

	public static function remove(): void {
		delete_option( self::OPTION );
	}

	private function owner(): string {
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$owner = $this->lease->take( self::LOCK, self::SECONDS );
			if ( null !== $owner ) {
				return $owner;
			}
			usleep( 50_000 );
		}
		throw new StorageFault( 'The recorded messages are being changed by somebody else.' );
	}
}
