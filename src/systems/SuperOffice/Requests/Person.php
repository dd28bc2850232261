<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;

/** A contact card. */
final class Person {

	/**
	 * @param list<string>      $emails   In the order of the card; the first one is its own.
	 * @param list<string>|null $bouncing Addresses to which mail did not get through, lower case; null where the answer does not tell.
	 */
	private function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly array $emails,
		public readonly ?array $bouncing,
		public readonly bool $isRetired,
		public readonly string $companyId,
	) {}

	/** @param array<mixed> $json */
	public static function fromJson( array $json ): self {
		$emails   = array_map( static fn ( array $email ): string => trim( JsonPath::text( $email, 'Value' ) ), JsonPath::rows( $json, 'Emails' ) );
		$bouncing = $json['BounceEmails'] ?? null;
		return new self(
			UserRow::id( JsonPath::text( $json, 'PersonId' ) ),
			Redactor::clip( JsonPath::text( $json, 'FullName' ), 100 ),
			array_values( array_filter( $emails, static fn ( string $email ): bool => '' !== $email ) ),
			is_array( $bouncing ) ? array_values( array_map( strtolower( ... ), array_filter( $bouncing, is_string( ... ) ) ) ) : null,
			'true' === JsonPath::text( $json, 'Retired' ) || '1' === JsonPath::text( $json, 'Retired' ),
			UserRow::id( JsonPath::text( $json, 'Contact', 'ContactId' ) ),
		);
	}

	/** The card's first address; '' where it has none. */
	public function email(): string {
		return $this->emails[0] ?? '';
	}

	public function sentence(): string {
		return ( '' === $this->name ? 'Contact card' : $this->name ) . ' (contact ' . $this->id . ')';
	}
}
