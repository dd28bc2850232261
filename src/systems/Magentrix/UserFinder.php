<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Subject;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Requests\PortalUser;

/** Which users are this person's: by the address, by the login name, by the contact known from before. */
final class UserFinder {

	/** @var list<string> Lower case. */
	private readonly array $names;

	/** @param string $address The person's address in lower case; '' where none is known. */
	public function __construct( private readonly Portal $portal, private readonly Subject $subject, string $address ) {
		$names       = [ $address, strtolower( trim( $subject->loginName ) ) ];
		$this->names = array_values( array_unique( array_filter( $names, static fn ( string $name ): bool => '' !== $name ) ) );
	}

	/** Whether nothing is known by which a user could be looked for. */
	public function isBlind(): bool {
		return [] === $this->names;
	}

	/**
	 * Null where the portal cannot be asked for them.
	 *
	 * @return list<PortalUser>|null
	 * @throws ConnectorFault
	 */
	public function find(): ?array {
		return $this->portal->users( $this->names, $this->knownContact() );
	}

	/**
	 * The one among several that the person logs in with, if that is clear: the one of that login name, else the only active one.
	 *
	 * @param list<PortalUser> $users
	 */
	public function choose( array $users ): ?PortalUser {
		foreach ( [
			...array_map( static fn ( string $name ): \Closure => static fn ( PortalUser $user ): bool => strtolower( $user->username() ) === $name, $this->names ),
			static fn ( PortalUser $user ): bool => Truth::True === $user->isActive(),
			static fn (): bool => true,
		] as $fits ) {
			$fitting = array_values( array_filter( $users, $fits ) );
			if ( 1 === count( $fitting ) ) {
				return $fitting[0];
			}
		}
		return null;
	}

	/** The contact of the CRM behind the portal, as the site knew it before; '' where it knows none, or several. */
	private function knownContact(): string {
		$ids = [];
		foreach ( Crm::cases() as $crm ) {
			$id = $this->subject->records[ $crm->value ]->contactId ?? '';
			if ( $crm->isId( $id ) ) {
				$ids[] = $id;
			}
		}
		return 1 === count( $ids ) ? $ids[0] : '';
	}
}
