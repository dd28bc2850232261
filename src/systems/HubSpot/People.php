<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Systems\HubSpot\Requests\Account;
use Causeway\Systems\HubSpot\Requests\Contact;
use Causeway\Systems\HubSpot\Requests\GetAccount;
use Causeway\Systems\HubSpot\Requests\GetContact;
use Causeway\Systems\HubSpot\Requests\GetProperty;
use Causeway\Systems\HubSpot\Requests\Property;
use Causeway\Systems\HubSpot\Requests\SearchContacts;

/** Who and what is in the account, for probes and actions alike. */
final class People {

	public function __construct( private readonly Conversation $api ) {}

	/** @throws ConnectorFault Where another account answers than the one that this connection was made for. */
	public static function confirmed( Conversation $api ): self {
		$people = new self( $api );
		$people->account();
		return $people;
	}

	/**
	 * The account; stops everything where it is not the one that this connection was made for.
	 *
	 * @throws ConnectorFault
	 */
	public function account(): Account {
		$account = $this->api->ask( new GetAccount() );
		$known   = $this->api->fact( 'portalId' );
		if ( '' !== $known && $known !== $account->portalId ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Another HubSpot account answered than the one that this connection was made for.', vendorCode: 'causeway-other-organisation' );
		}
		$this->api->learn(
			[
				'portalId' => $account->portalId,
				'uiDomain' => $account->uiDomain,
			]
		);
		return $account;
	}

	/**
	 * The active contact with that id, or the one into which it was merged; null where there is none.
	 *
	 * @param list<string> $also Properties that the account may not have.
	 * @throws ConnectorFault
	 */
	public function contact( string $id, array $also = [] ): ?Contact {
		return $this->with( $also, fn ( array $properties ): ?Contact => $this->orAbsent( GetContact::byId( $id, $properties ) ) );
	}

	/**
	 * The deleted contact with that id; null where none is listed.
	 *
	 * @throws ConnectorFault
	 */
	public function deleted( string $id ): ?Contact {
		$contact = $this->orAbsent( GetContact::byId( $id, isDeleted: true ) );
		return $contact?->id === $id ? $contact : null;
	}

	/**
	 * Active contacts with the address: the one whose own it is, else those that bear it as an additional one.
	 *
	 * @param list<string> $also Properties that the account may not have.
	 * @return list<Contact>
	 * @throws ConnectorFault
	 */
	public function withAddress( string $address, array $also = [] ): array {
		$address = mb_strtolower( $address );
		return $this->with(
			$also,
			function ( array $properties ) use ( $address ): array {
				$contact = $this->orAbsent( GetContact::byAddress( $address, $properties ) );
				if ( null !== $contact ) {
					return [ $contact ];
				}
				// The search takes a star for any characters, so what it finds is compared once more.
				$found = $this->api->ask( SearchContacts::withAddress( $address, $properties ) )->contacts;
				$own   = array_values( array_filter( $found, static fn ( Contact $one ): bool => $one->email() === $address ) );
				return [] !== $own ? $own : array_values( array_filter( $found, static fn ( Contact $one ): bool => in_array( $address, $one->additionalEmails(), true ) ) );
			}
		);
	}

	/**
	 * The active contact into which that one was merged; null where the search finds none.
	 *
	 * @throws ConnectorFault
	 */
	public function survivorOf( string $id ): ?Contact {
		foreach ( $this->api->ask( SearchContacts::absorbing( $id ) )->contacts as $contact ) {
			if ( in_array( $id, $contact->mergedIds(), true ) ) {
				return $contact;
			}
		}
		return null;
	}

	/**
	 * How a property of contacts is defined; null where there is none of that name.
	 *
	 * @throws ConnectorFault
	 */
	public function property( string $name, bool $isArchived = false ): ?Property {
		try {
			return $this->api->ask( new GetProperty( $name, $isArchived ) );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::NotFound !== $fault->kind ) {
				throw $fault;
			}
			return null;
		}
	}

	/**
	 * HubSpot leaves out properties that it does not know. Should it refuse them instead, those that every account has are asked for alone.
	 *
	 * @template T
	 * @param list<string>              $also
	 * @param \Closure(list<string>): T $read
	 * @return T
	 * @throws ConnectorFault
	 */
	private function with( array $also, \Closure $read ): mixed {
		try {
			return $read( [ ...Contact::CERTAIN, ...$also ] );
		} catch ( ConnectorFault $fault ) {
			if ( [] === $also || ErrorWords::VALIDATION !== $fault->vendorCode ) {
				throw $fault;
			}
			return $read( Contact::CERTAIN );
		}
	}

	/** @throws ConnectorFault */
	private function orAbsent( GetContact $question ): ?Contact {
		try {
			return $this->api->ask( $question );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::NotFound !== $fault->kind ) {
				throw $fault;
			}
			return null;
		}
	}
}
