<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Connector\PortalDirectory;

/**
 * The free Catalyst Connect plugin's own tables, which carry no table prefix.
 *
 * Columns are named one by one: passwords, tokens and the contact's JSON are never selected. Where the plugin is not here, one failed
 * look answers for the whole request.
 */
final class CatalystTables implements PortalDirectory {

	private const USERS = 'ccgclientportal_users';

	private const OPTIONS = 'ccgclientportal_options';

	private const TOKENS = 'ccgclientportal_auth';

	private const COLUMNS = 'id, crmid, username, email, fullname, fname, lname, status';

	private ?bool $isPresent = null;

	public function __construct( private readonly Database $database ) {}

	public function isPresent(): bool {
		if ( null === $this->isPresent ) {
			try {
				$this->database->rows( 'SELECT id FROM ' . self::USERS . ' LIMIT 1' );
				$this->isPresent = true;
			} catch ( StorageFault ) {
				$this->isPresent = false;
			}
		}
		return $this->isPresent;
	}

	public function byId( int $portalUserId ): ?array {
		return $this->people( 'id IN (%d)', $portalUserId )[0] ?? null;
	}

	/**
	 * @param list<int> $portalUserIds
	 * @return array<int, array{id: int, crmId: string, username: string, email: string, fullName: string, status: string}> By id; one query.
	 */
	public function byIds( array $portalUserIds ): array {
		$people = [];
		foreach ( [] === $portalUserIds ? [] : $this->people( 'id IN (' . Database::places( count( $portalUserIds ) ) . ')', ...$portalUserIds ) as $person ) {
			$people[ $person['id'] ] = $person;
		}
		return $people;
	}

	public function byUsernameOrEmail( string $typed ): ?array {
		$typed = trim( $typed );
		if ( '' === $typed ) {
			return null;
		}
		return $this->people( 'username = %s ORDER BY id DESC LIMIT 1', $typed )[0]
			?? $this->people( 'email = %s ORDER BY id DESC LIMIT 1', $typed )[0]
			?? null;
	}

	public function after( int $portalUserId, int $limit ): array {
		return $this->people( 'id > %d ORDER BY id LIMIT %d', $portalUserId, $limit );
	}

	public function usernameField(): string {
		$mapped = $this->quietly( 'SELECT option_value FROM ' . self::OPTIONS . " WHERE option_name = 'um-settings' AND option_index = 'sctoCRM' LIMIT 1" );
		$map    = json_decode( $mapped, true );
		$field  = is_array( $map ) ? $map['username'] ?? '' : '';
		return is_string( $field ) ? Database::ascii( $field, 64 ) : '';
	}

	public function newestTokenAt(): int {
		// The database wrote the time by its own clock and zone: let it read it back.
		return (int) $this->quietly( 'SELECT UNIX_TIMESTAMP(create_time) FROM ' . self::TOKENS . ' ORDER BY id DESC LIMIT 1' );
	}

	/** @return list<array{id: int, crmId: string, username: string, email: string, fullName: string, status: string}> */
	private function people( string $where, int|string ...$values ): array {
		if ( ! $this->isPresent() ) {
			return [];
		}
		return array_map(
			static fn ( Row $row ): array => [
				'id'       => $row->int( 'id' ),
				'crmId'    => trim( $row->string( 'crmid' ) ),
				'username' => $row->string( 'username' ),
				'email'    => $row->string( 'email' ),
				'fullName' => trim( '' === trim( $row->string( 'fullname' ) ) ? $row->string( 'fname' ) . ' ' . $row->string( 'lname' ) : $row->string( 'fullname' ) ),
				'status'   => strtolower( trim( $row->string( 'status' ) ) ),
			],
			$this->database->rows( 'SELECT ' . self::COLUMNS . ' FROM ' . self::USERS . ' WHERE ' . $where, ...$values )
		);
	}

	private function quietly( string $sql ): string {
		try {
			return $this->isPresent() ? $this->database->value( $sql ) : '';
		} catch ( StorageFault ) {
			return '';
		}
	}
}
