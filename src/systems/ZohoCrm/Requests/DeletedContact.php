<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;

/** What the CRM still tells of a contact that was deleted. Its e-mail address is never among it. */
final class DeletedContact {

	/** How long the recycle bin keeps a record. */
	private const BIN_SECONDS = 60 * 86_400;

	private function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly string $deletedAt,
		public readonly string $deletedBy,
		public readonly bool $isPermanent,
	) {}

	/** @param array<mixed> $row Of the recycle bin or of the list of deleted records. */
	public static function fromRow( array $row ): self {
		return new self(
			JsonPath::text( $row, 'id' ),
			Redactor::clip( JsonPath::text( $row, 'display_name' ), 100 ),
			self::time( JsonPath::text( $row, 'deleted_time' ) ),
			Redactor::clip( JsonPath::text( $row, 'deleted_by', 'name' ), 100 ),
			'permanent' === JsonPath::text( $row, 'type' ),
		);
	}

	/** Evidence in one line: who, when, by whom. */
	public function sentence(): string {
		return $this->name . ' (' . $this->id . ')'
			. ( '' === $this->deletedAt ? '' : ', deleted ' . $this->deletedAt )
			. ( '' === $this->deletedBy ? '' : ' by ' . $this->deletedBy );
	}

	/** Until when it can be put back, Unix seconds; 0 where that is not said, or it is not in the bin any more. */
	public function endsAt(): int {
		$time = \DateTimeImmutable::createFromFormat( '!Y-m-d H:i \U\T\C', $this->deletedAt, new \DateTimeZone( 'UTC' ) );
		return false === $time || $this->isPermanent ? 0 : $time->getTimestamp() + self::BIN_SECONDS;
	}

	/** In UTC; '' where it is no time at all. */
	private static function time( string $text ): string {
		$time = \DateTimeImmutable::createFromFormat( \DateTimeInterface::ATOM, $text );
		return false === $time ? '' : $time->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i' ) . ' UTC';
	}
}
