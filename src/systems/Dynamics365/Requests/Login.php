<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Requests;

use Causeway\Systems\Dynamics365\OData;

/**
 * What Power Pages keep of a person's login on the contact. The password's hash and the security stamp are never read.
 *
 * Source: https://learn.microsoft.com/power-pages/security/configure-portal-contacts
 */
final class Login {

	private const USERNAME = 'adx_identity_username';
	private const ENABLED  = 'adx_identity_logonenabled';
	private const LOCKED   = 'adx_identity_lockoutenddate';
	private const FAILURES = 'adx_identity_accessfailedcount';

	/** Without these there is no Power Pages site. */
	public const NEEDED = [ self::USERNAME, self::ENABLED ];

	public const COLUMNS = [
		...self::NEEDED,
		'adx_identity_locallogindisabled',
		self::LOCKED,
		self::FAILURES,
		'adx_identity_emailaddress1confirmed',
		'adx_identity_lastsuccessfullogin',
	];

	public function __construct( private readonly Contact $contact ) {}

	public function username(): string {
		return $this->contact->text( self::USERNAME );
	}

	public function isEnabled(): bool {
		return 'true' === $this->contact->text( self::ENABLED );
	}

	/** Whether the password login is left on for this person; null where the column is not there. */
	public function hasPasswordLogin(): ?bool {
		$column = 'adx_identity_locallogindisabled';
		return $this->contact->has( $column ) ? 'true' !== $this->contact->text( $column ) : null;
	}

	/** Unix seconds until which the login is locked; 0 where it never was. */
	public function lockedUntil(): int {
		return OData::unix( $this->contact->text( self::LOCKED ) );
	}

	public function failures(): int {
		return (int) $this->contact->text( self::FAILURES );
	}

	/** Whether the person confirmed the address; null where the column is not there. */
	public function isConfirmed(): ?bool {
		$column = 'adx_identity_emailaddress1confirmed';
		return $this->contact->has( $column ) ? 'true' === $this->contact->text( $column ) : null;
	}

	/** Unix seconds of the last good login, 0 for none; null where the column is not there. */
	public function lastLogin(): ?int {
		$column = 'adx_identity_lastsuccessfullogin';
		return $this->contact->has( $column ) ? OData::unix( $this->contact->text( $column ) ) : null;
	}
}
