<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Finding;
use Causeway\Support\Truth;

/**
 * Turns a pasted message into candidate causes, with no person and no connection at hand.
 *
 * First what is known for sure: sentences, and codes. Only where there is none, words, which suggest and never claim. Takes anything: HTML,
 * broken UTF-8, megabytes. Never throws; time grows linearly with the text.
 */
final class Explainer {

	/** Bytes of a message that doors take. */
	public const MAX_BYTES = MessageReader::MAX_BYTES;

	/** Words of the message that a suggestion names. */
	private const NAMED_WORDS = 5;

	private readonly MessageReader $reader;

	private readonly Diagnoser $diagnoser;

	private readonly Questions $questions;

	private readonly CausePresenter $presenter;

	public function __construct( private readonly Catalog $catalog ) {
		$this->reader    = new MessageReader( $catalog );
		$this->diagnoser = new Diagnoser( $catalog );
		$this->questions = new Questions( $catalog );
		$this->presenter = new CausePresenter( $catalog );
	}

	/** Whether a door should take this message: there is something in it, and not too much. */
	public static function canRead( string $message ): bool {
		return '' !== trim( $message ) && strlen( $message ) <= self::MAX_BYTES;
	}

	/** @param array<string, bool> $answers What somebody answered to questions, by `system:key`; findings that the catalog does not know are passed over. */
	public function explain( string $message, array $answers = [] ): Explanation {
		$reading = $this->reader->read( $message );
		$told    = $this->findings( $answers );
		return [] === $reading->all() ? $this->byWords( $reading, $told ) : $this->bySymptoms( $reading, $told );
	}

	/**
	 * Answers as a door got them; what is no plain yes or no is passed over.
	 *
	 * @param array<mixed> $given
	 * @return array<string, bool>
	 */
	public static function answers( array $given ): array {
		$answers = [];
		foreach ( $given as $ref => $answer ) {
			if ( is_string( $ref ) && is_bool( $answer ) ) {
				$answers[ $ref ] = $answer;
			}
		}
		return $answers;
	}

	/** @param list<Finding> $told */
	private function bySymptoms( Reading $reading, array $told ): Explanation {
		$facts     = $this->diagnoser->withSitePatterns( new Facts( $told, $reading->all(), self::refs( $told ) ) );
		$diagnosis = $this->diagnoser->diagnose( $facts );
		$causes    = array_map( fn ( RankedCause $cause ): RankedCause => $this->softened( $cause, $reading ), $diagnosis->causes );
		usort( $causes, fn ( RankedCause $a, RankedCause $b ): int => [ $a->confidence->rank(), -$this->explained( $a, $reading ) ] <=> [ $b->confidence->rank(), -$this->explained( $b, $reading ) ] );
		if ( $this->isOpaque( $reading ) ) {
			$causes = $this->withHints( $causes, $this->hints( $reading->rest ), $told );
		}
		return new Explanation( $causes, $diagnosis->unknown, $reading->all(), $this->presenter, $this->questions->between( $causes, $facts ), true, $reading->here );
	}

	/** @param list<Finding> $told */
	private function byWords( Reading $reading, array $told ): Explanation {
		$facts  = new Facts( $told, [], self::refs( $told ) );
		$causes = $this->withHints( [], $this->hints( $reading->text ), $told );
		$why    = $this->catalog->phrase(
			match ( true ) {
				[] !== $reading->here => 'message.known-here',
				'' === $reading->text => 'message.empty',
				[] === $causes        => 'message.unrecognised',
				default               => 'message.by-words',
			}
		);
		foreach ( [] === $causes ? $this->catalog->search()?->systemsNamed( $reading->text ) ?? [] : [] as $system ) {
			$why .= ' ' . sprintf( $this->catalog->phrase( 'message.names' ), $this->catalog->systemTexts( $system )['title'] );
		}
		$unknown = [
			[
				'what' => $this->catalog->phrase( 'message' ),
				'why'  => $why,
			],
		];
		return new Explanation( $causes, $unknown, [], $this->presenter, $this->questions->between( $causes, $facts ), [] !== $reading->here, $reading->here, [] === $reading->here && SitePattern::isUsable( SitePattern::comparable( $reading->text ) ) );
	}

	/** Whether every recognised sentence stands for several causes, so that what stands beside it may tell which. */
	private function isOpaque( Reading $reading ): bool {
		return [] === array_filter( $reading->all(), fn ( string $ref ): bool => ! SitePattern::isRef( $ref ) && true !== $this->catalog->symptom( $ref )?->isOpaque );
	}

	/** @return array<string, string> Cause → the sentence that says which words fit it, best first. */
	private function hints( string $text ): array {
		$hints = [];
		foreach ( $this->catalog->search()?->find( $text ) ?? [] as $hit ) {
			$hints[ $hit->cause ] = sprintf( $this->catalog->phrase( 'words-fit' ), implode( ', ', array_slice( array_values( array_unique( $hit->words ) ), 0, self::NAMED_WORDS ) ) );
		}
		return $hints;
	}

	/**
	 * Causes that words speak for come before those that nothing but an opaque sentence does; none of them becomes more than it was.
	 *
	 * @param list<RankedCause>     $causes
	 * @param array<string, string> $hints
	 * @param list<Finding>         $told
	 * @return list<RankedCause>
	 */
	private function withHints( array $causes, array $hints, array $told ): array {
		$known = [];
		foreach ( [ ...$this->diagnoser->assess( array_keys( $hints ), new Facts( $told, [], self::refs( $told ) ) ), ...$causes ] as $cause ) {
			$known[ $cause->ref() ] = $cause;
		}
		$hinted = [];
		foreach ( array_intersect_key( $hints, $known ) as $ref => $why ) {
			$hinted[] = $known[ $ref ]->with( $known[ $ref ]->confidence, [ $why ] );
		}
		$all = [ ...$hinted, ...array_filter( $causes, static fn ( RankedCause $cause ): bool => ! isset( $hints[ $cause->ref() ] ) ) ];
		usort( $all, static fn ( RankedCause $a, RankedCause $b ): int => $a->confidence->rank() <=> $b->confidence->rank() );
		return $all;
	}

	/** A code that several refusals share is no more than a hint to each of their causes, except to one that shows itself in all of them. */
	private function softened( RankedCause $cause, Reading $reading ): RankedCause {
		$shows = $this->catalog->cause( $cause->system, $cause->cause )->shows ?? [];
		$isAll = array_filter( $reading->shared, static fn ( array $group ): bool => [] === array_diff( $group, $shows ) );
		if ( [] === $reading->shared || [] !== $isAll || [] !== array_intersect( $reading->symptoms, $shows ) || Confidence::Possible === $cause->confidence ) {
			return $cause;
		}
		return $cause->with( Confidence::Possible, [], [ $this->catalog->phrase( 'code-shared' ) ] );
	}

	/** How much of what was pasted the cause explains. */
	private function explained( RankedCause $cause, Reading $reading ): int {
		$shows = $this->catalog->cause( $cause->system, $cause->cause )->shows ?? [];
		$here  = array_filter( $reading->here, static fn ( SitePattern $pattern ): bool => $pattern->causeRef() === $cause->ref() );
		return count( $here ) + count( array_intersect( $reading->symptoms, $shows ) ) + count( array_filter( $reading->shared, static fn ( array $group ): bool => [] !== array_intersect( $group, $shows ) ) );
	}

	/**
	 * @param array<string, bool> $answers
	 * @return list<Finding>
	 */
	private function findings( array $answers ): array {
		$told = [];
		foreach ( $answers as $ref => $answer ) {
			[ $system, $key ] = explode( ':', $ref, 2 ) + [ '', '' ];
			if ( isset( $this->catalog->system( $system )->findings[ $key ] ) ) {
				$told[] = new Finding( $system, $key, Truth::of( $answer ), $this->catalog->phrase( 'answer.source' ), 0 );
			}
		}
		return $told;
	}

	/**
	 * @param list<Finding> $findings
	 * @return list<string>
	 */
	private static function refs( array $findings ): array {
		return array_map( static fn ( Finding $finding ): string => $finding->system . ':' . $finding->key, $findings );
	}
}
