<?php

declare(strict_types=1);

namespace Causeway\Notifications;

/** When nobody is to be disturbed, and when the day's digest goes out; by the site's own clock, summer time included. */
final class QuietHours {

	public const USUAL_DIGEST = 480;

	/**
	 * @param int|null $from     Minute of the day, 0 to 1439; null for no quiet hours.
	 * @param int|null $to       Minute of the day at which they end; the next day's where it is not later.
	 * @param int      $digestAt Minute of the day.
	 */
	public function __construct( public readonly ?int $from = null, public readonly ?int $to = null, public readonly int $digestAt = self::USUAL_DIGEST ) {}

	/** Seconds from now until they end; 0 outside of them. */
	public function secondsLeft( int $now, \DateTimeZone $zone ): int {
		if ( null === $this->from || null === $this->to || $this->from === $this->to ) {
			return 0;
		}
		$minute  = self::minuteOfDay( $now, $zone );
		$isQuiet = $this->from < $this->to ? $minute >= $this->from && $minute < $this->to : $minute >= $this->from || $minute < $this->to;
		return $isQuiet ? max( 1, self::next( $this->to, $now, $zone ) - $now ) : 0;
	}

	/** When the next digest goes out: later than now. */
	public function nextDigest( int $now, \DateTimeZone $zone ): int {
		return self::next( $this->digestAt, $now, $zone );
	}

	/** `HH:MM` as a minute of the day; null where it is none. */
	public static function minute( string $text ): ?int {
		return 1 === preg_match( '/^([01]\d|2[0-3]):([0-5]\d)$/D', $text, $parts ) ? 60 * (int) $parts[1] + (int) $parts[2] : null;
	}

	public static function text( int $minute ): string {
		return sprintf( '%02d:%02d', intdiv( $minute, 60 ), $minute % 60 );
	}

	/** The next moment at which the clock on the wall shows this minute. */
	private static function next( int $minute, int $now, \DateTimeZone $zone ): int {
		$today = ( new \DateTimeImmutable( '@' . $now ) )->setTimezone( $zone );
		$then  = $today->setTime( intdiv( $minute, 60 ), $minute % 60 );
		return $then->getTimestamp() > $now ? $then->getTimestamp() : $today->modify( '+1 day' )->setTime( intdiv( $minute, 60 ), $minute % 60 )->getTimestamp();
	}

	private static function minuteOfDay( int $now, \DateTimeZone $zone ): int {
		$local = ( new \DateTimeImmutable( '@' . $now ) )->setTimezone( $zone );
		return 60 * (int) $local->format( 'G' ) + (int) $local->format( 'i' );
	}
}
