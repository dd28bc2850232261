<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;

/** A field of the Contacts module, as its metadata describes it. */
final class Field {

	/**
	 * @param list<string> $hiddenFrom Names of the profiles that may not see it.
	 * @param int          $profiles   How many profiles the metadata names.
	 * @param bool         $isVisible  Whether the CRM shows it to the connection's own user; true where it does not say.
	 */
	private function __construct(
		public readonly string $apiName,
		public readonly string $label,
		public readonly array $hiddenFrom,
		public readonly int $profiles,
		public readonly string $layoutId,
		public readonly bool $isVisible,
	) {}

	/** @param array<mixed> $row */
	public static function fromRow( array $row ): self {
		$profiles = JsonPath::rows( $row, 'profiles' );
		$hidden   = [];
		foreach ( $profiles as $profile ) {
			if ( 'hidden' === JsonPath::text( $profile, 'permission_type' ) ) {
				$hidden[] = Redactor::clip( JsonPath::text( $profile, 'name' ), 60 );
			}
		}
		$layout = JsonPath::text( $row, 'layout_associations', 0, 'id' );
		return new self(
			JsonPath::text( $row, 'api_name' ),
			Redactor::clip( JsonPath::text( $row, 'field_label' ), 100 ),
			$hidden,
			count( $profiles ),
			GetContact::isId( $layout ) ? $layout : '',
			'false' !== JsonPath::text( $row, 'visible' ),
		);
	}
}
