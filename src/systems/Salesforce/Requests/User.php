<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Systems\Salesforce\SalesforceId;
use Causeway\Systems\Salesforce\SalesforceTime;

/** A user of the organisation: somebody who logs in at Salesforce or at one of its sites. */
final class User {

	/** Types of users who work for the organisation itself, or are no person. */
	private const INTERNAL = [ 'Standard', 'CsnOnly', 'AutomatedProcess', 'CloudIntegrationUser', 'Guest' ];

	public readonly string $id;

	public readonly string $contactId;

	public readonly string $username;

	public readonly string $email;

	public readonly string $licence;

	/** @param array<mixed> $record */
	public function __construct( private readonly array $record ) {
		$this->id        = SalesforceId::of( '005', JsonPath::text( $record, 'Id' ) );
		$this->contactId = SalesforceId::of( SalesforceId::CONTACT, JsonPath::text( $record, 'ContactId' ) );
		$this->username  = Redactor::clip( JsonPath::text( $record, 'Username' ), 100 );
		$this->email     = Redactor::clip( JsonPath::text( $record, 'Email' ), 100 );
		$this->licence   = Redactor::clip( JsonPath::text( $record, 'Profile', 'UserLicense', 'Name' ), 100 );
	}

	public function isActive(): bool {
		return 'true' === JsonPath::text( $this->record, 'IsActive' );
	}

	/** Whether it belongs to a customer or partner, so that the rules of contacts hold for it. */
	public function isExternal(): bool {
		return '' !== $this->contactId || ! in_array( JsonPath::text( $this->record, 'UserType' ), self::INTERNAL, true );
	}

	public function type(): string {
		return Redactor::clip( JsonPath::text( $this->record, 'UserType' ), 40 );
	}

	/** '' where it never logged in. */
	public function lastLogin(): string {
		return SalesforceTime::sentence( SalesforceTime::of( JsonPath::text( $this->record, 'LastLoginDate' ) ) );
	}

	public function isNamed( string $typed ): bool {
		return mb_strtolower( $this->username ) === mb_strtolower( trim( $typed ) );
	}

	/** Evidence in a few words. */
	public function sentence(): string {
		return $this->username . ' (' . $this->id . ')';
	}
}
