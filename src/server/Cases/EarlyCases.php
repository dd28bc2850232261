<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Support\Clock;

/** Cases of people whom nobody has refused yet: opened because a look at everybody found that the next login would fail. */
final class EarlyCases {

	public function __construct( private readonly CaseStore $cases, private readonly People $people, private readonly Journal $journal, private readonly WorkList $work, private readonly Clock $clock ) {}

	/**
	 * Opens a case, or opens a closed one anew, and has the person looked at afresh. No mail tells of it: who asked for it knows.
	 *
	 * @param string $system Of the cause that was found.
	 * @param string $cause  Its id.
	 * @param int    $actor  WordPress user id.
	 * @return bool False where the person has a case under way already.
	 */
	public function open( PersonMatch $person, string $system, string $cause, int $actor ): bool {
		$now   = $this->clock->now();
		$known = $this->cases->ofPerson( $person->personKey );
		if ( null === $known ) {
			$draft = new CaseFile( 0, $person->personKey, $person->userId, $person->portalUserId, '', CaseState::Open, '', '', '', 0, 0, 0, 0, '', 0, '', 0 );
			$card  = $this->people->cards( [ $draft ] )[0] ?? null;
			$case  = $this->cases->open( $person->personKey, $person->userId, $person->portalUserId, $card->label ?? '', null === $card ? [] : $this->people->words( $card ), $now );
			$this->journal->append( new JournalEntry( 0, $case->id, $now, $actor, JournalKind::Opened->value, '', __( 'Found at risk by a look at everybody; nobody was refused yet.', 'causeway' ) ), "opened:{$case->id}" );
		} elseif ( $known->state->isClosed() && $this->cases->regress( $known->id, $now, $now ) ) {
			$case = $this->cases->find( $known->id ) ?? $known;
			$this->journal->append( new JournalEntry( 0, $case->id, $now, $actor, JournalKind::Regressed->value, '', __( 'Found at risk again by a look at everybody; nobody was refused since.', 'causeway' ) ), "regressed:{$case->id}:{$case->round}" );
		} else {
			return false;
		}
		if ( $person->userId > 0 ) {
			$this->cases->noteRole( $case->id, $this->people->roleOf( $person->userId ) );
		}
		$this->cases->markNotified( $case->id, "{$case->round}:{$system}/{$cause}" );
		$this->work->add( JobNames::DIAGNOSE, $case->id );
		return true;
	}
}
