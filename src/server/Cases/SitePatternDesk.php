<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Classifier;
use Causeway\Diagnosis\Explainer;
use Causeway\Diagnosis\SitePattern;
use Causeway\Support\Clock;

/**
 * Records messages that the catalog does not know, and the cause that somebody here gives them. From then on `explain`, the login form and the
 * diagnosis of cases know them. What a message says of one person (addresses, numbers, quotations) is not kept.
 *
 * Refusals are values with a machine reason: `known`, `not-usable`, `no-cause`, `full`, `not-found`.
 */
final class SitePatternDesk {

	/** So many fit the one option that the login path reads. */
	public const MOST = 40;

	public function __construct( private readonly SitePatternStore $patterns, private readonly Catalog $catalog, private readonly Explainer $explainer, private readonly Clock $clock ) {}

	/** @return list<SitePattern> Newest first. */
	public function all(): array {
		return array_reverse( $this->patterns->all() );
	}

	/** @param string $cause `system/cause`; '' where nobody knows yet. */
	public function record( string $message, string $cause, int $actor ): SitePattern|string {
		[ $system, $name ] = self::parts( $cause );
		if ( '' !== $cause && null === $this->catalog->cause( $system, $name ) ) {
			return 'no-cause';
		}
		if ( ! Explainer::canRead( $message ) ) {
			return 'not-usable';
		}
		$text    = SitePattern::comparable( str_replace( "\n", ' ', Classifier::visibleText( $message ) ) );
		$pattern = SitePattern::of( $text, $system, $name, $this->clock->now(), $actor );
		if ( ! SitePattern::isUsable( $text ) ) {
			return 'not-usable';
		}
		$explanation = $this->explainer->explain( $message );
		if ( $explanation->isRecognised && [] === $explanation->here ) {
			return 'known';
		}
		$isFull = false;
		$this->patterns->change(
			static function ( array $all ) use ( $pattern, &$isFull ): array {
				$others = array_values( array_filter( $all, static fn ( SitePattern $other ): bool => $other->id !== $pattern->id ) );
				$isFull = count( $others ) >= self::MOST;
				return $isFull ? $all : [ ...$others, $pattern ];
			}
		);
		return $isFull ? 'full' : $pattern;
	}

	/** @param string $cause `system/cause`; '' takes the cause away. */
	public function link( string $id, string $cause, int $actor ): SitePattern|string {
		[ $system, $name ] = self::parts( $cause );
		if ( '' !== $cause && null === $this->catalog->cause( $system, $name ) ) {
			return 'no-cause';
		}
		$linked = null;
		$now    = $this->clock->now();
		$this->patterns->change(
			static function ( array $all ) use ( $id, $system, $name, $now, $actor, &$linked ): array {
				foreach ( $all as $at => $pattern ) {
					if ( $pattern->id === $id ) {
						$linked     = SitePattern::of( $pattern->text, $system, $name, $now, $actor );
						$all[ $at ] = $linked;
					}
				}
				return $all;
			}
		);
		return $linked ?? 'not-found';
	}

	/** Whether there was one. Cases that were told of it keep what they were told. */
	public function forget( string $id ): bool {
		$was = false;
		$this->patterns->change(
			static function ( array $all ) use ( $id, &$was ): array {
				$left = array_values( array_filter( $all, static fn ( SitePattern $pattern ): bool => $pattern->id !== $id ) );
				$was  = count( $left ) < count( $all );
				return $left;
			}
		);
		return $was;
	}

	/** @return array{string, string} */
	private static function parts( string $cause ): array {
		[ $system, $name ] = explode( '/', $cause, 2 ) + [ '', '' ];
		return '' === $name ? [ '', '' ] : [ $system, $name ];
	}
}
