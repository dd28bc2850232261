<?php

declare(strict_types=1);

namespace Causeway\Privacy;

use Causeway\Audit\RecordStore;
use Causeway\Audit\RiskStore;
use Causeway\Cases\AttemptRecord;
use Causeway\Cases\AttemptStore;
use Causeway\Cases\CaseCloser;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\CaseFile;
use Causeway\Cases\CaseStore;
use Causeway\Cases\CaseView;
use Causeway\Cases\FlightStore;
use Causeway\Cases\LinkStore;
use Causeway\Cases\PersonLink;
use Causeway\Cases\PersonMatch;
use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\PortalDirectory;
use Causeway\Support\LoginNameHash;

/**
 * What is kept about one person, to be handed out or erased.
 *
 * A person is looked for by the address alone, also where no account has it (any more): as a user, as a portal's user, and as a name that
 * was typed and is kept as a keyed hash.
 */
final class PersonalData {

	/** Attempts of one case that are exported, newest first; the case's own entry says how many there were. */
	private const MOST_ATTEMPTS = 1000;

	public function __construct(
		private readonly CaseDesk $desk,
		private readonly CaseView $view,
		private readonly CaseStore $cases,
		private readonly AttemptStore $attempts,
		private readonly LinkStore $links,
		private readonly PeopleDirectory $people,
		private readonly PortalDirectory $portal,
		private readonly LoginNameHash $hash,
		private readonly CaseCloser $closer,
		private readonly RecordStore $records,
		private readonly RiskStore $risks,
		private readonly FlightStore $flights,
	) {}

	/**
	 * All at once: one person has few cases.
	 *
	 * @param int $page From 1; later pages are empty.
	 * @return array{data: list<array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}>, done: bool}
	 */
	public function export( string $email, int $page = 1 ): array {
		$items = [];
		foreach ( 1 === $page ? $this->keys( $email ) : [] as $key ) {
			$case  = $this->cases->ofPerson( $key );
			$items = null === $case ? $items : [ ...$items, ...$this->caseItems( $case ) ];
		}
		foreach ( 1 === $page ? $this->linksOf( $email ) : [] as $link ) {
			$items[] = $this->item(
				'causeway-links',
				__( 'Records in connected systems', 'causeway' ),
				"link-{$link->connection}-{$link->userId}-{$link->portalUserId}",
				[
					__( 'Connection', 'causeway' ) => $link->connection,
					__( 'Contact', 'causeway' )    => $link->contactId,
					__( 'Account', 'causeway' )    => $link->accountId,
					__( 'Seen', 'causeway' )       => self::time( $link->seenAt ),
				]
			);
		}
		foreach ( 1 === $page ? $this->risks->ofKeys( $this->keys( $email ) ) : [] as $risk ) {
			$items[] = $this->item(
				'causeway-audit',
				__( 'What an audit found', 'causeway' ),
				'risk-' . $risk->id,
				[
					__( 'Connection', 'causeway' ) => $risk->connection,
					__( 'Cause', 'causeway' )      => $risk->system . '/' . $risk->cause,
					__( 'Since', 'causeway' )      => self::time( $risk->since ),
				]
			);
		}
		foreach ( 1 === $page ? $this->records->ofAddress( $this->hash->of( $email ) ) : [] as $record ) {
			$items[] = $this->item(
				'causeway-records',
				__( 'Records that an audit read', 'causeway' ),
				"record-{$record->connection}-{$record->id}",
				[
					__( 'Connection', 'causeway' ) => $record->connection,
					__( 'Record', 'causeway' )     => $record->id,
					__( 'State', 'causeway' )      => $record->presence,
					__( 'Seen', 'causeway' )       => self::time( $record->seenAt ),
				]
			);
		}
		foreach ( 1 === $page ? $this->flights->recordings( $this->account( $email )[0] ) : [] as $at => $flight ) {
			$items[] = $this->item(
				'causeway-flights',
				__( 'Recorded logins', 'causeway' ),
				"flight-{$at}",
				[
					__( 'Time', 'causeway' )    => self::time( $flight['at'] ),
					__( 'Answers', 'causeway' ) => implode( ', ', array_map( static fn ( array $entry ): string => trim( "{$entry['hook']} {$entry['priority']}: {$entry['verdict']} " . implode( ' ', $entry['codes'] ) ), $flight['entries'] ) ),
				]
			);
		}
		return [
			'data' => $items,
			'done' => true,
		];
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public function erase( string $email ): array {
		$removed = 0;
		$names   = $this->names( $email );
		$removed += $this->risks->forget( $this->keys( $email ) ) + $this->records->forgetAddress( $this->hash->of( $email ) );
		// Links tell which portal user an address belongs to, so they go last.
		foreach ( $this->keys( $email ) as $key ) {
			$removed += $this->cases->forgetPerson( $key );
		}
		[ $userId ] = $this->account( $email );
		foreach ( $names as $name ) {
			$removed += $this->attempts->forgetWaiting( $userId, $this->hash->of( $name ) );
		}
		foreach ( $this->linksOf( $email ) as $link ) {
			$removed += $this->links->forget( $link->userId, $link->portalUserId );
		}
		if ( $userId > 0 ) {
			$removed += count( $this->flights->recordings( $userId ) );
			$this->flights->forget( $userId );
		}
		if ( $removed > 0 ) {
			$this->closer->refreshWatch();
		}
		return [
			'items_removed'  => $removed > 0,
			'items_retained' => false,
			'messages'       => [],
			'done'           => true,
		];
	}

	/** @return list<string> Keys of every case that may be this person's: as a user, as a portal's user, and under each name that the person may have typed. */
	private function keys( string $email ): array {
		[ $userId, $portalId ] = $this->account( $email );
		$matches               = [ new PersonMatch( $userId > 0 ? "user:{$userId}" : '' ), new PersonMatch( $portalId > 0 ? "portal:{$portalId}" : '' ) ];
		foreach ( $this->linksOf( $email ) as $link ) {
			$matches[] = PersonMatch::of( $link->userId, $link->portalUserId );
			$matches[] = PersonMatch::of( 0, $link->portalUserId );
		}
		foreach ( $this->names( $email ) as $name ) {
			$matches[] = new PersonMatch( 'login:' . $this->hash->of( $name ) );
		}
		return array_values( array_unique( array_filter( array_map( static fn ( PersonMatch $match ): string => $match->personKey, $matches ) ) ) );
	}

	/** @return array{int, int} Ids of the WordPress user and of the portal's user with this address; 0 where there is none. */
	private function account( string $email ): array {
		return [ $this->people->userByLoginOrEmail( $email )['id'] ?? 0, $this->portal->byUsernameOrEmail( $email )['id'] ?? 0 ];
	}

	/** @return list<string> Under what the person may have tried to log in. */
	private function names( string $email ): array {
		$user = $this->people->userByLoginOrEmail( $email );
		$row  = $this->portal->byUsernameOrEmail( $email );
		return array_values( array_unique( array_filter( [ $email, $user['login'] ?? '', $row['username'] ?? '' ], static fn ( string $name ): bool => '' !== trim( $name ) ) ) );
	}

	/** @return list<PersonLink> Also those of an account that is gone: they keep the address as a keyed hash. */
	private function linksOf( string $email ): array {
		$links = [ ...$this->links->ofPerson( ...$this->account( $email ) ), ...$this->links->byHash( $this->hash->of( $email ) ) ];
		$found = [];
		foreach ( $links as $link ) {
			$found[ "{$link->connection}:{$link->userId}:{$link->portalUserId}" ] = $link;
		}
		return array_values( $found );
	}

	/** @return list<array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}> */
	private function caseItems( CaseFile $case ): array {
		$items = [
			$this->item(
				'causeway-cases',
				__( 'Trouble with logging in', 'causeway' ),
				'case-' . $case->id,
				[
					__( 'State', 'causeway' )          => $case->state->value,
					__( 'Cause', 'causeway' )          => $this->view->headline( $case ),
					__( 'Since', 'causeway' )          => self::time( $case->openedAt ),
					__( 'Refused logins', 'causeway' ) => (string) $case->attemptCount,
				]
			),
		];
		foreach ( $this->attempts->ofCase( $case->id, self::MOST_ATTEMPTS ) as $attempt ) {
			$items[] = $this->attempt( $attempt );
		}
		foreach ( $this->desk->journalOf( $case->id ) as $entry ) {
			$items[] = $this->item(
				'causeway-journal',
				__( 'What was done about it', 'causeway' ),
				'journal-' . $entry->id,
				[
					__( 'When', 'causeway' ) => self::time( $entry->at ),
					__( 'What', 'causeway' ) => $entry->text,
				]
			);
		}
		return $items;
	}

	/** @return array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>} */
	private function attempt( AttemptRecord $attempt ): array {
		return $this->item(
			'causeway-attempts',
			__( 'Refused logins', 'causeway' ),
			'attempt-' . $attempt->id,
			[
				__( 'When', 'causeway' )      => self::time( $attempt->occurredAt ),
				__( 'Reference', 'causeway' ) => (string) $attempt->reference,
				__( 'Where', 'causeway' )     => $attempt->entry,
			]
		);
	}

	/**
	 * @param array<string, string> $values
	 * @return array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}
	 */
	private function item( string $group, string $label, string $id, array $values ): array {
		$data = [];
		foreach ( $values as $name => $value ) {
			$data[] = [
				'name'  => $name,
				'value' => esc_html( $value ),
			];
		}
		return [
			'group_id'    => $group,
			'group_label' => $label,
			'item_id'     => $id,
			'data'        => $data,
		];
	}

	private static function time( int $at ): string {
		return gmdate( 'Y-m-d H:i:s', $at ) . ' UTC';
	}
}
