<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Confidence;
use Causeway\Support\Clock;

/** Tells the person of a case what is wrong or that it is fixed: drafted in their language, sent by whoever handles the case. */
final class ReplyDesk {

	public function __construct(
		private readonly People $people,
		private readonly Journal $journal,
		private readonly Catalog $catalog,
		private readonly Mailer $mailer,
		private readonly Clock $clock,
	) {}

	/** Null where no address of the person is on record. */
	public function draft( CaseFile $case ): ?Reply {
		$card = $this->cardOf( $case );
		if ( null === $card ) {
			return null;
		}
		$isSwitched = $card->userId > 0 ? switch_to_user_locale( $card->userId ) : switch_to_locale( get_locale() );
		try {
			$site  = wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
			$parts = [
				/* translators: %s: Name of a person. */
				sprintf( __( 'Hello %s,', 'causeway' ), '' === $card->label ? $card->email : $card->label ),
				/* translators: %s: Name of the site. */
				sprintf( __( 'You could not log in to %s.', 'causeway' ), $site ) . ' ' . $this->news( $case ),
				/* translators: %s: Reference such as K7QM-3FXA. */
				'' === $case->lastReference ? '' : sprintf( __( 'If you write or call us about it, this is the reference: %s', 'causeway' ), CaseView::dashed( $case->lastReference ) ),
				$site,
			];
			/* translators: %s: Name of the site. */
			return new Reply( $card->email, sprintf( __( 'Your login at %s', 'causeway' ), $site ), implode( "\n\n", array_filter( $parts, static fn ( string $part ): bool => '' !== $part ) ), determine_locale() );
		} finally {
			if ( $isSwitched ) {
				restore_previous_locale();
			}
		}
	}

	/**
	 * Sends what somebody wrote to the address on record, never to another one.
	 *
	 * @return string '' where it was handed over; else why not, in plain words.
	 */
	public function send( CaseFile $case, int $actor, string $subject, string $body ): string {
		$card = $this->cardOf( $case );
		if ( null === $card ) {
			return __( 'No address of this person is on record here.', 'causeway' );
		}
		$problem = $this->mailer->send( [ $card->email ], (string) preg_replace( '/[\p{C}\s]+/u', ' ', $subject ), $body );
		$now     = $this->clock->now();
		$this->journal->append(
			'' === $problem
				/* translators: %s: Subject of a mail. */
				? new JournalEntry( 0, $case->id, $now, $actor, JournalKind::Told->value, '', sprintf( __( 'The person was written to: “%s”', 'causeway' ), $subject ), [], [ 'message' => mb_substr( $body, 0, 2000 ) ] )
				/* translators: %s: What the mailer said. */
				: new JournalEntry( 0, $case->id, $now, $actor, JournalKind::MailFailed->value, '', sprintf( __( 'The mail to the person was not handed over: %s', 'causeway' ), $problem ) )
		);
		return $problem;
	}

	/** What there is to tell. A guess is never told as a fact. */
	private function news( CaseFile $case ): string {
		if ( $case->state->isClosed() ) {
			return __( 'This has been fixed. You can log in again now.', 'causeway' ) . ' ' . wp_login_url();
		}
		return '' === $case->cause || Confidence::Possible->value === $case->confidence
			? __( 'We are looking for the reason and will write to you as soon as we know more. You need not do anything.', 'causeway' )
			: $this->catalog->texts( $case->system, $case->cause )['mail'];
	}

	private function cardOf( CaseFile $case ): ?PersonCard {
		$card = $this->people->cards( [ $case ] )[ $case->id ] ?? null;
		return null === $card || ! $card->isKnown || '' === $card->email ? null : $card;
	}
}
