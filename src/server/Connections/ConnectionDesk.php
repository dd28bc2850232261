<?php

declare(strict_types=1);

namespace Causeway\Connections;

use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\Registry;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\SystemRule;

/** Configures and tests connections, for every door alike: what a field must look like is said by the system's own declaration. */
final class ConnectionDesk {

	private const MAX_LENGTH = 4096;

	public function __construct( private readonly ConnectionStore $store, private readonly Registry $registry, private readonly Catalog $catalog ) {}

	/**
	 * Creates or changes a connection.
	 *
	 * A field left out stays as it is; '' clears it. Nothing is saved unless everything is right.
	 *
	 * @param array<string, string> $values Plain and secret fields alike, by field id.
	 * @return array<string, string> What is wrong, by field id (`system` for the system itself); empty where it was saved.
	 */
	public function save( string $id, string $systemId, #[\SensitiveParameter] array $values, bool $mayWrite ): array {
		$system = $this->catalog->system( $systemId );
		if ( null === $system || $system->isLocal ) {
			/* translators: %s: the id that was given, such as zoho-crm */
			return [ 'system' => sprintf( __( 'Causeway knows no system “%s” that can be connected.', 'causeway' ), $systemId ) ];
		}
		if ( 1 !== preg_match( '/^[a-z0-9][a-z0-9-]{0,31}$/', $id ) ) {
			return [ 'id' => __( 'A connection’s id is made of small letters, digits and dashes, at most 32.', 'causeway' ) ];
		}
		$stored = $this->store->get( $id );
		if ( null !== $stored && $stored->system !== $systemId ) {
			return [ 'id' => __( 'This id belongs to a connection to another system. Choose another id.', 'causeway' ) ];
		}
		$fields   = $stored->fields ?? [];
		$secrets  = [];
		$problems = $this->unknownFields( $system, $values );
		foreach ( $system->fields as $field ) {
			$isSecret = 'secret' === $field['kind'];
			$isGiven  = array_key_exists( $field['id'], $values );
			$value    = trim( $values[ $field['id'] ] ?? ( $isSecret ? $stored->secrets[ $field['id'] ] ?? '' : $fields[ $field['id'] ] ?? $field['initial'] ) );
			$problem  = $this->problemOf( $field, $value );
			if ( '' !== $problem ) {
				$problems[ $field['id'] ] = $problem;
			}
			if ( ! $isSecret ) {
				$fields[ $field['id'] ] = $value;
			} elseif ( $isGiven ) {
				$secrets[ $field['id'] ] = $value;
			}
		}
		if ( [] === $problems ) {
			$this->store->save( new ConnectionDraft( $id, $systemId, $fields, $secrets, $mayWrite ) );
		}
		return $problems;
	}

	public function remove( string $id ): bool {
		if ( null === $this->store->get( $id ) ) {
			return false;
		}
		$this->store->delete( $id );
		return true;
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
		return $conditions;
	}

	/** @return list<Connection> */
	public function all(): array {
		return $this->store->all();
	}

	/** @return list<Condition> As last seen. */
	public function conditions( string $id ): array {
		return $this->store->conditions( $id );
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
	 * @param array<string, string> $values
	 * @return array<string, string>
	 */
	private function unknownFields( SystemRule $system, array $values ): array {
		$problems = [];
		foreach ( array_diff( array_keys( $values ), array_column( $system->fields, 'id' ) ) as $name ) {
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
		if ( 'url' === $field['kind'] && 1 !== preg_match( '#^https?://[^\s/?\#@]+(/[^\s?\#]*)?$#', $value ) ) {
			return __( 'This is not a web address. It starts with https:// and has no user name, question mark or hash.', 'causeway' );
		}
		return '';
	}
}
