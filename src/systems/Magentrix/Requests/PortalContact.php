<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;

/** The portal's copy of a contact of the CRM. */
final class PortalContact {

	/** The check box by which a CRM switches the portal's users on and off; how the field is called depends on the import. */
	private const COMMUNITY_FIELD = '/^(?:[A-Za-z]+__)?(?:Magentrix_?)?(?:Is_?)?Community_?User(?:__c)?$/i';

	/** @param array<mixed> $row */
	private function __construct( public readonly string $id, private readonly array $row ) {}

	/** @param array<mixed> $row Null where it has no id. */
	public static function fromRow( array $row ): ?self {
		$id = PortalUser::id( JsonPath::text( $row, 'Id' ) );
		return '' === $id ? null : new self( $id, $row );
	}

	public function email(): string {
		return trim( JsonPath::text( $this->row, 'Email' ) );
	}

	public function isDeleted(): bool {
		return 'true' === JsonPath::text( $this->row, 'IsDeleted' );
	}

	/** A field's text, '' where it is empty; null where the record does not show the field. */
	public function field( string $name ): ?string {
		return JsonPath::has( $this->row, $name ) ? trim( JsonPath::text( $this->row, $name ) ) : null;
	}

	public function isCommunityUser(): Truth {
		foreach ( $this->row as $field => $value ) {
			if ( is_bool( $value ) && 1 === preg_match( self::COMMUNITY_FIELD, (string) $field ) ) {
				return Truth::of( $value );
			}
		}
		return Truth::Unknown;
	}

	/** Unix seconds; 0 where it is not said. */
	public function modifiedAt(): int {
		return Moment::of( JsonPath::text( $this->row, 'ModifiedOn' ) );
	}

	/** Evidence in one line. */
	public function sentence(): string {
		$name = trim( JsonPath::text( $this->row, 'Name' ) );
		return ( '' === $name ? 'Contact' : $name ) . ' (contact ' . $this->id . ')';
	}
}
