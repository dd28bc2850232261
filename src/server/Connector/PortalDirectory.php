<?php

declare(strict_types=1);

namespace Causeway\Connector;

/**
 * What the free Catalyst Connect plugin keeps in its own tables on this site. Passwords, tokens and the contact's JSON are never read.
 *
 * Source of the columns: the plugin's published code, version 2.2.0.
 */
interface PortalDirectory {

	/** System behind that portal: each row's `crmId` names a contact there. */
	public const CRM = 'zoho-crm';

	/** Whether the plugin's user table is there at all. */
	public function isPresent(): bool;

	/** @return array{id: int, crmId: string, username: string, email: string, fullName: string, status: string}|null */
	public function byId( int $portalUserId ): ?array;

	/** @return array{id: int, crmId: string, username: string, email: string, fullName: string, status: string}|null */
	public function byUsernameOrEmail( string $typed ): ?array;

	/**
	 * Rows with a greater id, in order.
	 *
	 * @return list<array{id: int, crmId: string, username: string, email: string, fullName: string, status: string}>
	 */
	public function after( int $portalUserId, int $limit ): array;

	/** API name of the CRM field that the portal maps to the user name; '' where none is mapped. */
	public function usernameField(): string;

	/** Unix seconds at which the portal last got an access token; 0 where it never did. */
	public function newestTokenAt(): int;
}
