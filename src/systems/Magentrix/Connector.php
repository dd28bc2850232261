<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkReader;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\Effort;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Introduces;
use Causeway\Connector\KnownRecord;
use Causeway\Connector\RemoteConnector;
use Causeway\Connector\Sight;
use Causeway\Connector\Subject;
use Causeway\Support\Truth;
use Causeway\Systems\Magentrix\Actions\ActivateUser;
use Causeway\Systems\Magentrix\Probes\ConnectionProbe;
use Causeway\Systems\Magentrix\Probes\ContactProbe;
use Causeway\Systems\Magentrix\Probes\CrowdProbe;
use Causeway\Systems\Magentrix\Probes\UserProbe;
use Causeway\Systems\Magentrix\Requests\PortalUser;
use Causeway\Systems\Magentrix\Requests\Query;

/**
 * Magentrix, a portal before Salesforce, Dynamics 365 or HubSpot, by its REST API, version 3.
 *
 * @extends RemoteConnector<Examination>
 */
final class Connector extends RemoteConnector implements BulkReader, Introduces {

	public const SYSTEM = 'magentrix';

	public function system(): string {
		return self::SYSTEM;
	}

	protected function dialect( Connection $connection ): Dialect {
		return new Dialect( $connection );
	}

	protected function open( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write ): Examination {
		return new Examination( $api, $subject, $connection, $write, $this->tools->pause );
	}

	protected function connectionProbes(): array {
		return [ new ConnectionProbe() ];
	}

	protected function personProbes(): array {
		return [ new UserProbe(), new ContactProbe(), new CrowdProbe() ];
	}

	protected function sights( Connection $connection ): array {
		$contacts = ( $connection->facts['contactEntity'] ?? '' ) === 'Force__Contact' ? 'Force__Contact' : 'Contact';
		return [
			new Sight( 'users', new Query( 'SELECT Id FROM User LIMIT 1' ), 'Users cannot be seen: make the API key as a user who has the Administrator role.' ),
			new Sight( 'contacts', new Query( "SELECT Id FROM {$contacts} LIMIT 1" ), 'Contacts cannot be seen: the role of the API key’s user must be allowed to read them.' ),
			new Sight( 'login-history', new Query( 'SELECT Id FROM LoginHistory LIMIT 1' ), 'The login history cannot be seen: make the API key as a user who has the Administrator role.' ),
		];
	}

	public function actions(): array {
		return [ ActivateUser::ID => new ActivateUser( $this->converse( ... ) ) ];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return Links::to( $name, $connection );
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		$api = $this->converse( $connection, Effort::Patient );
		return UserPages::of( $api, $this->portal( $api, $connection ) )->page( $cursor );
	}

	public function introduce( Subject $subject, Connection $connection ): Subject {
		try {
			return $this->introduction( $subject, $connection, $this->portal( $this->converse( $connection ), $connection ) );
		} catch ( ConnectorFault ) {
			return $subject;
		}
	}

	/** @throws ConnectorFault */
	private function introduction( Subject $subject, Connection $connection, Portal $portal ): Subject {
		$address = false !== filter_var( $subject->email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) ? strtolower( $subject->email ) : '';
		$finder  = new UserFinder( $portal, $subject, $address );
		$user    = $finder->isBlind() ? null : $finder->choose( $finder->find() ?? [] );
		if ( null === $user ) {
			return $subject;
		}
		$field = '' === $user->contactField() ? $portal->contactField() : $user->contactField();
		$id    = $user->field( $field ) ?? '';
		$crm   = Crm::behind( $connection, $this->tools->connections, $id );
		if ( null === $crm ) {
			return $subject;
		}
		if ( Truth::False === $user->needsContact() && '' === $id ) {
			// A colleague: the CRM has no contact, and none is missing.
			return $subject->introducedTo( $crm->value, new KnownRecord( isNeeded: false ) );
		}
		$record = $crm->isId( $id ) ? new KnownRecord( $id, $this->account( $portal, $crm, $id ), strtolower( $user->email() ) ) : new KnownRecord( email: strtolower( $user->email() ) );
		return $subject->introducedTo( $crm->value, $record );
	}

	/** The company of a contact as the portal has it; '' where it has none, or does not tell. */
	private function account( Portal $portal, Crm $crm, string $contactId ): string {
		try {
			$id = $portal->contact( $contactId )?->field( 'AccountId' ) ?? '';
		} catch ( ConnectorFault ) {
			return '';
		}
		return $crm->isAccountId( $id ) ? PortalUser::id( $id ) : '';
	}

	private function portal( Conversation $api, Connection $connection ): Portal {
		return new Portal( $api, trim( $connection->fields['contact_field'] ?? '' ) );
	}
}
