<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Classifier;
use Causeway\Support\ClientAddress;
use Causeway\Support\Reference;
use Closure;

/**
 * Takes what somebody who was refused asks for. Nothing is looked up while they wait: the answer is the same for everybody, in words and in time.
 *
 * Only the caller's own doing can change it: whoever asks too often is told when to come back.
 */
final class HelpDesk {

	/** Longest line of comment, in characters. */
	public const COMMENT_CHARACTERS = 280;

	/** Longest message that somebody may paste, in characters. */
	public const MESSAGE_CHARACTERS = 2000;

	private const LIMITS = [
		'machine' => [
			'most'    => 12,
			'seconds' => 600,
		],
		'network' => [
			'most'    => 60,
			'seconds' => 600,
		],
		'site'    => [
			'most'    => 600,
			'seconds' => 3600,
		],
	];

	/**
	 * @param Closure(string): string  $publicText Symptom → what everybody may read who is shown it; '' where there is only the text for all.
	 * @param Closure(): ClientAddress $caller Who asks, as far as limits need it.
	 * @param Closure(): void          $wake   Has the work started once the answer has left.
	 */
	public function __construct( private readonly HelpRequests $requests, private readonly Classifier $classifier, private readonly Closure $publicText, private readonly Closure $caller, private readonly Closure $wake ) {}

	/** @return int Seconds until this caller may ask again; 0 where the request was taken. */
	public function ask( Reference $reference, HelpWish $wish, string $comment ): int {
		$wait = $this->secondsToWait();
		if ( 0 === $wait ) {
			$this->requests->ask( $reference, $wish, HelpWish::Tell === $wish ? self::line( $comment, self::COMMENT_CHARACTERS ) : '' );
			( $this->wake )();
		}
		return $wait;
	}

	/**
	 * @param string $message What the other login page said, as it was pasted.
	 * @param string $address E-mail address as it was typed.
	 * @return Reference|int The reference, or the seconds until this caller may ask again.
	 */
	public function report( string $message, string $address ): Reference|int {
		$wait = $this->secondsToWait();
		if ( $wait > 0 ) {
			return $wait;
		}
		$text      = Classifier::visibleText( self::line( $message, self::MESSAGE_CHARACTERS ) );
		$reference = $this->requests->report( trim( mb_substr( $address, 0, 254 ) ), $this->symptomOf( 'paste', $text ) );
		( $this->wake )();
		return $reference;
	}

	/**
	 * A block saw sentences that a script put into its page.
	 *
	 * @param list<string> $texts
	 * @return array{Reference, string}|int|null The reference and what everybody may read ('' for the text for all); seconds until this caller may
	 *                                           report again; null where no sentence is a known one.
	 */
	public function seen( array $texts ): array|int|null {
		$wait = $this->secondsToWait();
		if ( $wait > 0 ) {
			return $wait;
		}
		foreach ( $texts as $text ) {
			$symptom = $this->symptomOf( 'portal-page', Classifier::visibleText( self::line( $text, 300 ) ) );
			if ( '' !== $symptom ) {
				$reference = $this->requests->report( '', $symptom );
				( $this->wake )();
				return [ $reference, ( $this->publicText )( $symptom ) ];
			}
		}
		return null;
	}

	/** '' where neither the catalog nor this site knows the text. */
	private function symptomOf( string $entry, string $visibleText ): string {
		return ( $this->classifier->byText( $entry, $visibleText ) ?? $this->classifier->bySite( $visibleText ) )->symptom ?? '';
	}

	private function secondsToWait(): int {
		$from = ( $this->caller )();
		return $this->requests->count(
			[
				'machine:' . $from->machine() => self::LIMITS['machine'],
				'network:' . $from->network() => self::LIMITS['network'],
				'site'                        => self::LIMITS['site'],
			]
		);
	}

	/** One line of plain text without anything that a mail's header or a page could mistake. */
	private static function line( string $text, int $characters ): string {
		$valid = mb_convert_encoding( substr( $text, 0, 8 * $characters ), 'UTF-8', 'UTF-8' );
		return mb_substr( trim( (string) preg_replace( '/[\p{C}\p{Z}]+/u', ' ', $valid ) ), 0, $characters );
	}
}
