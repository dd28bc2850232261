<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\Salesforce\Requests\Contact;
use Causeway\Systems\Salesforce\Requests\DescribeContact;
use Causeway\Systems\Salesforce\Requests\FindContacts;
use Causeway\Systems\Salesforce\Requests\FindUsers;
use Causeway\Systems\Salesforce\Requests\GetOrganisation;
use Causeway\Systems\Salesforce\Requests\Organisation;
use Causeway\Systems\Salesforce\Requests\User;

/** Whose records these are, and which of them is one person's: the same answer for probes and for actions. */
final class People {

	/** @var list<string> Fields of a contact that the connection's user may see. */
	private array $fields = FindContacts::FIELDS;

	/** @var array<string, string>|null Labels by API name; null while they were not read. */
	private ?array $labels = null;

	public function __construct( private readonly Conversation $api ) {}

	/**
	 * The people of the organisation that this connection was made for; what is written goes nowhere else.
	 *
	 * @throws ConnectorFault Also where another organisation answers.
	 */
	public static function confirmed( Conversation $api ): self {
		$people = new self( $api );
		$people->organisation();
		return $people;
	}

	/** Whether people log in at Salesforce itself, with users of their own. */
	public static function logInHere( Connection $connection ): bool {
		return 'salesforce' === ( $connection->fields['logins'] ?? '' );
	}

	/** @throws ConnectorFault Also where another organisation answers than the one that this connection was made for. */
	public function organisation(): Organisation {
		$organisation = $this->api->ask( new GetOrganisation() );
		$known        = $this->api->fact( 'organisationId' );
		if ( '' !== $known && $known !== $organisation->id ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Another Salesforce organisation answered than the one that this connection was made for.', vendorCode: 'causeway-other-organisation' );
		}
		$this->api->learn(
			[
				'organisationId' => $organisation->id,
				'organisation'   => $organisation->name,
			]
		);
		return $organisation;
	}

	/**
	 * A contact by its id, live or in the recycle bin; null where neither is answered.
	 *
	 * @throws ConnectorFault
	 */
	public function contact( string $id ): ?Contact {
		foreach ( $this->find( static fn ( array $fields ): FindContacts => FindContacts::byId( $id, $fields ) ) as $contact ) {
			if ( $contact->id === $id ) {
				return $contact;
			}
		}
		return null;
	}

	/**
	 * Contacts with that address, live ones and those in the recycle bin.
	 *
	 * @return list<Contact>
	 * @throws ConnectorFault
	 */
	public function withAddress( string $address ): array {
		$found = $this->find( static fn ( array $fields ): FindContacts => FindContacts::byAddress( $address, $fields ) );
		return array_values( array_filter( $found, static fn ( Contact $contact ): bool => $contact->hasAddress( $address ) ) );
	}

	/**
	 * The one contact to put back for an address: the last of a list where only one was deleted and not merged away.
	 *
	 * @param list<Contact> $contacts
	 */
	public static function onlyDeleted( array $contacts ): ?Contact {
		$deleted = array_values( array_filter( $contacts, static fn ( Contact $contact ): bool => $contact->isDeleted() && '' === $contact->masterId() ) );
		return 1 === count( $deleted ) ? $deleted[0] : null;
	}

	/**
	 * The live contact that took a merged one's place, by way of further merges; null where it is gone as well.
	 *
	 * @throws ConnectorFault
	 */
	public function survivor( Contact $merged ): ?Contact {
		$contact = $merged;
		for ( $hop = 0; $hop < 5 && null !== $contact && $contact->isDeleted(); ++$hop ) {
			$contact = '' === $contact->masterId() ? null : $this->contact( $contact->masterId() );
		}
		return null === $contact || $contact->isDeleted() ? null : $contact;
	}

	/**
	 * Labels of Contact's fields by API name, as far as the connection's user may see them.
	 *
	 * @return array<string, string>
	 * @throws ConnectorFault
	 */
	public function labels(): array {
		return $this->labels ??= $this->api->ask( new DescribeContact() );
	}

	/**
	 * Users of the person: those of the contact where it is known and has some, else those with the names.
	 *
	 * @param list<string> $names
	 * @return list<User>
	 * @throws ConnectorFault
	 */
	public function users( string $contactId, array $names ): array {
		$found = '' === $contactId ? [] : $this->api->ask( FindUsers::byContact( $contactId ) );
		return [] === $found && [] !== $names ? $this->api->ask( FindUsers::byName( $names ) ) : $found;
	}

	/**
	 * The one user that is meant; null where nothing tells which of several.
	 *
	 * @param list<User>   $users
	 * @param list<string> $names
	 */
	public static function theOne( array $users, array $names ): ?User {
		$narrowings = [
			static fn ( User $user ): bool => $user->isExternal(),
			static fn ( User $user ): bool => [] !== array_filter( $names, $user->isNamed( ... ) ),
			static fn ( User $user ): bool => $user->isActive(),
		];
		foreach ( $narrowings as $narrowing ) {
			$fewer = array_values( array_filter( $users, $narrowing ) );
			$users = [] === $fewer ? $users : $fewer;
		}
		return 1 === count( $users ) ? $users[0] : null;
	}

	/**
	 * What the person may be called at Salesforce.
	 *
	 * @return list<string>
	 */
	public static function names( Subject $subject ): array {
		return array_values( array_unique( array_filter( [ trim( $subject->loginName ), trim( $subject->email ) ], static fn ( string $name ): bool => str_contains( $name, '@' ) ) ) );
	}

	/**
	 * @param \Closure(list<string>): FindContacts $question
	 * @return list<Contact>
	 * @throws ConnectorFault
	 */
	private function find( \Closure $question ): array {
		try {
			return $this->api->ask( $question( $this->fields ) );
		} catch ( ConnectorFault $fault ) {
			if ( ErrorWords::NO_FIELD !== $fault->vendorCode || FindContacts::FIELDS !== $this->fields ) {
				throw $fault;
			}
		}
		// One of the fields is gone or hidden: go on with those that are there, and without what lies behind them.
		$this->fields = array_values( array_filter( FindContacts::FIELDS, fn ( string $field ): bool => isset( $this->labels()[ $field ] ) ) );
		return $this->api->ask( $question( $this->fields ) );
	}
}
