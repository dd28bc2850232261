<?php

declare(strict_types=1);

namespace Causeway\Incidents;

use Causeway\Background\JobResult;
use Causeway\Cases\CaseSettings;
use Causeway\Cases\Mailer;
use Causeway\Cases\MailPolicy;
use Causeway\Diagnosis\Catalog;

/** Tells whoever runs the site about an incident: one mail when it opens or comes back, one when it is over. Its cases send none of their own. */
final class IncidentMail {

	private const MOST_TRIES = 8;

	public function __construct( private readonly IncidentStore $incidents, private readonly Catalog $catalog, private readonly CaseSettings $settings, private readonly Mailer $mailer, private readonly MailPolicy $policy ) {}

	public function send( int $id, int $tries ): JobResult {
		$incident = $this->incidents->find( $id );
		if ( null === $incident || $incident->noticeKey() === $incident->notifiedState ) {
			return JobResult::done();
		}
		if ( $this->policy->isByRulesAlone() ) {
			return JobResult::done();
		}
		$quiet = $this->policy->quietSeconds();
		if ( $quiet > 0 ) {
			return JobResult::more( '', $quiet );
		}
		$recipients = $this->settings->recipients();
		$isSwitched = switch_to_locale( get_locale() );
		try {
			$problem = [] === $recipients ? '' : $this->mailer->send( $recipients, $this->subject( $incident ), $this->body( $incident ) );
		} finally {
			if ( $isSwitched ) {
				restore_previous_locale();
			}
		}
		if ( '' !== $problem ) {
			return $tries >= self::MOST_TRIES ? JobResult::dead( $problem ) : JobResult::failed( $problem );
		}
		$this->incidents->markNotified( $id, $incident->noticeKey() );
		return JobResult::done();
	}

	private function subject( Incident $incident ): string {
		$site = wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
		$text = $incident->state->isClosed()
			/* translators: %s: Name of the site. */
			? sprintf( __( '[%s] People can log in again', 'causeway' ), $site )
			/* translators: 1: Name of the site, 2: How many people. */
			: sprintf( _n( '[%1$s] %2$d person cannot log in, for one cause', '[%1$s] %2$d people cannot log in, for one cause', $incident->waiting, 'causeway' ), $site, $incident->waiting );
		return trim( (string) preg_replace( '/[\p{C}\s]+/u', ' ', $text ) );
	}

	private function body( Incident $incident ): string {
		$texts = $this->catalog->texts( $incident->system, $incident->cause );
		$lines = $incident->state->isClosed()
			? [
				/* translators: %s: What was wrong. */
				sprintf( __( 'This is over: %s', 'causeway' ), $texts['title'] ),
				/* translators: %d: How many people. */
				sprintf( _n( 'It kept %d person out. Fresh looks prove that the cause is gone.', 'It kept %d people out. Fresh looks prove that the cause is gone.', $incident->people, 'causeway' ), $incident->people ),
			]
			: [
				/* translators: %s: What is wrong. */
				sprintf( __( 'Cause: %s', 'causeway' ), $texts['title'] ),
				$texts['meaning'],
				$incident->round > 0 ? __( 'It had been over and came back.', 'causeway' ) : '',
				__( 'You get no mail about each person. One page holds them all, with the steps:', 'causeway' ),
			];
		$lines[] = admin_url( 'admin.php?page=causeway&incident=' . $incident->id );
		return implode( "\n\n", array_filter( $lines, static fn ( string $line ): bool => '' !== $line ) ) . "\n";
	}
}
