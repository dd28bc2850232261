<?php

declare(strict_types=1);

namespace Causeway\Systems\WordPress\Probes;

use Causeway\Connector\FindingWriter;
use Causeway\Connector\Subject;
use Causeway\Support\Clock;
use Causeway\Support\Finding;

/**
 * What happened around the person's logins, as far as it was recorded.
 *
 * WordPress keeps no time of a password's change and no record of a mail, so these are unknown unless the case brings them along.
 */
final class LoginProbe {

	public const PRODUCES = [ 'password.recently-changed', 'mail.reset-deliverable', 'login.succeeded-since' ];

	private const RECENT_SECONDS = 7 * 86_400;

	/** WordPress's code where the mailer refused a reset mail. */
	private const MAIL_FAILURE = 'retrieve_password_email_failure';

	public function __construct( private readonly Clock $clock ) {}

	/** @return list<Finding> */
	public function answer( FindingWriter $write, Subject $subject ): array {
		$now       = $this->clock->now();
		$attemptAt = self::moment( $subject, 'attempt-at' );
		$changedAt = self::moment( $subject, 'password-changed-at' );
		$loginAt   = self::moment( $subject, 'last-login-at' );
		return [
			null === $changedAt
				? $write->unknown( 'password.recently-changed', 'not-recorded' )
				: $write->of( 'password.recently-changed', $changedAt > 0 && ( $attemptAt ?? $now ) - $changedAt <= self::RECENT_SECONDS, $changedAt > 0 ? 'Changed ' . gmdate( 'Y-m-d H:i', $changedAt ) . ' UTC.' : '' ),
			match ( true ) {
				self::MAIL_FAILURE === ( $subject->facts['error-code'] ?? '' ) => $write->false( 'mail.reset-deliverable', 'The mailer refused the reset mail.' ),
				null !== self::moment( $subject, 'mail-handed-over-at' ) => $write->true( 'mail.reset-deliverable' ),
				default => $write->unknown( 'mail.reset-deliverable', 'not-tried' ),
			},
			null === $attemptAt || null === $loginAt
				? $write->unknown( 'login.succeeded-since', 'not-recorded' )
				: $write->of( 'login.succeeded-since', $loginAt > $attemptAt, $loginAt > 0 ? 'Last login ' . gmdate( 'Y-m-d H:i', $loginAt ) . ' UTC.' : 'No login is recorded.' ),
		];
	}

	/** Unix seconds; 0 where it is known that it never happened, null where nobody recorded it. */
	private static function moment( Subject $subject, string $name ): ?int {
		$text = $subject->facts[ $name ] ?? '';
		return 1 === preg_match( '/^\d{1,12}$/D', $text ) ? (int) $text : null;
	}
}
