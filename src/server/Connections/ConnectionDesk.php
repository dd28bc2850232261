<?php

declare(strict_types=1);

namespace Causeway\Connections;

use Causeway\Connector\CallMeter;
use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\Connector;
use Causeway\Connector\Quota;
use Causeway\Connector\Registry;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\SystemRule;
use Causeway\Support\Clock;
use Causeway\Support\Truth;
use Causeway\Vault\VaultFault;

/** Configures and tests connections, for every door alike: what a field must look like is said by the system's own declaration. */
final class ConnectionDesk {

	private const MAX_LENGTH = 4096;

	/** Type of the condition that tells when a secret, key or certificate of the connection ends. */
	private const CREDENTIALS = 'credentials';

	private const REMIND_DAYS = 30;

	private const DAY = 86_400;

	public function __construct(
		private readonly ConnectionStore $store,
		private readonly Registry $registry,
		private readonly Catalog $catalog,
		private readonly CallMeter $meter,
		private readonly Clock $clock,
	) {}

	/**
	 * Creates or changes a connection.
	 *
	 * A field left out stays as it is; '' clears it. Nothing is saved unless everything is right. What the site's configuration sets is neither
	 * changed here nor copied into the database.
	 *
	 * @param array<array-key, string> $values   Plain and secret fields alike, by field id.
	 * @param bool|null                $mayWrite Null leaves it as it is; off at first.
	 * @return array<string, string> What is wrong, by field id (`system` for the system itself); empty where it was saved.
	 */
	public function save( string $id, string $systemId, #[\SensitiveParameter] array $values, ?bool $mayWrite ): array {
		$system = $this->catalog->system( $systemId );
		if ( null === $system || $system->isLocal ) {
			/* translators: %s: the id that was given, such as zoho-crm */
			return [ 'system' => sprintf( __( 'Causeway knows no system “%s” that can be connected.', 'causeway' ), $systemId ) ];
		}
		if ( strlen( $id ) > 32 || 1 !== preg_match( '/^[a-z0-9]+(?:-[a-z0-9]+)*$/D', $id ) ) {
			return [ 'id' => __( 'A connection’s id is made of small letters and digits, with single dashes between them, at most 32.', 'causeway' ) ];
		}
		$stored = $this->store->get( $id );
		if ( null !== $stored && $stored->system !== $systemId ) {
			return [ 'id' => __( 'This id belongs to a connection to another system. Choose another id.', 'causeway' ) ];
		}
		$fields   = [];
		$secrets  = [];
		$problems = $this->unknownFields( $system, $values );
		foreach ( $system->fields as $field ) {
			$name     = $field['id'];
			$isSecret = 'secret' === $field['kind'];
			$now      = ( $isSecret ? $stored->secrets[ $name ] ?? null : $stored->fields[ $name ] ?? null ) ?? $field['initial'];
			$value    = trim( $values[ $name ] ?? $now );
			// A key comes out of a file in lines. A field of a browser joins them; so do we for the other doors.
			$value    = $isSecret ? (string) preg_replace( '/[\r\n\t]+/', '', $value ) : $value;
			$problem  = $this->problemOf( $field, $value );
			if ( $this->store->isFixed( $id, $name ) ) {
				// A screen sends back what it was shown; only another value is a wish to change it.
				$problem = isset( $values[ $name ] ) && $value !== $now ? __( 'The site’s configuration sets this field, so it can only be changed there.', 'causeway' ) : '';
			} elseif ( ! $isSecret ) {
				$fields[ $name ] = $value;
			} elseif ( isset( $values[ $name ] ) ) {
				$secrets[ $name ] = $value;
			}
			if ( '' !== $problem ) {
				$problems[ $name ] = $problem;
			}
		}
		// An address that is refused itself leads nowhere yet.
		$problems += $this->redirectedSecrets( $id, $system, $stored, array_diff_key( $fields, $problems ), $secrets );
		if ( [] !== $problems ) {
			return $problems;
		}
		try {
			$this->store->save( new ConnectionDraft( $id, $systemId, $fields, $secrets, $mayWrite ?? $stored->mayWrite ?? false ) );
			return [];
		} catch ( VaultFault $fault ) {
			// Its messages are written for the site admin and say what to do.
			return array_fill_keys( array_keys( $secrets ), $fault->getMessage() );
		}
	}

	/** @return ''|'unknown'|'fixed-elsewhere' Why it is still there; '' where it is gone. What was stored is gone even where the site's configuration keeps the rest. */
	public function remove( string $id ): string {
		if ( null === $this->store->get( $id ) ) {
			return 'unknown';
		}
		$this->store->delete( $id );
		return null === $this->store->get( $id ) ? '' : 'fixed-elsewhere';
	}

	/** @return list<Condition>|null Null where there is no such connection. Waits for the vendor, at most some seconds. */
	public function test( string $id ): ?array {
		$connection = $this->store->get( $id );
		$connector  = null === $connection ? null : $this->registry->get( $connection->system );
		if ( null === $connection || null === $connector ) {
			return null;
		}
		$conditions = $connector->test( $connection );
		$this->store->rememberConditions( $id, $conditions );
		return $this->withEnding( $connection, $conditions );
	}

	/** @return list<Connection> */
	public function all(): array {
		return $this->store->all();
	}

	/** @return list<string> Ids of the systems that can be asked: those that are connected, and of those on this site the ones that are there. */
	public function askable(): array {
		$connected = array_column( $this->store->all(), 'system' );
		$askable   = [];
		foreach ( $this->catalog->systems() as $system ) {
			$connector = $this->registry->get( $system->id );
			if ( null !== $connector && ( $system->isLocal ? $this->isHere( $connector ) : in_array( $system->id, $connected, true ) ) ) {
				$askable[] = $system->id;
			}
		}
		return $askable;
	}

	/** Whether a system of this site is there; asking it costs no remote call. */
	private function isHere( Connector $connector ): bool {
		foreach ( $connector->test( new Connection( $connector->system(), $connector->system(), [], [], true ) ) as $condition ) {
			if ( Truth::True !== $condition->status ) {
				return false;
			}
		}
		return true;
	}

	/** @return list<Condition> As last seen. */
	public function conditions( Connection $connection ): array {
		return $this->withEnding( $connection, $this->store->conditions( $connection->id ) );
	}

	/** @return array{made: int, saved: int, allowed: int, limit: int|null, remaining: int|null, runsOutAt: int|null} Calls of today, and what the system last said of its own. */
	public function calls( Connection $connection ): array {
		$quota = Quota::of( $connection, $this->clock->now() );
		return [
			'made'      => $this->meter->callsToday( $connection->id ),
			'saved'     => $this->meter->savedToday( $connection->id ),
			'allowed'   => $quota->own,
			'limit'     => $quota->limit,
			'remaining' => $quota->remaining,
			'runsOutAt' => $quota->runsOutAt,
		];
	}

	/** When the connection last made a call, Unix seconds; 0 for never. */
	public function lastUsedAt( string $id ): int {
		return $this->store->lastUsedAt( $id );
	}

	/** Whether the site's code or environment says what this field is. */
	public function isFixed( string $id, string $field ): bool {
		return $this->store->isFixed( $id, $field );
	}

	/**
	 * Stored secrets that would be sent to another address than the one they were entered for.
	 *
	 * Secrets come in and never go out: whoever may change an address could otherwise have them sent to a server of their own.
	 *
	 * @param array<string, string> $fields  As they are to be.
	 * @param array<string, string> $secrets Those that were entered now.
	 * @return array<string, string> What is wrong, by field id.
	 */
	private function redirectedSecrets( string $id, SystemRule $system, ?Connection $stored, array $fields, #[\SensitiveParameter] array $secrets ): array {
		$isRedirected = false;
		foreach ( $system->fields as $field ) {
			$address      = 'url' === $field['kind'] ? $fields[ $field['id'] ] ?? '' : '';
			$isRedirected = $isRedirected || ( '' !== $address && $address !== ( $stored->fields[ $field['id'] ] ?? '' ) );
		}
		$problems = [];
		foreach ( $isRedirected ? $system->fields : [] as $field ) {
			$name = $field['id'];
			if ( 'secret' !== $field['kind'] || isset( $secrets[ $name ] ) ) {
				continue;
			}
			if ( $this->store->isFixed( $id, $name ) ) {
				$problems[ $name ] = __( 'The site’s configuration sets this secret: set the address there too.', 'causeway' );
			} elseif ( '' !== ( $stored->secrets[ $name ] ?? '' ) ) {
				$problems[ $name ] = __( 'The address has changed. Enter this once more, so that it is not sent where it does not belong.', 'causeway' );
			}
		}
		return $problems;
	}

	/**
	 * @param array<array-key, string> $values
	 * @return array<string, string>
	 */
	private function unknownFields( SystemRule $system, #[\SensitiveParameter] array $values ): array {
		$problems = [];
		foreach ( array_diff( array_map( strval( ... ), array_keys( $values ) ), array_column( $system->fields, 'id' ) ) as $name ) {
			/* translators: %s: field name as it was given */
			$problems[ $name ] = sprintf( __( 'This system has no field “%s”.', 'causeway' ), $name );
		}
		return $problems;
	}

	/** @param array{id: string, kind: string, required: bool, options: list<string>, initial: string} $field */
	private function problemOf( array $field, #[\SensitiveParameter] string $value ): string {
		if ( '' === $value ) {
			return $field['required'] ? __( 'Please fill in this field.', 'causeway' ) : '';
		}
		if ( strlen( $value ) > self::MAX_LENGTH || 1 === preg_match( '/[\x00-\x1f\x7f]/', $value ) ) {
			return __( 'This is too long or holds characters that do not belong here. Copy it again, without line breaks.', 'causeway' );
		}
		if ( 'select' === $field['kind'] && ! in_array( $value, $field['options'], true ) ) {
			/* translators: %s: the values that may be chosen */
			return sprintf( __( 'Choose one of: %s.', 'causeway' ), implode( ', ', $field['options'] ) );
		}
		if ( 'number' === $field['kind'] && 1 !== preg_match( '/^[1-9]\d{0,8}$/D', $value ) ) {
			return __( 'Enter a whole number, or leave it empty.', 'causeway' );
		}
		if ( 'date' === $field['kind'] && null === self::day( $value ) ) {
			return __( 'Enter a day as year, month and day, such as 2027-03-31, or leave it empty.', 'causeway' );
		}
		if ( 'url' === $field['kind'] && 1 !== preg_match( '#^https?://[^\s/?\#@]+(/[^\s?\#]*)?$#D', $value ) ) {
			return __( 'This is not a web address. It starts with https:// and has no user name, question mark or hash.', 'causeway' );
		}
		return '';
	}

	/**
	 * @param list<Condition> $conditions
	 * @return list<Condition>
	 */
	private function withEnding( Connection $connection, array $conditions ): array {
		$ending = $this->ending( $connection );
		return null === $ending ? $conditions : [ ...$conditions, $ending ];
	}

	/** Its beginning in UTC, Unix seconds; null where the text is no day that there is. */
	private static function day( string $text ): ?int {
		$isWritten = 1 === preg_match( '/^(\d{4})-(\d\d)-(\d\d)$/D', $text, $part );
		if ( ! $isWritten || ! checkdate( (int) $part[2], (int) $part[3], (int) $part[1] ) ) {
			return null;
		}
		$begins = gmmktime( 0, 0, 0, (int) $part[2], (int) $part[3], (int) $part[1] );
		return false === $begins ? null : $begins;
	}

	/** What the day says that somebody entered as the end of the credentials; null where none was. */
	private function ending( Connection $connection ): ?Condition {
		$day = $connection->fields['credentials_end'] ?? '';
		$end = self::day( $day );
		if ( null === $end ) {
			return null;
		}
		$now  = $this->clock->now();
		$days = intdiv( max( 0, $end - $now ), self::DAY );
		/* translators: %s: a date such as 2027-03-31 */
		$told = sprintf( __( 'The credentials of this connection end on %s.', 'causeway' ), $day );
		return match ( true ) {
			$end <= $now => new Condition( self::CREDENTIALS, Truth::False, 'ended', $told . ' ' . __( 'Make new ones in the other system, enter them here, and set the new day.', 'causeway' ), $now ),
			$days < self::REMIND_DAYS => new Condition( self::CREDENTIALS, Truth::False, 'ending', $told . ' ' . __( 'Make new ones before that day, so that nobody is kept out meanwhile, and enter them here with their own day.', 'causeway' ), $now ),
			default => new Condition( self::CREDENTIALS, Truth::True, 'ok', $told, $now ),
		};
	}
}
