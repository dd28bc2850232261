<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Requests;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Systems\HubSpot\HubSpotId;
use Causeway\Systems\HubSpot\HubSpotTime;

/** A contact, active or deleted, as far as it was read. */
final class Contact {

	/** Properties that every account has. */
	public const CERTAIN = [ 'email', 'firstname', 'lastname', 'associatedcompanyid', 'lastmodifieddate', 'hs_additional_emails', 'hs_merged_object_ids' ];

	/** What HubSpot's own memberships keep on a contact; accounts without them may lack these. */
	public const MEMBERSHIP = [
		'hs_content_membership_email',
		'hs_content_membership_status',
		'hs_content_membership_registered_at',
		'hs_content_membership_registration_email_sent_at',
	];

	/** How long a deleted contact can be restored. Source: https://knowledge.hubspot.com/records/restore-deleted-records */
	public const KEPT_SECONDS = 90 * 86_400;

	/** @param array<mixed> $row */
	private function __construct( public readonly string $id, private readonly array $row ) {}

	/**
	 * @param array<mixed> $row
	 * @throws ConnectorFault Malformed, where the row names no record.
	 */
	public static function of( array $row ): self {
		$id = HubSpotId::of( JsonPath::text( $row, 'id' ) );
		return '' === $id ? throw new ConnectorFault( FaultKind::Malformed, 'The answer holds no contact.' ) : new self( $id, $row );
	}

	/** A property's value; '' where it is empty. */
	public function text( string $property ): string {
		return trim( JsonPath::text( $this->row, 'properties', $property ) );
	}

	/** Whether the answer names the property at all: one that the account does not have is left out. */
	public function has( string $property ): bool {
		return JsonPath::has( $this->row['properties'] ?? null, $property );
	}

	/** Lower case, as HubSpot keeps it. */
	public function email(): string {
		return mb_strtolower( $this->text( 'email' ) );
	}

	/** @return list<string> */
	public function additionalEmails(): array {
		return self::parts( mb_strtolower( $this->text( 'hs_additional_emails' ) ) );
	}

	/** @return list<string> Ids of contacts that were merged into this one. */
	public function mergedIds(): array {
		return array_values( array_filter( array_map( HubSpotId::of( ... ), self::parts( $this->text( 'hs_merged_object_ids' ) ) ), static fn ( string $id ): bool => '' !== $id ) );
	}

	/** The primary company's id; '' where there is none. */
	public function companyId(): string {
		return HubSpotId::of( $this->text( 'associatedcompanyid' ) );
	}

	public function name(): string {
		$name = trim( $this->text( 'firstname' ) . ' ' . $this->text( 'lastname' ) );
		return Redactor::clip( '' === $name ? $this->text( 'email' ) : $name, 100 );
	}

	/** Name and id, for a sentence. */
	public function label(): string {
		return trim( $this->name() . ' (' . $this->id . ')' );
	}

	/** Unix seconds; 0 where it is not deleted. */
	public function archivedAt(): int {
		return HubSpotTime::unix( JsonPath::text( $this->row, 'archivedAt' ) );
	}

	/** Unix seconds; 0 where it was not read. */
	public function changedAt(): int {
		return HubSpotTime::unix( $this->text( 'lastmodifieddate' ) );
	}

	/** @return list<string> HubSpot separates values by semicolons. */
	private static function parts( string $text ): array {
		return array_values( array_filter( array_map( 'trim', explode( ';', $text ) ), static fn ( string $part ): bool => '' !== $part ) );
	}
}
