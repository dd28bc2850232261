<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkReader;
use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Effort;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\RemoteConnector;
use Causeway\Connector\Sight;
use Causeway\Connector\Subject;
use Causeway\Systems\HubSpot\Actions\CreatePortalField;
use Causeway\Systems\HubSpot\Actions\SetCompany;
use Causeway\Systems\HubSpot\Bulk\Everybody;
use Causeway\Systems\HubSpot\Probes\CompanyProbe;
use Causeway\Systems\HubSpot\Probes\ConnectionProbe;
use Causeway\Systems\HubSpot\Probes\ContactProbe;
use Causeway\Systems\HubSpot\Probes\DeletionProbe;
use Causeway\Systems\HubSpot\Probes\MembershipProbe;
use Causeway\Systems\HubSpot\Probes\PortalFieldProbe;
use Causeway\Systems\HubSpot\Probes\QuotaProbe;
use Causeway\Systems\HubSpot\Requests\GetProperty;
use Causeway\Systems\HubSpot\Requests\ListDeletedContacts;
use Causeway\Systems\HubSpot\Requests\SearchContacts;
use Causeway\Systems\HubSpot\Requests\SeeContacts;

/**
 * HubSpot, by the CRM API, with what its own memberships keep on a contact.
 *
 * @extends RemoteConnector<Examination>
 */
final class Connector extends RemoteConnector implements BulkReader {

	public const SYSTEM = 'hubspot';

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
		return [ new ContactProbe(), new DeletionProbe(), new CompanyProbe(), new PortalFieldProbe(), new MembershipProbe() ];
	}

	protected function sights( Connection $connection ): array {
		return [
			new Sight( 'contacts', SearchContacts::withAddress( 'nobody@causeway.example' ), 'Contacts cannot be searched: the app needs the scope crm.objects.contacts.read.' ),
			new Sight( 'accounts', new SeeContacts(), 'Companies cannot be read: the app needs the scope crm.objects.companies.read.' ),
			new Sight( 'deleted-contacts', new ListDeletedContacts(), 'Deleted contacts cannot be seen: the app needs the scope crm.objects.contacts.read.' ),
			new Sight( 'fields', new GetProperty( 'email' ), 'The contact properties cannot be seen: the app needs the scope crm.schemas.contacts.read.' ),
		];
	}

	public function actions(): array {
		return [
			SetCompany::ID        => new SetCompany( $this->converse( ... ) ),
			CreatePortalField::ID => new CreatePortalField( $this->converse( ... ) ),
		];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return ( new Links( $connection ) )->to( $name, $subject );
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		return ( new Everybody( $this->converse( $connection, Effort::Patient ), Portal::of( $connection ) ) )->page( $cursor );
	}
}
