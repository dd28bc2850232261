<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Background\JobResult;
use Causeway\Diagnosis\Catalog;

/**
 * Notices that somebody with a case has signed in to WordPress.
 *
 * Costs no query for anybody else: who is waited for stands in the one autoloaded option. A login closes a case only where it proves the
 * cause gone; a portal with a session of its own opens for people whom its next page refuses.
 */
final class GoodLogin {

	public function __construct(
		private readonly CaseSettings $settings,
		private readonly CaseStore $cases,
		private readonly People $people,
		private readonly Catalog $catalog,
		private readonly CaseCloser $closer,
		private readonly WorkList $work,
	) {}

	/**
	 * `wp_login`. Never throws.
	 *
	 * @param mixed $user Whatever the caller of the action passed on.
	 */
	public function seen( mixed $name, mixed $user = null ): void {
		try {
			if ( $user instanceof \WP_User && $this->settings->watchesSignInOf( (int) $user->ID ) ) {
				$this->work->add( JobNames::SIGN_IN, (int) $user->ID );
			}
		} catch ( \Throwable ) {
			// Nothing of ours may stand between a person and their login.
			return;
		}
	}

	/** Closes the person's case where the login proves that its cause is gone. */
	public function close( int $userId ): JobResult {
		$case = $this->cases->ofPerson( 'user:' . $userId );
		$this->closeAfterLogin( $case );
		return JobResult::done();
	}

	/** @return bool Whether the case was closed. */
	public function closeAfterLogin( ?CaseFile $case ): bool {
		if ( null === $case || $case->state->isClosed() || 0 === $case->userId || '' === $case->cause ) {
			return false;
		}
		$rule = $this->catalog->cause( $case->system, $case->cause );
		if ( null === $rule || ! $rule->closedByLogin || $this->people->newestSignInAt( $case->userId ) <= $case->lastAttemptAt ) {
			return false;
		}
		return $this->closer->close( $case, JournalKind::Resolved, 0, __( 'Logged in since.', 'causeway' ) );
	}
}
