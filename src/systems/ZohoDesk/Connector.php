<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

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
use Causeway\Systems\ZohoDesk\Actions\ActivateUser;
use Causeway\Systems\ZohoDesk\Actions\ApproveSignUp;
use Causeway\Systems\ZohoDesk\Actions\OnePerson;
use Causeway\Systems\ZohoDesk\Actions\RestoreContact;
use Causeway\Systems\ZohoDesk\Actions\SendInvitation;
use Causeway\Systems\ZohoDesk\Actions\SetAccount;
use Causeway\Systems\ZohoDesk\Probes\AccountProbe;
use Causeway\Systems\ZohoDesk\Probes\ConnectionProbe;
use Causeway\Systems\ZohoDesk\Probes\ContactProbe;
use Causeway\Systems\ZohoDesk\Probes\DeletionProbe;
use Causeway\Systems\ZohoDesk\Probes\HelpCenterProbe;
use Causeway\Systems\ZohoDesk\Probes\LicenceProbe;
use Causeway\Systems\ZohoDesk\Probes\PortalFieldProbe;
use Causeway\Systems\ZohoDesk\Probes\QuotaProbe;
use Causeway\Systems\ZohoDesk\Probes\UserProbe;
use Causeway\Systems\ZohoDesk\Requests\FindContacts;
use Causeway\Systems\ZohoDesk\Requests\FindUsers;
use Causeway\Systems\ZohoDesk\Requests\ListContactFields;
use Causeway\Systems\ZohoDesk\Requests\ListRecycleBin;

/**
 * Zoho Desk and its Help Center, REST version 1.
 *
 * @extends RemoteConnector<Examination>
 */
final class Connector extends RemoteConnector implements BulkReader, Introduces {

	public const SYSTEM = 'zoho-desk';

	/** The system whose contacts Zoho Desk may be kept in step with. */
	private const CRM = 'zoho-crm';

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
		return [ new ConnectionProbe(), new QuotaProbe() ];
	}

	protected function personProbes(): array {
		return [ new HelpCenterProbe(), new ContactProbe(), new DeletionProbe(), new UserProbe(), new AccountProbe(), new PortalFieldProbe(), new LicenceProbe() ];
	}

	protected function sights( Connection $connection ): array {
		return [
			new Sight( 'contacts', new FindContacts( 'nobody@causeway.example' ), 'Contacts cannot be searched: the consent needs Desk.contacts.READ and Desk.search.READ.' ),
			new Sight( 'recycle-bin', new ListRecycleBin( 0, 1 ), 'The recycle bin cannot be seen: the consent needs Desk.settings.READ.' ),
			new Sight( 'users', new FindUsers( 'nobody@causeway.example' ), 'Users of the Help Center cannot be seen: the consent needs Desk.settings.READ and Desk.basic.READ.' ),
			new Sight( 'fields', new ListContactFields(), 'The contact fields cannot be seen: the consent needs Desk.fields.READ and Desk.basic.READ.' ),
		];
	}

	public function actions(): array {
		$api = $this->converse( ... );
		return [
			SendInvitation::ID => new SendInvitation( $api ),
			ApproveSignUp::ID  => new ApproveSignUp( $api ),
			ActivateUser::ID   => new ActivateUser( $api ),
			SetAccount::ID     => new SetAccount( $api ),
			RestoreContact::ID => new RestoreContact( $api ),
		];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return ( new Links( $connection ) )->to( $name, $subject );
	}

	public function introduce( Subject $subject, Connection $connection ): Subject {
		$known = $subject->records[ self::CRM ]->contactId ?? '';
		// A portal on this site lets people in by its own link to the CRM: that one is not to be replaced.
		if ( ( $subject->portalUserId > 0 && '' !== $known ) || null === $this->tools->connections->ofSystem( self::CRM ) ) {
			return $subject;
		}
		try {
			$person = new OnePerson( $this->converse( $connection ), $subject->in( self::SYSTEM ), $connection );
			$id     = $person->found()->contact?->crmContactId() ?? '';
		} catch ( ConnectorFault ) {
			return $subject;
		}
		return '' === $id ? $subject : $subject->introducedTo( self::CRM, new KnownRecord( $id ) );
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		return ( new Everybody( $this->converse( $connection, Effort::Patient ), DeskId::of( $connection->fields['help_center'] ?? '' ) ) )->page( $cursor );
	}
}
