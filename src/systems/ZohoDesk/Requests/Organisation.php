<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;

/** An organisation in Zoho Desk. */
final class Organisation {

	/** @param string $portalName As in the addresses of its screens; '' where it is not told. */
	private function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly string $portalName,
		public readonly string $edition,
	) {}

	/** @param array<mixed> $row Null where it names no number. */
	public static function fromRow( array $row ): ?self {
		$id = JsonPath::text( $row, 'id' );
		return 1 !== preg_match( '/^\d{1,25}$/D', $id ) ? null : new self(
			$id,
			Redactor::clip( JsonPath::text( $row, 'companyName' ), 100 ),
			Redactor::clip( JsonPath::text( $row, 'portalName' ), 100 ),
			Redactor::clip( JsonPath::text( $row, 'edition' ), 30 ),
		);
	}

	public function label(): string {
		return trim( $this->name . ' (' . $this->id . ')' );
	}
}
