<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Systems\ZohoDesk\DeskId;
use Causeway\Systems\ZohoDesk\DeskTime;

/** A row of the recycle bin. The e-mail address of a contact is never among what it tells. */
final class TrashedContact {

	/** @param bool $isContact False where the filter by module was not heeded, and the row is of another one. */
	private function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly string $deletedAt,
		public readonly string $deletedBy,
		public readonly int $deletedAtMilliseconds,
		public readonly bool $isContact,
	) {}

	/** @param array<mixed> $row */
	public static function fromRow( array $row ): ?self {
		$id   = DeskId::of( JsonPath::text( $row, 'id' ) );
		$time = JsonPath::text( $row, 'deletedTime' );
		$type = JsonPath::text( $row, 'type' ) . JsonPath::text( $row, 'type', 0 );
		return '' === $id ? null : new self(
			$id,
			Redactor::clip( JsonPath::text( $row, 'displayName' ), 100 ),
			DeskTime::shown( $time ),
			Redactor::clip( trim( JsonPath::text( $row, 'deletedBy', 'firstName' ) . ' ' . JsonPath::text( $row, 'deletedBy', 'lastName' ) ), 100 ),
			DeskTime::milliseconds( $time ),
			'' === $type || str_starts_with( strtolower( $type ), 'contact' ),
		);
	}

	/** Evidence in one line: who, when, by whom. */
	public function sentence(): string {
		return $this->name . ' (' . $this->id . ')'
			. ( '' === $this->deletedAt ? '' : ', deleted ' . $this->deletedAt )
			. ( '' === $this->deletedBy ? '' : ' by ' . $this->deletedBy );
	}
}
