<?php

declare(strict_types=1);

namespace Causeway\Privacy;

use Causeway\Cases\AttemptRecord;
use Causeway\Cases\AttemptStore;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\CaseFile;
use Causeway\Cases\CaseStore;
use Causeway\Cases\CaseView;
use Causeway\Cases\LinkStore;
use Causeway\Cases\PersonMatch;
use Causeway\Connector\PeopleDirectory;
use Causeway\Connector\PortalDirectory;
use Causeway\Support\LoginNameHash;

/**
 * Answers WordPress's own tools for personal data: export, erasure, and the privacy policy's paragraph.
 *
 * A person is looked for by the address alone, also where no account has it (any more): as a user, as a portal's user, and as a name that
 * was typed and is kept as a keyed hash.
 */
final class PersonalData {

	private const PAGE = 100;

	public function __construct(
		private readonly CaseDesk $desk,
		private readonly CaseView $view,
		private readonly CaseStore $cases,
		private readonly AttemptStore $attempts,
		private readonly LinkStore $links,
		private readonly PeopleDirectory $people,
		private readonly PortalDirectory $portal,
		private readonly LoginNameHash $hash,
	) {}

	public function hooks(): void {
		add_filter( 'wp_privacy_personal_data_exporters', $this->addExporter( ... ) );
		add_filter( 'wp_privacy_personal_data_erasers', $this->addEraser( ... ) );
		add_action( 'admin_init', $this->suggestPolicy( ... ) );
	}

	/**
	 * @param array<mixed> $exporters
	 * @return array<mixed>
	 */
	private function addExporter( array $exporters ): array {
		$exporters['causeway'] = [
			'exporter_friendly_name' => __( 'Causeway: refused logins', 'causeway' ),
			'callback'               => $this->export( ... ),
		];
		return $exporters;
	}

	/**
	 * @param array<mixed> $erasers
	 * @return array<mixed>
	 */
	private function addEraser( array $erasers ): array {
		$erasers['causeway'] = [
			'eraser_friendly_name' => __( 'Causeway: refused logins', 'causeway' ),
			'callback'             => $this->erase( ... ),
		];
		return $erasers;
	}

	/** @return array{data: list<array{group_id: string, group_label: string, item_id: string, data: list<array{name: string, value: string}>}>, done: bool} */
	public function export( string $email, int $page = 1 ): array {
		$items = [];
		foreach ( $this->casesOf( $email ) as $case ) {
			$items[] = $this->item(
				'causeway-cases',
				__( 'Trouble with logging in', 'causeway' ),
				'case-' . $case->id,
				[
					__( 'State', 'causeway' )         => $case->state->value,
					__( 'Cause', 'causeway' )         => $this->view->headline( $case ),
					__( 'Since', 'causeway' )         => self::time( $case->openedAt ),
					__( 'Refused logins', 'causeway' ) => (string) $case->attemptCount,
				]
			);
			foreach ( $this->desk->attemptsOf( $case->id, self::PAGE ) as $attempt ) {
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
		}
		return [
			'data' => $items,
			'done' => true,
		];
	}

	/** @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool} */
	public function erase( string $email, int $page = 1 ): array {
		$removed = 0;
		foreach ( $this->matches( $email ) as $match ) {
			$removed += $this->cases->forgetPerson( $match->personKey );
			$removed += $this->links->forget( $match->userId, $match->portalUserId );
			$removed += $this->attempts->forgetWaiting( $match->userId, $this->hash->of( $email ) );
		}
		return [
			'items_removed'  => $removed > 0,
			'items_retained' => false,
			'messages'       => [],
			'done'           => true,
		];
	}

	/** @return list<CaseFile> */
	private function casesOf( string $email ): array {
		$cases = [];
		foreach ( $this->matches( $email ) as $match ) {
			$case = $this->cases->ofPerson( $match->personKey );
			if ( null !== $case ) {
				$cases[ $case->id ] = $case;
			}
		}
		return array_values( $cases );
	}

	/** @return list<PersonMatch> Everything by which the address may stand in our tables. */
	private function matches( string $email ): array {
		$userId  = $this->people->userByLoginOrEmail( $email )['id'] ?? 0;
		$row     = $this->portal->byUsernameOrEmail( $email );
		$matches = [ new PersonMatch( 'login:' . $this->hash->of( $email ) ) ];
		if ( $userId > 0 ) {
			$matches[] = new PersonMatch( 'user:' . $userId, $userId, $row['id'] ?? 0 );
		}
		if ( null !== $row ) {
			$matches[] = new PersonMatch( 'portal:' . $row['id'], $userId, $row['id'] );
		}
		foreach ( $this->links->byHash( $this->hash->of( $email ) ) as $link ) {
			$matches[] = PersonMatch::of( $link->userId, $link->portalUserId );
		}
		return $matches;
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

	private function suggestPolicy(): void {
		wp_add_privacy_policy_content(
			'Causeway',
			wp_kses_post(
				'<p>' . __( 'When a login is refused, this site keeps for 30 days: the time, a random reference, the kind of refusal, and, where the name you typed belongs to an account, which one. A name that belongs to no account is kept only in a form from which it cannot be read back. Passwords are never kept. What was found out and done about it is kept for 180 days after the trouble ended.', 'causeway' ) . '</p>'
			)
		);
	}

	private static function time( int $at ): string {
		return gmdate( 'Y-m-d H:i:s', $at ) . ' UTC';
	}
}
