<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Systems\Vendasta\Requests\GetUser;
use Causeway\Systems\Vendasta\Requests\ListUsers;
use Causeway\Systems\Vendasta\Requests\User;

/** Which users are a person's: the one known from before by its id, and all that bear the address. */
final class UserFinder {

	public readonly string $knownId;

	public readonly string $address;

	/**
	 * @param string $contactId As known on this site; of another system where it has another form.
	 * @param string $address   '' where none is known.
	 */
	public function __construct(
		private readonly Conversation $api,
		private readonly string $partnerId,
		string $contactId,
		string $address,
	) {
		$this->knownId = User::isId( $contactId ) ? $contactId : '';
		$this->address = mb_strtolower( trim( $address ) );
	}

	/** Whether nothing is known by which a user could be looked for. */
	public function isBlind(): bool {
		return '' === $this->knownId && '' === $this->address;
	}

	/**
	 * The user known from before; null where there is none, or no longer.
	 *
	 * @throws ConnectorFault
	 */
	public function known(): ?User {
		if ( '' === $this->knownId ) {
			return null;
		}
		try {
			$user = $this->api->ask( new GetUser( $this->knownId ) );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::NotFound === $fault->kind ) {
				return null;
			}
			throw $fault;
		}
		return $user->isShell() ? null : $user;
	}

	/**
	 * Everybody with the address: one person may have a user for each of several businesses.
	 *
	 * @return list<User>
	 * @throws ConnectorFault
	 */
	public function bearers(): array {
		if ( '' === $this->address ) {
			return [];
		}
		$exact = $this->api->ask( ListUsers::of( $this->partnerId, [ 'email' => $this->address ] ) )->users;
		if ( [] !== $exact ) {
			return $exact;
		}
		// Whether the filter minds capitals is not documented; the search for a part of an address does not.
		$similar = $this->api->ask( ListUsers::of( $this->partnerId, [ 'searchTerm' => $this->address ] ) )->users;
		return array_values( array_filter( $similar, fn ( User $user ): bool => $user->email === $this->address ) );
	}

	/**
	 * The one that the person logs in with, where that is clear: it bears the address, and where several do, it is the one known from before.
	 *
	 * @param list<User> $bearers
	 */
	public static function choose( ?User $known, array $bearers ): ?User {
		if ( [] === $bearers ) {
			return $known;
		}
		foreach ( $bearers as $bearer ) {
			if ( $bearer->id === $known?->id ) {
				return $bearer;
			}
		}
		return 1 === count( $bearers ) ? $bearers[0] : null;
	}
}
