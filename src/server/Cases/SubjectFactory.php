<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\ConnectionStore;
use Causeway\Connector\KnownRecord;
use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\PortalDirectory;
use Causeway\Connector\Subject;

/** Puts together what this site knows of a person before anybody else is asked. */
final class SubjectFactory {

	public function __construct(
		private readonly PeopleDirectory $people,
		private readonly PortalDirectory $portal,
		private readonly LinkStore $links,
		private readonly People $signIns,
		private readonly ConnectionStore $connections,
	) {}

	/** @param AttemptRecord|null $attempt The refusal that is to be explained; null where nobody was refused. */
	public function make( PersonMatch $person, ?AttemptRecord $attempt = null ): Subject {
		$user = $person->userId > 0 ? $this->people->userById( $person->userId ) : null;
		$row  = $person->portalUserId > 0 ? $this->portal->byId( $person->portalUserId ) : null;
		$subject = new Subject(
			$person->personKey,
			$person->userId,
			self::firstOf( $row['email'] ?? '', $user['email'] ?? '' ),
			self::firstOf( $row['username'] ?? '', $user['login'] ?? '' ),
			$person->portalUserId,
			facts: null === $attempt ? [] : self::facts( $attempt, $this->signIns->newestSignInAt( $person->userId ) )
		);
		foreach ( array_reverse( $this->links->ofPerson( $person->userId, $person->portalUserId ) ) as $link ) {
			$system  = LinkSnapshot::PORTAL === $link->connection ? PortalDirectory::CRM : $this->connections->get( $link->connection )?->system;
			$subject = null === $system ? $subject : $subject->introducedTo( $system, new KnownRecord( $link->contactId, $link->accountId ) );
		}
		return null === $row ? $subject : $subject->introducedTo( PortalDirectory::CRM, new KnownRecord( $row['crmId'] ) );
	}

	/** @return array<string, string> What the refusal itself showed. Absent keys were not seen. */
	private static function facts( AttemptRecord $attempt, int $signedInAt ): array {
		$call  = $attempt->portalCall;
		$facts = [
			'entry'              => $attempt->entry,
			'error-code'         => $attempt->code,
			'symptom'            => $attempt->symptom,
			'shown-symptom'      => $attempt->shownSymptom,
			'attempt-at'         => (string) $attempt->occurredAt,
			// Sessions end and leave nothing: none does not mean that nobody ever signed in.
			'last-login-at'      => 0 === $signedInAt ? '' : (string) $signedInAt,
			'portal-call.system' => $call['system'] ?? '',
			'portal-call.path'   => $call['path'] ?? '',
			'portal-call.status' => null === $call || 0 === $call['status'] ? '' : (string) $call['status'],
			'portal-call.code'   => $call['code'] ?? '',
			'portal-call.fault'  => $call['fault'] ?? '',
			'portal-call.ms'     => null === $call ? '' : (string) $call['ms'],
		];
		return array_filter( $facts, static fn ( string $fact ): bool => '' !== $fact );
	}

	private static function firstOf( string $first, string $second ): string {
		return '' !== $first ? $first : $second;
	}
}
