<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\JobResult;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Confidence;
use Causeway\Support\Clock;
use Causeway\Support\Randomness;
use Causeway\Support\Reference;
use Causeway\Support\ViewToken;

/**
 * Does in the background what somebody who was refused has asked for, where the attempt and the person are known; for all others nothing, which
 * nobody can tell from outside.
 */
final class HelpAnswers {

	/** How long the link of a mail may be used. */
	public const LINK_SECONDS = 86_400;

	/** Mails a person gets in a day, whoever asks for them. */
	private const MAILS_A_DAY = 3;

	/** How long a mail waits for a diagnosis, in looks of {@see self::PAUSE_SECONDS}: what is known then is told. */
	private const LOOKS = 8;

	private const PAUSE_SECONDS = 15;

	/** @param \Closure(Reference, string): string $link Address of the page on which a mailed token is changed for the view. */
	public function __construct(
		private readonly HelpRequests $requests,
		private readonly AttemptStore $attempts,
		private readonly CaseStore $cases,
		private readonly People $people,
		private readonly Journal $journal,
		private readonly Catalog $catalog,
		private readonly CaseSettings $settings,
		private readonly Mailer $mailer,
		private readonly Invitations $invitations,
		private readonly Randomness $randomness,
		private readonly Clock $clock,
		private readonly \Closure $link,
	) {}

	/** @param string $request JSON of one request, with the looks that were had. */
	public function answer( string $request ): JobResult {
		$asked     = json_decode( $request, true );
		$asked     = is_array( $asked ) ? $asked : [];
		$text      = static fn ( string $key ): string => is_string( $asked[ $key ] ?? null ) ? $asked[ $key ] : '';
		$looks     = is_int( $asked['looks'] ?? null ) ? $asked['looks'] : 0;
		$reference = Reference::parse( $text( 'reference' ) );
		$attempt   = null === $reference ? null : $this->attempts->byReference( $reference );
		$wish      = HelpWish::tryFrom( $text( 'wish' ) );
		if ( null === $attempt || null === $wish ) {
			return JobResult::done();
		}
		$case    = $attempt->caseId > 0 ? $this->cases->find( $attempt->caseId ) : null;
		$isEarly = null === $case || ( HelpWish::Mail === $wish && $case->isKnown() && CaseState::Open === $case->state );
		if ( $isEarly && $looks < self::LOOKS ) {
			return JobResult::more( (string) json_encode( [ 'looks' => $looks + 1 ] + $asked ), self::PAUSE_SECONDS );
		}
		if ( null === $case || ! $case->isKnown() ) {
			return JobResult::done();
		}
		return match ( $wish ) {
			HelpWish::Mail => $this->mail( $attempt, $case ),
			HelpWish::Invitation => $this->invitations->sendAgain( $case ) ? JobResult::done() : $this->pass( $case, $attempt, __( 'The person asks for their invitation to be sent again.', 'causeway' ) ),
			HelpWish::Tell => $this->pass(
				$case,
				$attempt,
				/* translators: %s: One line that somebody wrote who could not log in. */
				'' === $text( 'comment' ) ? __( 'The person asks for help.', 'causeway' ) : sprintf( __( 'The person asks for help and writes: “%s”', 'causeway' ), $text( 'comment' ) )
			),
		};
	}

	/** To the address on record, never to one that was typed. */
	private function mail( AttemptRecord $attempt, CaseFile $case ): JobResult {
		$card = $this->people->cards( [ $case ] )[ $case->id ] ?? null;
		if ( null === $card || '' === $card->email || $this->isTooMuch( 'mail:' . $case->personKey, self::MAILS_A_DAY ) ) {
			return JobResult::done();
		}
		$token = ViewToken::random( $this->randomness );
		$now   = $this->clock->now();
		$this->attempts->rememberMailed( $attempt->id, ViewToken::hash( $token ), $now );
		$isSwitched = $card->userId > 0 ? switch_to_user_locale( $card->userId ) : switch_to_locale( get_locale() );
		try {
			[ $subject, $text, $html ] = $this->letter( $attempt, $case, ( $this->link )( $attempt->reference, $token ) );
			$problem                   = $this->mailer->send( [ $card->email ], $subject, $text, $html );
		} finally {
			if ( $isSwitched ) {
				restore_previous_locale();
			}
		}
		$this->journal->append(
			'' === $problem
				? new JournalEntry( 0, $case->id, $now, 0, JournalKind::Mail->value, '', __( 'The person asked what is wrong; a mail to their address on record was handed over.', 'causeway' ) )
				/* translators: %s: What the mailer said. */
				: new JournalEntry( 0, $case->id, $now, 0, JournalKind::MailFailed->value, '', sprintf( __( 'The person asked what is wrong; the mail was not handed over: %s', 'causeway' ), $problem ) )
		);
		return JobResult::done();
	}

	/** @return array{string, string, string} Subject, text, HTML. */
	private function letter( AttemptRecord $attempt, CaseFile $case, string $link ): array {
		$site      = self::line( wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) );
		$isKnown   = '' !== $case->cause && Confidence::Possible->value !== $case->confidence && ! $case->state->isClosed();
		$texts     = $isKnown ? $this->catalog->texts( $case->system, $case->cause ) : null;
		$what      = match ( true ) {
			$case->state->isClosed() => __( 'This has been fixed. You can log in again now.', 'causeway' ),
			null === $texts => __( 'We do not know the reason yet. Whoever runs the site has the case and its reference. The page below tells you as soon as there is news.', 'causeway' ),
			default => $texts['mail'],
		};
		$paragraphs = [
			/* translators: %s: Name of the site. */
			sprintf( __( 'Somebody, probably you, could not log in to %s and asked us to write what is wrong.', 'causeway' ), $site ),
			$what,
			/* translators: %s: Reference such as K7QM-3FXA. */
			sprintf( __( 'If you talk to whoever runs the site, give this reference: %s', 'causeway' ), (string) $attempt->reference ),
			__( 'This page tells you how it goes on. The link works once and for one day:', 'causeway' ),
		];
		$end  = __( 'If it was not you, you need not do anything: nobody has got into your account by this.', 'causeway' );
		$html = implode( '', array_map( static fn ( string $paragraph ): string => '<p>' . esc_html( $paragraph ) . '</p>', $paragraphs ) )
			. sprintf( '<p><a href="%1$s">%2$s</a></p>', esc_url( $link ), esc_html__( 'See what is wrong', 'causeway' ) )
			. '<p>' . esc_html( $end ) . '</p>';
		return [
			/* translators: %s: Name of the site. */
			sprintf( __( 'Your login at %s', 'causeway' ), $site ),
			implode( "\n\n", [ ...$paragraphs, $link, $end ] ) . "\n",
			sprintf( '<!doctype html><html lang="%1$s" dir="%2$s"><body>%3$s</body></html>', esc_attr( str_replace( '_', '-', determine_locale() ) ), is_rtl() ? 'rtl' : 'ltr', $html ),
		];
	}

	/** Puts a wish on the case, and tells whoever runs the site once a day and case. */
	private function pass( CaseFile $case, AttemptRecord $attempt, string $wish ): JobResult {
		$now = $this->clock->now();
		$this->journal->append( new JournalEntry( 0, $case->id, $now, 0, JournalKind::Asked->value, '', $wish ), "asked:{$attempt->id}:" . hash( 'sha256', $wish ) );
		$recipients = $this->settings->recipients();
		if ( [] === $recipients || $case->state->isClosed() || $this->isTooMuch( "pass:{$case->id}", 1 ) ) {
			return JobResult::done();
		}
		$isSwitched = switch_to_locale( get_locale() );
		try {
			$problem = $this->mailer->send(
				$recipients,
				/* translators: 1: Name of the site, 2: Reference such as K7QM-3FXA. */
				self::line( sprintf( __( '[%1$s] Somebody asks for help: %2$s', 'causeway' ), wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ), (string) $attempt->reference ) ),
				implode( "\n\n", [ self::line( $case->label ), self::line( $wish ), __( 'The case, with the evidence and every step:', 'causeway' ) . "\n" . admin_url( 'admin.php?page=causeway&case=' . $case->id ) ] ) . "\n"
			);
		} finally {
			if ( $isSwitched ) {
				restore_previous_locale();
			}
		}
		if ( '' !== $problem ) {
			/* translators: %s: What the mailer said. */
			$this->journal->append( new JournalEntry( 0, $case->id, $now, 0, JournalKind::MailFailed->value, '', sprintf( __( 'The mail about this request was not handed over: %s', 'causeway' ), $problem ) ) );
		}
		return JobResult::done();
	}

	private function isTooMuch( string $what, int $most ): bool {
		return 0 < $this->requests->count(
			[
				$what => [
					'most'    => $most,
					'seconds' => 86_400,
				],
			]
		);
	}

	private static function line( string $text ): string {
		return trim( (string) preg_replace( '/[\p{C}\s]+/u', ' ', wp_check_invalid_utf8( $text, true ) ) );
	}
}
