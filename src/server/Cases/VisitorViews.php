<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Confidence;
use Causeway\Support\Clock;
use Causeway\Support\Reference;
use Causeway\Support\ViewToken;

/**
 * What the person at the login form is told about an attempt.
 *
 * A reference is no secret: alone it gives the same answer for every well-formed one, whether or not it exists, without a look at any
 * table. Only the view token of that very attempt opens what belongs to the person.
 */
final class VisitorViews {

	public function __construct(
		private readonly AttemptStore $attempts,
		private readonly CaseStore $cases,
		private readonly Catalog $catalog,
		private readonly Clock $clock,
	) {}

	public function view( Reference $reference, #[\SensitiveParameter] ?string $viewToken ): VisitorView {
		$attempt = null === $viewToken || '' === $viewToken ? null : $this->attempts->byReference( $reference );
		if ( null === $attempt || null === $viewToken || ! $this->isTheirs( $attempt, $viewToken ) ) {
			return new VisitorView( (string) $reference, AttemptState::Received->value, $this->catalog->anonymousText(), 'anonymous', 0 );
		}
		$case = $attempt->caseId > 0 ? $this->cases->find( $attempt->caseId ) : null;
		return new VisitorView( (string) $reference, $attempt->state->value, $this->text( $attempt, $case ), 'proven', $this->retryIn( $attempt ), $this->tryAgainAt( $attempt, $case ) );
	}

	private function isTheirs( AttemptRecord $attempt, #[\SensitiveParameter] string $viewToken ): bool {
		// A view token is only ever given to somebody who proved themselves: by the password, or by the mail that reached them.
		return '' !== $attempt->viewHash
			&& hash_equals( $attempt->viewHash, ViewToken::hash( $viewToken ) )
			&& $this->clock->now() - max( $attempt->occurredAt, $attempt->tokenAt ) <= ViewToken::LIFETIME_SECONDS;
	}

	private function text( AttemptRecord $attempt, ?CaseFile $case ): string {
		if ( AttemptState::Fixed === $attempt->state ) {
			return __( 'This has been fixed. You can log in again now.', 'causeway' );
		}
		if ( AttemptState::Explained !== $attempt->state || null === $case || '' === $case->cause ) {
			return $attempt->isProven
				? __( 'Your password is right, but the portal did not let you in. We are looking for the reason; this text updates by itself.', 'causeway' )
				: __( 'We are still looking for the reason; this text updates by itself.', 'causeway' );
		}
		$text = $this->catalog->provenText( $case->system, $case->cause, Confidence::tryFrom( $case->confidence ) ?? Confidence::Possible );
		return '' === $case->notifiedState || $case->notifiedState !== $case->noticeKey() ? $text : $text . ' ' . __( 'Your administrator has been told.', 'causeway' );
	}

	/** Where the cause's first step is to wait, and for how long is known. */
	private function tryAgainAt( AttemptRecord $attempt, ?CaseFile $case ): int {
		if ( AttemptState::Explained !== $attempt->state || null === $case || Confidence::Possible->value === $case->confidence ) {
			return 0;
		}
		$minutes = $this->catalog->cause( $case->system, $case->cause )->fixPath[0]['waitMinutes'] ?? 0;
		$at      = $attempt->occurredAt + 60 * $minutes;
		return $minutes > 0 && $at > $this->clock->now() ? $at : 0;
	}

	/** Often at first, then ever less; the page itself stops in a hidden tab. */
	private function retryIn( AttemptRecord $attempt ): int {
		$age = $this->clock->now() - $attempt->occurredAt;
		return match ( true ) {
			AttemptState::Fixed === $attempt->state => 0,
			$age < 10  => 3,
			$age < 30  => 6,
			$age < 90  => 15,
			$age < 300 => 30,
			default    => 60,
		};
	}
}
