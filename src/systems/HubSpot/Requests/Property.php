<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;

/** A property of contacts, as it is defined. */
final class Property {

	public function __construct( public readonly string $name, public readonly string $label ) {}

	/** Whether a text can be the internal name of one. */
	public static function isName( string $text ): bool {
		return 1 === preg_match( '/^[a-z][a-z0-9_]{0,99}$/D', $text );
	}

	/** @param array<mixed> $row */
	public static function of( array $row ): self {
		return new self( JsonPath::text( $row, 'name' ), Redactor::clip( JsonPath::text( $row, 'label' ), 100 ) );
	}
}
