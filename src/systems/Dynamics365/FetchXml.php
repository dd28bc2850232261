<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

/**
 * A query in FetchXML, the only language that reaches the recycle bin.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/overview
 */
final class FetchXml {

	/** `<condition … operator="eq" …/>` with the value made harmless. */
	public static function equals( string $column, string $value ): string {
		return '<condition attribute="' . self::attribute( $column ) . '" operator="eq" value="' . self::attribute( $value ) . '"/>';
	}

	/**
	 * A query of the recycle bin for contacts.
	 *
	 * @param list<string>           $columns
	 * @param string                 $filter Conditions; '' for everything.
	 * @param array<string, string>  $paging Attributes of `fetch` (`top`; `count`, `page`).
	 */
	public static function ofBin( array $columns, string $filter, array $paging ): string {
		$shown = implode( '', array_map( static fn ( string $column ): string => '<attribute name="' . self::attribute( $column ) . '"/>', $columns ) );
		$pages = implode( '', array_map( static fn ( string $name, string $value ): string => ' ' . $name . '="' . self::attribute( $value ) . '"', array_keys( $paging ), $paging ) );
		return '<fetch datasource="bin"' . $pages . '><entity name="contact">' . $shown . '<order attribute="contactid"/>' . ( '' === $filter ? '' : '<filter type="or">' . $filter . '</filter>' ) . '</entity></fetch>';
	}

	private static function attribute( string $text ): string {
		return htmlspecialchars( $text, ENT_QUOTES | ENT_XML1 | ENT_SUBSTITUTE, 'UTF-8' );
	}
}
