<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Capture\ProvenDiagnosis;
use Causeway\Cases\LinkStore;
use Causeway\Cases\PersonLink;

/** The snapshot of links in its table; answers the login path's one read as well. */
final class LinkTable implements LinkStore, ProvenDiagnosis {

	public function __construct( private readonly Database $database ) {}

	public function save( PersonLink $link ): void {
		$table = $this->database->table( 'links' );
		$site  = $this->database->siteId();
		$this->database->run(
			"INSERT IGNORE INTO {$table} (site_id, connection, portal_user_id, user_id) VALUES (%d, %s, %d, %d)",
			$site,
			$link->connection,
			$link->portalUserId,
			$link->userId
		);
		$this->database->run(
			"UPDATE {$table} SET login_hash = %s, email_hash = %s, contact_id = CASE WHEN %s = '' THEN contact_id ELSE %s END, account_id = CASE WHEN %s = '' THEN account_id ELSE %s END, person_key = %s, seen_at = %d
			WHERE site_id = %d AND connection = %s AND portal_user_id = %d AND user_id = %d",
			$link->loginHash,
			$link->emailHash,
			Database::ascii( $link->contactId, 64 ),
			Database::ascii( $link->contactId, 64 ),
			Database::ascii( $link->accountId, 64 ),
			Database::ascii( $link->accountId, 64 ),
			$link->userId > 0 ? 'user:' . $link->userId : 'portal:' . $link->portalUserId,
			$link->seenAt,
			$site,
			$link->connection,
			$link->portalUserId,
			$link->userId
		);
	}

	public function byHash( string $loginHash ): array {
		$table = $this->database->table( 'links' );
		$site  = $this->database->siteId();
		return '' === $loginHash ? [] : $this->links(
			"SELECT * FROM {$table} WHERE site_id = %d AND login_hash = %s UNION SELECT * FROM {$table} WHERE site_id = %d AND email_hash = %s",
			$site,
			$loginHash,
			$site,
			$loginHash
		);
	}

	public function ofPerson( int $userId, int $portalUserId ): array {
		$table = $this->database->table( 'links' );
		$site  = $this->database->siteId();
		$links = [];
		if ( $userId > 0 ) {
			$links = $this->links( "SELECT * FROM {$table} WHERE site_id = %d AND user_id = %d", $site, $userId );
		}
		if ( $portalUserId > 0 ) {
			$links = [ ...$links, ...$this->links( "SELECT * FROM {$table} WHERE site_id = %d AND portal_user_id = %d AND user_id <> %d", $site, $portalUserId, $userId > 0 ? $userId : -1 ) ];
		}
		return $links;
	}

	public function newestPortalUser(): int {
		return (int) $this->database->value( "SELECT MAX(portal_user_id) FROM {$this->database->table( 'links' )} WHERE site_id = %d", $this->database->siteId() );
	}

	public function forget( int $userId, int $portalUserId ): int {
		$table = $this->database->table( 'links' );
		$site  = $this->database->siteId();
		$gone  = $userId > 0 ? $this->database->run( "DELETE FROM {$table} WHERE site_id = %d AND user_id = %d", $site, $userId ) : 0;
		return $gone + ( $portalUserId > 0 ? $this->database->run( "DELETE FROM {$table} WHERE site_id = %d AND portal_user_id = %d", $site, $portalUserId ) : 0 );
	}

	public function forPerson( int $userId, string $loginHash ): ?array {
		$links = $this->database->table( 'links' );
		$cases = $this->database->table( 'cases' );
		$site  = $this->database->siteId();
		$ofLink = "SELECT c.`system`, c.cause, c.confidence, c.last_attempt_at FROM {$links} l JOIN {$cases} c ON c.site_id = l.site_id AND c.person_key = l.person_key AND c.open_key = 0 WHERE c.is_closed = 0 AND c.cause <> '' AND l.site_id = %d";
		// Index look-ups in one statement: by user, by typed name, by whoever is known under that name or address.
		$row = $this->database->row(
			"SELECT `system`, cause, confidence, last_attempt_at FROM {$cases} WHERE site_id = %d AND person_key IN (%s, %s) AND open_key = 0 AND is_closed = 0 AND cause <> ''
			UNION ALL {$ofLink} AND l.login_hash = %s UNION ALL {$ofLink} AND l.email_hash = %s ORDER BY last_attempt_at DESC LIMIT 1",
			$site,
			'user:' . $userId,
			'login:' . $loginHash,
			$site,
			'' === $loginHash ? '-' : $loginHash,
			$site,
			'' === $loginHash ? '-' : $loginHash
		);
		return null === $row ? null : [
			'system'     => $row->string( 'system' ),
			'cause'      => $row->string( 'cause' ),
			'confidence' => $row->string( 'confidence' ),
		];
	}

	/** @return list<PersonLink> */
	private function links( string $sql, int|string ...$values ): array {
		return array_map(
			static fn ( Row $row ): PersonLink => new PersonLink(
				$row->string( 'connection' ),
				$row->int( 'user_id' ),
				$row->int( 'portal_user_id' ),
				$row->string( 'login_hash' ),
				$row->string( 'email_hash' ),
				$row->string( 'contact_id' ),
				$row->string( 'account_id' ),
				$row->int( 'seen_at' )
			),
			$this->database->rows( $sql, ...$values )
		);
	}
}
