<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Invitation;
use Causeway\Connector\Registry;
use Causeway\Support\Clock;

/**
 * Fulfils a visitor's wish for their invitation, in the background: where a connection allows it, once a person and day, and within a day's number for the
 * site. Everywhere else the wish goes to whoever runs the site.
 */
final class Invitations {

	private const A_PERSON_AND_DAY = 1;

	private const A_SITE_AND_DAY = 50;

	private const LOCK_SECONDS = 30;

	public function __construct(
		private readonly Registry $connectors,
		private readonly Examination $examination,
		private readonly SubjectFactory $subjects,
		private readonly StepLocks $locks,
		private readonly HelpRequests $requests,
		private readonly Journal $journal,
		private readonly Clock $clock,
	) {}

	/** @return bool Whether a system has taken it. Never throws. */
	public function sendAgain( CaseFile $case ): bool {
		foreach ( $this->connectors->all() as $connector ) {
			$connection = $this->examination->connectionOf( $connector->system() );
			if ( null === $connection || ! $connection->mayWrite || Invitation::AT_ONCE !== ( $connection->fields[ Invitation::FIELD ] ?? '' ) ) {
				continue;
			}
			foreach ( $connector->actions() as $action ) {
				if ( $action instanceof Invitation && $this->send( $case, $action, $connection ) ) {
					return true;
				}
			}
		}
		return false;
	}

	private function send( CaseFile $case, Invitation $action, Connection $connection ): bool {
		$lock  = "step:{$case->id}";
		$owner = $this->locks->take( $lock, self::LOCK_SECONDS );
		if ( null === $owner ) {
			return false;
		}
		try {
			$subject = $this->examination->introduced( $this->subjects->make( CaseDiagnoser::personOf( $case ) ) )->in( $connection->system );
			$change  = $action->again( $subject, $connection );
			if ( null === $change || $this->isTooMuch( $case ) ) {
				return false;
			}
			$action->apply( $subject, $connection, $change );
		} catch ( ConnectorFault $fault ) {
			/* translators: %s: What went wrong, a sentence. */
			$this->note( $case, JournalKind::StepFailed, $action, sprintf( __( 'The person asked for their invitation. It was not sent by itself: %s', 'causeway' ), $fault->getMessage() ) );
			return false;
		} finally {
			$this->locks->release( $lock, $owner );
		}
		/* translators: %s: What was sent, a sentence. */
		$this->note( $case, JournalKind::StepDone, $action, sprintf( __( 'At the person’s own wish: %s', 'causeway' ), $change->summary ), $change->before, $change->after );
		return true;
	}

	private function isTooMuch( CaseFile $case ): bool {
		return 0 < $this->requests->count(
			[
				'invitation:' . $case->personKey => [
					'most'    => self::A_PERSON_AND_DAY,
					'seconds' => 86_400,
				],
				'invitations'                    => [
					'most'    => self::A_SITE_AND_DAY,
					'seconds' => 86_400,
				],
			]
		);
	}

	/**
	 * @param array<string, string> $before
	 * @param array<string, string> $after
	 */
	private function note( CaseFile $case, JournalKind $kind, Invitation $action, string $text, array $before = [], array $after = [] ): void {
		$this->journal->append( new JournalEntry( 0, $case->id, $this->clock->now(), 0, $kind->value, $action->id(), $text, $before, $after ) );
	}
}
