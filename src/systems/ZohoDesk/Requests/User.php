<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoDesk\DeskId;

/** A user of the Help Center, as far as it was read. */
final class User {

	public const ACTIVE   = 'ACTIVE';
	public const DISABLED = 'DISABLED';
	public const DELETED  = 'DELETED';

	/**
	 * @param string $email       First address, lower case; '' where it is not told.
	 * @param string $contactId   '' where no contact belongs to it.
	 * @param bool   $isWhole     Whether contact and confirmation were read as well.
	 * @param Truth  $isConfirmed Whether the first address was confirmed.
	 * @param string $lastVisit   As it was written; '' for never.
	 */
	private function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly string $email,
		public readonly string $status,
		public readonly string $contactId,
		public readonly bool $isWhole,
		public readonly Truth $isConfirmed,
		public readonly string $lastVisit,
		public readonly bool $tellsVisits,
	) {}

	/** One of whom only id and status are known yet. */
	public static function listed( string $id, string $status ): self {
		return new self( $id, '', '', $status, '', false, Truth::Unknown, '', false );
	}

	/** @param array<mixed> $row Of the list of users, or a user whole. */
	public static function fromRow( array $row ): ?self {
		$id = DeskId::of( JsonPath::text( $row, 'id' ) );
		if ( '' === $id ) {
			return null;
		}
		$first = self::firstAddress( JsonPath::rows( $row, 'email' ) );
		$email = JsonPath::text( $row, 'emailAddress' );
		return new self(
			$id,
			Redactor::clip( JsonPath::text( $row, 'name' ), 100 ),
			mb_strtolower( trim( '' === $email ? JsonPath::text( $first, 'emailAddress' ) : $email ) ),
			strtoupper( JsonPath::text( $row, 'status' ) ),
			DeskId::of( JsonPath::text( $row, 'contactId' ) ),
			JsonPath::has( $row, 'contactId' ),
			match ( JsonPath::text( $first, 'isVerified' ) ) {
				'true' => Truth::True,
				'false' => Truth::False,
				default => Truth::Unknown,
			},
			JsonPath::text( $row, 'lastAccessedTime' ),
			JsonPath::has( $row, 'lastAccessedTime' ),
		);
	}

	/** One line for a person: who it is. */
	public function label(): string {
		return '' === $this->name . $this->email ? $this->id : trim( $this->name . ' ' . $this->email ) . ' (' . $this->id . ')';
	}

	public function isGone(): bool {
		return self::DELETED === $this->status;
	}

	/**
	 * @param list<array<mixed>> $addresses
	 * @return array<mixed>
	 */
	private static function firstAddress( array $addresses ): array {
		foreach ( $addresses as $address ) {
			if ( 'true' === JsonPath::text( $address, 'isPrimary' ) ) {
				return $address;
			}
		}
		return $addresses[0] ?? [];
	}
}
