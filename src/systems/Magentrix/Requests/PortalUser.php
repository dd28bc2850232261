<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;

/**
 * A user of the portal. Which fields there are is documented, but for the lookup of the contact and the kind of licence: those are known
 * by their look.
 *
 * Source: https://help.magentrix.com/wikis/devguide/user-class-reference
 */
final class PortalUser {

	private const CONTACT_FIELD = '/^(?:[A-Za-z]+__)?(?:CRM)?Contact_?(?:Id)?(?:__c)?$/i';

	private const TYPE_FIELD = '/^(?:User|Licen[cs]e)_?Type(?:__c)?$|^User_?Licen[cs]e(?:__c)?$/i';

	/** @param array<mixed> $row */
	private function __construct( public readonly string $id, private readonly array $row ) {}

	/** @param array<mixed> $row Null where it has no id. */
	public static function fromRow( array $row ): ?self {
		$id = self::id( JsonPath::text( $row, 'Id' ) );
		return '' === $id ? null : new self( $id, $row );
	}

	/** An id of the portal or of a CRM: letters, digits, hyphens; '' for anything else. */
	public static function id( string $text ): string {
		return 1 === preg_match( '/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/D', $text ) ? $text : '';
	}

	public function email(): string {
		return trim( JsonPath::text( $this->row, 'Email' ) );
	}

	public function username(): string {
		return trim( JsonPath::text( $this->row, 'Username' ) );
	}

	public function isActive(): Truth {
		return match ( JsonPath::text( $this->row, 'IsActive' ) ) {
			'true' => Truth::True,
			'false' => Truth::False,
			default => Truth::Unknown,
		};
	}

	/** A field's text, '' where it is empty; null where the record does not show the field. */
	public function field( string $name ): ?string {
		return '' !== $name && JsonPath::has( $this->row, $name ) ? trim( JsonPath::text( $this->row, $name ) ) : null;
	}

	/** Name of the contact's lookup field; '' where the record shows none. */
	public function contactField(): string {
		return self::named( $this->row, self::CONTACT_FIELD );
	}

	public function typeField(): string {
		return self::named( $this->row, self::TYPE_FIELD );
	}

	/** Whether the kind of licence asks for a contact: a colleague's does not, a partner's and a customer's does. */
	public function needsContact(): Truth {
		return self::wantsContact( $this->field( $this->typeField() ) ?? '' );
	}

	public static function wantsContact( string $type ): Truth {
		return match ( true ) {
			1 === preg_match( '/employee|internal|staff|standard/i', $type ) => Truth::False,
			1 === preg_match( '/partner|customer|community|external/i', $type ) => Truth::True,
			default => Truth::Unknown,
		};
	}

	/** Unix seconds; 0 where it is not said. */
	public function modifiedAt(): int {
		return Moment::of( JsonPath::text( $this->row, 'ModifiedOn' ) );
	}

	/** Unix seconds; 0 for never, null where the record does not show it. */
	public function lastLoginAt(): ?int {
		$text = $this->field( 'LastLogin' );
		return null === $text ? null : Moment::of( $text );
	}

	/** Evidence in one line. */
	public function sentence(): string {
		$name = trim( JsonPath::text( $this->row, 'Name' ) );
		return ( '' === $name ? 'User' : $name ) . ' (' . ( '' === $this->username() ? $this->id : $this->username() ) . ')';
	}

	/** @param array<mixed> $row */
	private static function named( array $row, string $pattern ): string {
		foreach ( array_keys( $row ) as $field ) {
			// A record below the field is a relation and no id.
			if ( 1 === preg_match( $pattern, (string) $field ) && ! is_array( $row[ $field ] ) ) {
				return (string) $field;
			}
		}
		return '';
	}
}
