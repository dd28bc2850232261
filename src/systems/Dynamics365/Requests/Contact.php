<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Systems\Dynamics365\Guid;
use Causeway\Systems\Dynamics365\OData;

/** A contact as far as it was read: a live one, or one of the recycle bin. */
final class Contact {

	/** What every environment has. */
	public const CERTAIN = [ 'contactid', 'fullname', 'emailaddress1', 'emailaddress2', 'emailaddress3', 'statecode', '_parentcustomerid_value', 'modifiedon' ];

	/** With what tells of a merge. */
	public const COLUMNS = [ ...self::CERTAIN, 'merged', '_masterid_value' ];

	public readonly string $id;

	/** @param array<mixed> $row */
	public function __construct( private readonly array $row ) {
		$this->id = Guid::of( JsonPath::text( $row, 'contactid' ) );
	}

	public function name(): string {
		return $this->text( 'fullname' );
	}

	/** The address that portals and invitations use. */
	public function email(): string {
		return mb_strtolower( $this->text( 'emailaddress1' ) );
	}

	/** Whether any of the three addresses is this one. Compared without case, as Dataverse does. */
	public function bears( string $address ): bool {
		$addresses = array_map( fn ( int $number ): string => mb_strtolower( $this->text( 'emailaddress' . $number ) ), [ 1, 2, 3 ] );
		return '' !== $address && in_array( mb_strtolower( $address ), $addresses, true );
	}

	/** A column's value; '' where it is empty. */
	public function text( string $column ): string {
		return trim( JsonPath::text( $this->row, $column ) );
	}

	/** Whether the answer holds the column, be it empty. */
	public function has( string $column ): bool {
		return JsonPath::has( $this->row, $column );
	}

	/** State 0 is active, 1 inactive. */
	public function isActive(): bool {
		return '1' !== $this->text( 'statecode' );
	}

	/** The contact that took this one's place; '' where it was not merged. */
	public function survivor(): string {
		return 'true' === $this->text( 'merged' ) ? Guid::of( $this->text( '_masterid_value' ) ) : '';
	}

	public function isMerged(): bool {
		return 'true' === $this->text( 'merged' );
	}

	/** Id of the Account or contact behind “Company Name”; '' where the field is empty. */
	public function parentId(): string {
		return Guid::of( $this->text( '_parentcustomerid_value' ) );
	}

	/** `account` or `contact`; '' where the answer does not say. */
	public function parentTable(): string {
		return OData::note( $this->row, '_parentcustomerid_value', 'Microsoft.Dynamics.CRM.lookuplogicalname' );
	}

	public function parentName(): string {
		return OData::nameOf( $this->row, '_parentcustomerid_value' );
	}
}
