<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\JsonPath;

/** A live contact, as far as it was read. */
final class Contact {

	/** @param array<mixed> $record */
	public function __construct( public readonly string $id, private readonly array $record ) {}

	/** A field's value as text; '' where it is empty. A lookup reads as its name. */
	public function text( string $field ): string {
		$value = JsonPath::text( $this->record, $field );
		return trim( '' === $value ? JsonPath::text( $this->record, $field, 'name' ) : $value );
	}

	/** Whether the answer names the field at all: one that the connection's user may not see is left out. */
	public function has( string $field ): bool {
		return JsonPath::has( $this->record, $field );
	}

	public function accountId(): string {
		return JsonPath::text( $this->record, 'Account_Name', 'id' );
	}

	/** Compared in full and without case: the CRM's search also finds addresses that merely contain the one asked for. */
	public function hasAddress( string $email, string ...$fields ): bool {
		foreach ( $fields as $field ) {
			if ( '' !== $email && strtolower( $this->text( $field ) ) === strtolower( trim( $email ) ) ) {
				return true;
			}
		}
		return false;
	}
}
