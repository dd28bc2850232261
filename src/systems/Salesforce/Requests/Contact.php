<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Systems\Salesforce\SalesforceId;
use Causeway\Systems\Salesforce\SalesforceTime;

/** A contact, live or in the recycle bin, as far as it was read. */
final class Contact {

	public readonly string $id;

	/** @param array<mixed> $record */
	public function __construct( private readonly array $record ) {
		$this->id = SalesforceId::of( SalesforceId::CONTACT, JsonPath::text( $record, 'Id' ) );
	}

	public function text( string $field ): string {
		return trim( JsonPath::text( $this->record, $field ) );
	}

	/** Whether the answer names the field at all: one that the connection's user may not see is not asked for. */
	public function has( string $field ): bool {
		return JsonPath::has( $this->record, $field );
	}

	public function name(): string {
		return Redactor::clip( $this->text( 'Name' ), 100 );
	}

	public function accountId(): string {
		return SalesforceId::of( SalesforceId::ACCOUNT, $this->text( 'AccountId' ) );
	}

	public function accountName(): string {
		return Redactor::clip( JsonPath::text( $this->record, 'Account', 'Name' ), 100 );
	}

	public function isDeleted(): bool {
		return 'true' === $this->text( 'IsDeleted' );
	}

	/** The contact that took this one's place when both were merged; '' where there was no merge. */
	public function masterId(): string {
		return SalesforceId::of( SalesforceId::CONTACT, $this->text( 'MasterRecordId' ) );
	}

	public function hasAddress( string $email ): bool {
		return '' !== $email && mb_strtolower( $this->text( 'Email' ) ) === mb_strtolower( trim( $email ) );
	}

	/** Unix seconds; 0 where it is not said. */
	public function changedAt(): int {
		return SalesforceTime::of( $this->text( 'LastModifiedDate' ) );
	}

	public function changedBy(): string {
		return Redactor::clip( JsonPath::text( $this->record, 'LastModifiedBy', 'Name' ), 100 );
	}

	/** When in UTC and by whom it was last changed, which is the deletion of a deleted one; '' where neither is known. */
	public function lastChange(): string {
		return trim( SalesforceTime::sentence( $this->changedAt() ) . ( '' === $this->changedBy() ? '' : ' by ' . $this->changedBy() ) );
	}
}
