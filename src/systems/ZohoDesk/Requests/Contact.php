<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Systems\ZohoDesk\DeskId;

/** A contact, as far as it was read. */
final class Contact {

	/** @param array<mixed> $record */
	public function __construct( public readonly string $id, private readonly array $record ) {}

	/** @param array<mixed> $row Null where it names no id. */
	public static function fromRow( array $row ): ?self {
		$id = DeskId::of( JsonPath::text( $row, 'id' ) );
		return '' === $id ? null : new self( $id, $row );
	}

	public function name(): string {
		return Redactor::clip( trim( JsonPath::text( $this->record, 'firstName' ) . ' ' . JsonPath::text( $this->record, 'lastName' ) ), 100 );
	}

	/** Lower case; '' where it has none. */
	public function email(): string {
		return mb_strtolower( trim( JsonPath::text( $this->record, 'email' ) ) );
	}

	/** Whether either of its two addresses is this one, compared in full and without case. */
	public function hasAddress( string $address ): bool {
		return '' !== $address && in_array( mb_strtolower( trim( $address ) ), [ $this->email(), mb_strtolower( trim( JsonPath::text( $this->record, 'secondaryEmail' ) ) ) ], true );
	}

	/** Whether the answer names the field at all. */
	public function has( string $field ): bool {
		return JsonPath::has( $this->record, $field );
	}

	public function accountId(): string {
		return DeskId::of( JsonPath::text( $this->record, 'accountId' ) );
	}

	/** The account's name; '' where it was not asked for. */
	public function accountName(): string {
		return Redactor::clip( JsonPath::text( $this->record, 'account', 'accountName' ), 100 );
	}

	/** The contact of Zoho CRM that this one is kept in step with; '' where there is none, or it is a lead there. */
	public function crmContactId(): string {
		$isContact = in_array( strtolower( JsonPath::text( $this->record, 'zohoCRMContact', 'type' ) ), [ 'contact', 'contacts' ], true );
		return $isContact ? DeskId::of( JsonPath::text( $this->record, 'zohoCRMContact', 'id' ) ) : '';
	}

	/** In the recycle bin. */
	public function isTrashed(): bool {
		return 'true' === JsonPath::text( $this->record, 'isTrashed' );
	}

	/** Gone from the recycle bin too. */
	public function isDeleted(): bool {
		return 'true' === JsonPath::text( $this->record, 'isDeleted' ) && ! $this->isTrashed();
	}

	/** Address of its page; '' where it is not told. */
	public function webUrl(): string {
		$url = JsonPath::text( $this->record, 'webUrl' );
		return 1 === preg_match( '#^https?://[^\s"\'<>\\\\]{1,480}$#D', $url ) ? $url : '';
	}

	public function time( string $field ): string {
		return JsonPath::text( $this->record, $field );
	}
}
