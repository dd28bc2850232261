<?php

declare(strict_types=1);

namespace Causeway\Capture;

use Causeway\Diagnosis\Classifier;
use Causeway\Diagnosis\SymptomMatch;
use Causeway\Support\Clock;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Randomness;
use Causeway\Support\Reference;

/**
 * Holds the refusal of this request and writes it once, at its end: one row, or one line of the spool while a storm rages.
 *
 * One attempt a request, however many passwords it tried. The typed name leaves this class only as a keyed hash.
 */
final class Recorder {

	/** While a storm rages and there is no spool, one attempt in so many becomes a row. */
	public const SAMPLE = 100;

	private ?Refusal $refusal = null;

	/** What was recognised last, and of what: WordPress hands the same error on from hook to hook. */
	private ?SymptomMatch $match = null;

	private string $matched = '';

	public function __construct(
		private readonly AttemptLog $log,
		private readonly Spool $spool,
		private readonly Storm $storm,
		private readonly Classifier $classifier,
		private readonly LoginNameHash $hash,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/** A hook told of a refusal. The first of a request stays; its reference is what the person is shown. */
	public function refused( string $entry, string $typedName, int $userId, string $code, string $text, bool $isProven ): Refusal {
		return $this->refusal ??= $this->note( $entry, $typedName, $userId, $code, $this->recognise( $entry, $code, $text )->symptom ?? '', $isProven );
	}

	/** A page told of a refusal, whether or not a hook did before. */
	public function seenInPage( string $typedName, int $userId, SymptomMatch $match, bool $isProven ): Refusal {
		$this->refusal             ??= $this->note( 'portal-page', $typedName, $userId, '', $match->symptom, $isProven );
		$this->refusal->shownSymptom = $match->symptom;
		$this->refusal->isProven     = $this->refusal->isProven || $isProven;
		$this->refusal->userId       = 0 === $this->refusal->userId ? $userId : $this->refusal->userId;
		return $this->refusal;
	}

	/** The text that the person was shown in the end, whoever wrote it. */
	public function shown( string $html ): void {
		if ( null !== $this->refusal ) {
			$this->refusal->shownSymptom = $this->byText( $this->refusal->entry, Classifier::visibleText( $html ) )->symptom ?? '';
		}
	}

	/** Meaning of a code and its text. A front-end form that goes through WordPress's own login says the same as wp-login.php. */
	public function recognise( string $entry, string $code, string $text ): ?SymptomMatch {
		$asked = $entry . "\0" . $code . "\0" . $text;
		if ( $asked !== $this->matched ) {
			$this->matched = $asked;
			$this->match   = $this->classifier->byCode( $entry, $code, $text )
				?? ( 'wp-login' === $entry ? null : $this->classifier->byCode( 'wp-login', $code, $text ) )
				?? $this->classifier->bySite( Classifier::visibleText( $text ) );
		}
		return $this->match;
	}

	public function current(): ?Refusal {
		return $this->refusal;
	}

	/** It was no refusal after all: the person is in. */
	public function drop(): void {
		$this->refusal = null;
		$this->storm->attemptIsOver();
	}

	/** Writes what was seen, once; nothing where nothing was. */
	public function write( int $siteId, ?VendorCall $call ): void {
		$refusal = $this->refusal;
		if ( null === $refusal ) {
			return;
		}
		// Before the write: a fault in it must not bring a second one.
		$this->refusal = null;
		$isStorm       = $this->storm->isRaging();
		$this->storm->attemptIsOver();
		$attempt = new Attempt(
			$refusal->reference,
			$siteId,
			$refusal->occurredAt,
			$refusal->entry,
			$refusal->userId,
			$refusal->loginHash,
			$refusal->code,
			$refusal->symptom,
			$refusal->shownSymptom,
			$refusal->isProven,
			$refusal->viewHash,
			null === $call ? '' : $call->toJson()
		);
		if ( ! $isStorm ) {
			$this->log->append( $attempt );
			return;
		}
		$bytes = $this->spool->append( $attempt ) ? '' : $this->randomness->bytes( 2 );
		if ( '' !== $bytes && 0 === ( 256 * ord( $bytes[0] ) + ord( $bytes[1] ) ) % self::SAMPLE ) {
			$this->log->append( $attempt );
		}
	}

	private function note( string $entry, string $typedName, int $userId, string $code, string $symptom, bool $isProven ): Refusal {
		return new Refusal( Reference::random( $this->randomness ), $this->clock->now(), $entry, $this->hash->of( $typedName ), $code, $symptom, $userId, $isProven );
	}

	private function byText( string $entry, string $visibleText ): ?SymptomMatch {
		return $this->classifier->byText( $entry, $visibleText )
			?? ( 'wp-login' === $entry ? null : $this->classifier->byText( 'wp-login', $visibleText ) )
			?? $this->classifier->bySite( $visibleText );
	}
}
