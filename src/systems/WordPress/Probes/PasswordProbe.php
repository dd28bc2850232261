<?php

declare(strict_types=1);

namespace Causeway\Systems\WordPress\Probes;

use Causeway\Connector\FindingWriter;
use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\Subject;
use Causeway\Support\Clock;
use Causeway\Support\Finding;

/** Whether the person can get in again by themselves: a password that changed lately, an address that a reset can reach. */
final class PasswordProbe {

	public const PRODUCES = [ 'password.recently-changed', 'mail.reset-deliverable' ];

	private const RECENT_SECONDS = 7 * 86_400;

	/** Top-level domains that never receive mail. Source: RFC 2606 and RFC 6761. */
	private const DEAD_DOMAINS = '/\.(?:invalid|localhost)$/i';

	public function __construct( private readonly PeopleDirectory $people, private readonly Clock $clock ) {}

	/** @return list<Finding> */
	public function answer( FindingWriter $write, Subject $subject ): array {
		$user = $subject->userId > 0 ? $this->people->userById( $subject->userId ) : null;
		foreach ( [ $subject->loginName, $subject->email ] as $name ) {
			$user ??= '' === $name ? null : $this->people->userByLoginOrEmail( $name );
		}
		return [ $this->password( $write, $subject, null !== $user ), $this->mail( $write, $user['email'] ?? null ) ];
	}

	/** WordPress keeps no time of a password's change; it is known only where Causeway saw it happen. */
	private function password( FindingWriter $write, Subject $subject, bool $hasUser ): Finding {
		$changedAt = (int) ( $subject->facts['password-changed-at'] ?? 0 );
		if ( ! $hasUser || $changedAt <= 0 ) {
			return $write->unknown( 'password.recently-changed', $hasUser ? 'not-recorded' : 'no-user' );
		}
		$age = max( 0, $this->clock->now() - $changedAt );
		return $write->of( 'password.recently-changed', $age <= self::RECENT_SECONDS, 'Changed ' . intdiv( $age, 3_600 ) . ' hours ago.' );
	}

	/** An address proves only that mail could be tried: whether it arrives is not known before one was sent. */
	private function mail( FindingWriter $write, ?string $email ): Finding {
		return match ( true ) {
			null === $email => $write->unknown( 'mail.reset-deliverable', 'no-user' ),
			false === filter_var( $email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) => $write->false( 'mail.reset-deliverable', '' === $email ? 'The account has no e-mail address.' : 'The account’s address cannot be mailed to.' ),
			1 === preg_match( self::DEAD_DOMAINS, $email ) => $write->false( 'mail.reset-deliverable', 'The account’s address ends in a domain that receives no mail.' ),
			default => $write->unknown( 'mail.reset-deliverable', 'not-tried' ),
		};
	}
}
