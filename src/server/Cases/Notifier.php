<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\JobResult;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\CausePresenter;
use Causeway\Diagnosis\RankedCause;
use Causeway\Support\Clock;
use Causeway\Support\Reference;

/** Tells whoever runs the site about a case: one mail a case, cause and round of trouble. */
final class Notifier {

	private const STEPS_TOLD = 3;

	/** Tries after which the mailer's refusal is left to a person; the journal has each of them. */
	private const MOST_TRIES = 8;

	public function __construct(
		private readonly CaseStore $cases,
		private readonly DiagnosisStore $diagnoses,
		private readonly Journal $journal,
		private readonly People $people,
		private readonly Catalog $catalog,
		private readonly CausePresenter $presenter,
		private readonly CaseSettings $settings,
		private readonly Mailer $mailer,
		private readonly IncidentCover $incidents,
		private readonly MailPolicy $policy,
		private readonly Clock $clock,
	) {}

	/** @param int $tries How often it was tried, this time included. */
	public function notify( int $caseId, int $tries = 1 ): JobResult {
		$case = $this->cases->find( $caseId );
		if ( null === $case || $case->state->isClosed() || ! $case->isKnown() || $case->noticeKey() === $case->notifiedState ) {
			return JobResult::done();
		}
		$key = "mail:{$case->id}:{$case->noticeKey()}";
		if ( $this->journal->has( $key ) ) {
			$this->cases->markNotified( $case->id, $case->noticeKey() );
			return JobResult::done();
		}
		if ( $this->incidents->incidentOf( $case->id ) > 0 ) {
			// Told with the incident that it belongs to.
			$this->cases->markNotified( $case->id, $case->noticeKey() );
			return JobResult::done();
		}
		if ( $this->policy->isByRulesAlone() ) {
			$this->journal->append( new JournalEntry( 0, $case->id, $this->clock->now(), 0, JournalKind::Mail->value, '', __( 'No mail was sent: the settings leave it to the rules of notifications.', 'causeway' ) ), "no-{$key}" );
			return JobResult::done();
		}
		if ( ! $this->settings->mailsEachCase() ) {
			$this->journal->append( new JournalEntry( 0, $case->id, $this->clock->now(), 0, JournalKind::Mail->value, '', __( 'No mail was sent: the settings ask for mails about incidents alone.', 'causeway' ) ), "no-{$key}" );
			return JobResult::done();
		}
		$quiet = $this->policy->quietSeconds();
		if ( $quiet > 0 ) {
			return JobResult::more( '', $quiet );
		}
		$recipients = $this->settings->recipients();
		$isSwitched = switch_to_locale( get_locale() );
		try {
			$problem = [] === $recipients ? __( 'No address is set to be told.', 'causeway' ) : $this->mailer->send( $recipients, $this->subject( $case ), $this->body( $case ) );
		} finally {
			if ( $isSwitched ) {
				restore_previous_locale();
			}
		}
		$now = $this->clock->now();
		if ( '' !== $problem ) {
			/* translators: %s: What the mailer said. */
			$this->journal->append( new JournalEntry( 0, $case->id, $now, 0, JournalKind::MailFailed->value, '', sprintf( __( 'The mail about this case was not handed over: %s', 'causeway' ), $problem ) ), "mail-failed:{$case->id}:{$case->noticeKey()}:{$tries}" );
			return $tries >= self::MOST_TRIES ? JobResult::dead( $problem ) : JobResult::failed( $problem );
		}
		$this->journal->append( new JournalEntry( 0, $case->id, $now, 0, JournalKind::Mail->value, '', __( 'A mail about this case was handed over.', 'causeway' ) ), $key );
		$this->cases->markNotified( $case->id, $case->noticeKey() );
		return JobResult::done();
	}

	/** A fixed template: no name and no cause stands in a subject, which shows on locked screens. */
	private function subject( CaseFile $case ): string {
		/* translators: 1: Name of the site, 2: Reference such as K7QM-3FXA. */
		return self::line( sprintf( __( '[%1$s] Somebody cannot log in: %2$s', 'causeway' ), wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ), self::reference( $case ) ) );
	}

	private function body( CaseFile $case ): string {
		$card   = $this->people->cards( [ $case ] )[ $case->id ] ?? null;
		$ranked = $this->diagnoses->find( $case->diagnosisId )?->diagnosis->causes[0] ?? null;
		$lines  = [
			/* translators: 1: Name of a person, 2: their e-mail address. */
			null !== $card && '' !== $card->email ? sprintf( __( '%1$s (%2$s) cannot log in.', 'causeway' ), self::line( $card->label ), self::line( $card->email ) )
				/* translators: %s: Name of a person. */
				: sprintf( __( '%s cannot log in.', 'causeway' ), self::line( $card->label ?? $case->label ) ),
			/* translators: 1: How many, 2: Reference such as K7QM-3FXA. */
			sprintf( _n( '%1$d refused attempt. Reference: %2$s', '%1$d refused attempts. Newest reference: %2$s', $case->attemptCount, 'causeway' ), $case->attemptCount, self::reference( $case ) ),
			'',
		];
		$lines = null === $ranked
			? [ ...$lines, __( 'No known cause fits yet. The case lists what was looked at and what could not be.', 'causeway' ), '' ]
			: [ ...$lines, ...$this->causeLines( $ranked ) ];
		$lines[] = __( 'The case, with the evidence and every step:', 'causeway' );
		$lines[] = admin_url( 'admin.php?page=causeway&case=' . $case->id );
		return implode( "\n", $lines ) . "\n";
	}

	/** @return list<string> */
	private function causeLines( RankedCause $ranked ): array {
		$shown = $this->presenter->present( $ranked, fn ( string $name, string $system ): ?array => $this->presenter->menuPath( $name, $system ) );
		$lines = [
			/* translators: 1: What is wrong, 2: how sure that is: certain, likely or possible. */
			sprintf( __( 'Cause: %1$s (%2$s)', 'causeway' ), self::line( $shown['title'] ), self::confidence( $shown['confidence'] ) ),
			self::line( $this->catalog->texts( $ranked->system, $ranked->cause )['admin'] ),
			'',
		];
		if ( [] !== $shown['why'] ) {
			$lines = [ ...$lines, __( 'Why:', 'causeway' ), ...array_map( static fn ( string $why ): string => '- ' . self::line( $why ), $shown['why'] ), '' ];
		}
		if ( [] !== $shown['fixPath'] ) {
			$lines[] = __( 'First steps:', 'causeway' );
			foreach ( array_slice( $shown['fixPath'], 0, self::STEPS_TOLD ) as $number => $step ) {
				$lines[] = sprintf( '%d. %s', $number + 1, self::line( $step['title'] ) );
				if ( '' !== $step['body'] ) {
					$lines[] = '   ' . self::line( $step['body'] );
				}
			}
			$lines[] = '';
		}
		return $lines;
	}

	private static function confidence( string $confidence ): string {
		return match ( $confidence ) {
			'certain' => __( 'certain', 'causeway' ),
			'likely'  => __( 'likely', 'causeway' ),
			default   => __( 'possible', 'causeway' ),
		};
	}

	private static function reference( CaseFile $case ): string {
		return (string) Reference::parse( $case->lastReference );
	}

	/** One line of plain text, whatever somebody calls themselves. */
	private static function line( string $text ): string {
		return trim( (string) preg_replace( '/[\p{C}\s]+/u', ' ', wp_check_invalid_utf8( $text, true ) ) );
	}
}
