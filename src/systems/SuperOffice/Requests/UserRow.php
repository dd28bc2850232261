<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;

/** A login user as the list of users shows it. */
final class UserRow {

	/**
	 * @param string      $associateId The user's id.
	 * @param string      $personId    Of the contact card; '' where no card belongs to the user.
	 * @param string      $companyId   Of the card's company.
	 * @param string|null $plan        The user plan's name, '' for none; null where the list does not tell.
	 */
	private function __construct(
		public readonly string $associateId,
		public readonly string $personId,
		public readonly string $companyId,
		public readonly string $name,
		public readonly string $userName,
		public readonly string $email,
		public readonly Truth $isActive,
		public readonly Truth $canLogin,
		public readonly ?string $plan,
	) {}

	/** @param array<mixed> $row Null where it has no id. */
	public static function fromRow( array $row ): ?self {
		$id = self::id( JsonPath::text( $row, 'associateDbId' ) );
		$id = '' === $id ? self::id( JsonPath::text( $row, 'PrimaryKey' ) ) : $id;
		return '' === $id ? null : new self(
			$id,
			self::id( JsonPath::text( $row, 'personId' ) ),
			self::id( JsonPath::text( $row, 'contactId' ) ),
			JsonPath::text( $row, 'fullName' ),
			trim( JsonPath::text( $row, 'userName' ) ),
			trim( JsonPath::text( $row, 'personEmail' ) ),
			self::truth( JsonPath::text( $row, 'isActive' ) ),
			self::truth( JsonPath::text( $row, 'canLogin' ) ),
			JsonPath::has( $row, 'userplan' ) ? trim( JsonPath::text( $row, 'userplan' ) ) : null,
		);
	}

	/** Whether the list shows that address as login name or on the card. */
	public function bears( string $address ): bool {
		return '' !== $address && in_array( strtolower( $address ), [ strtolower( $this->userName ), strtolower( $this->email ) ], true );
	}

	public function isNamed( string $userName ): bool {
		return '' !== $userName && 0 === strcasecmp( $this->userName, $userName );
	}

	/** Evidence in one line. */
	public function sentence(): string {
		return ( '' === $this->name ? 'User' : $this->name ) . ' (user ' . $this->associateId . ', login name ' . ( '' === $this->userName ? 'none' : $this->userName ) . ')';
	}

	/** An id of the database: a number above nought, as text; '' for anything else. */
	public static function id( string $text ): string {
		return 1 === preg_match( '/^[1-9]\d{0,9}$/D', $text ) ? $text : '';
	}

	/** Archives write yes and no as numbers or as words. */
	public static function truth( string $cell ): Truth {
		return match ( strtolower( $cell ) ) {
			'1', 'true' => Truth::True,
			'0', 'false' => Truth::False,
			default => Truth::Unknown,
		};
	}
}
