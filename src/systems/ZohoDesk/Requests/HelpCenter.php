<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Systems\ZohoDesk\DeskId;

/** A Help Center of the organisation: the pages on which customers log in. */
final class HelpCenter {

	/** @param string $url '' where it is not told. */
	private function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly string $url,
		public readonly bool $isOpen,
		public readonly bool $isDefault,
	) {}

	/** @param array<mixed> $row Null where it names no id. */
	public static function fromRow( array $row ): ?self {
		$id  = DeskId::of( JsonPath::text( $row, 'id' ) );
		$url = JsonPath::text( $row, 'url' );
		return '' === $id ? null : new self(
			$id,
			Redactor::clip( JsonPath::text( $row, 'name' ), 60 ),
			1 === preg_match( '#^https?://[^\s"\'<>\\\\]{1,180}$#D', $url ) ? $url : '',
			'DISABLED' !== strtoupper( JsonPath::text( $row, 'status' ) ),
			'true' === JsonPath::text( $row, 'isDefault' ),
		);
	}

	/** Evidence in a few words: which one, and where. */
	public function label(): string {
		return ( '' === $this->name ? $this->id : $this->name ) . ( '' === $this->url ? '' : ', ' . $this->url );
	}
}
