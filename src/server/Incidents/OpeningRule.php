<?php

declare(strict_types=1);

namespace Causeway\Incidents;

/**
 * When several refusals are one incident: by their number in an hour, against what is usual at this site for this cause.
 *
 * Three people in an hour are an incident where the cause is unheard of; where forty people an hour mistype their password, forty are not.
 * The bar lies three standard deviations above the usual number, counted as Poisson's.
 */
final class OpeningRule {

	public const WINDOW_SECONDS = 3_600;

	/** What is usual is reckoned from so many days before the window. */
	public const BASELINE_DAYS = 14;

	/** A cause that lies in one place for all needs no more than a second witness. */
	private const FEWEST_EVERYBODY = 2;

	private const FEWEST_PEOPLE = 3;

	/** Where a good login is the remedy, people help themselves: only a crowd is news. */
	private const FEWEST_SELF_HEALING = 10;

	/**
	 * @param 'person'|'everybody' $scope
	 * @param int                  $people   Known people refused within the window.
	 * @param int                  $baseline Known people refused in all of the baseline's days.
	 */
	public static function opens( string $scope, bool $closedByLogin, int $people, int $baseline ): bool {
		if ( 'everybody' === $scope ) {
			return $people >= self::FEWEST_EVERYBODY;
		}
		$usual = $baseline * self::WINDOW_SECONDS / ( self::BASELINE_DAYS * 86_400 );
		return $people >= max( $closedByLogin ? self::FEWEST_SELF_HEALING : self::FEWEST_PEOPLE, (int) ceil( $usual + 3 * sqrt( $usual ) ) );
	}

	private function __construct() {}
}
