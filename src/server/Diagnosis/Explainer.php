<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/**
 * Turns a pasted message into candidate causes, with no person and no connection at hand.
 *
 * Takes anything: HTML, broken UTF-8, megabytes. Never throws; time grows linearly with the text.
 */
final class Explainer {

	/** Bytes of the message that are read. */
	private const MAX_BYTES = 102400;

	private readonly Diagnoser $diagnoser;

	private readonly CausePresenter $presenter;

	public function __construct( private readonly Catalog $catalog ) {
		$this->diagnoser = new Diagnoser( $catalog );
		$this->presenter = new CausePresenter( $catalog );
	}

	public function explain( string $message ): Explanation {
		$symptoms = $this->symptoms( $message );
		if ( [] === $symptoms ) {
			$unknown = [
				[
					'what' => $this->catalog->phrase( 'message' ),
					'why'  => $this->catalog->phrase( '' === trim( $message ) ? 'message.empty' : 'message.unrecognised' ),
				],
			];
			return new Explanation( [], $unknown, [], $this->presenter );
		}
		$diagnosis = $this->diagnoser->diagnose( new Facts( [], $symptoms ) );
		return new Explanation( $diagnosis->causes, $diagnosis->unknown, $symptoms, $this->presenter );
	}

	/** @return list<string> Symptoms that the text holds, of every entry; a bare error code counts too. Marks of a quoted e-mail are dropped. */
	private function symptoms( string $message ): array {
		$quoted = (string) preg_replace( '/^(?:>[ \t]?){1,8}/m', '', substr( $message, 0, self::MAX_BYTES ) );
		$text   = str_replace( "\n", ' ', Classifier::visibleText( $quoted ) );
		$found  = [];
		foreach ( $this->catalog->symptoms() as $symptom ) {
			$isCode = in_array( $text, $symptom->codes, true );
			if ( $isCode || ( '' !== $symptom->pattern && 1 === preg_match( $symptom->pattern, $text ) ) ) {
				$found[] = $symptom->ref();
			}
		}
		return $found;
	}
}
