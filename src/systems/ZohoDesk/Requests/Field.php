<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;

/** A field of the contacts. */
final class Field {

	private function __construct(
		public readonly string $apiName,
		public readonly string $label,
		public readonly bool $isOn,
		public readonly bool $isInHelpCenter,
	) {}

	/** @param array<mixed> $row What it does not say counts as yes. */
	public static function fromRow( array $row ): self {
		return new self(
			JsonPath::text( $row, 'apiName' ),
			Redactor::clip( JsonPath::text( $row, 'displayLabel' ), 100 ),
			'false' !== JsonPath::text( $row, 'isPresence' ),
			'false' !== JsonPath::text( $row, 'showToHelpCenter' ),
		);
	}
}
