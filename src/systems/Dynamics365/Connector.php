<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkReader;
use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Effort;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\RefusalPage;
use Causeway\Connector\RefusalSource;
use Causeway\Connector\RemoteConnector;
use Causeway\Connector\Sight;
use Causeway\Connector\Subject;
use Causeway\Systems\Dynamics365\Actions\RestoreContact;
use Causeway\Systems\Dynamics365\Actions\SetAccount;
use Causeway\Systems\Dynamics365\Bulk\Everybody;
use Causeway\Systems\Dynamics365\Probes\AccountProbe;
use Causeway\Systems\Dynamics365\Probes\ConnectionProbe;
use Causeway\Systems\Dynamics365\Probes\ContactProbe;
use Causeway\Systems\Dynamics365\Probes\DeletionProbe;
use Causeway\Systems\Dynamics365\Probes\InvitationProbe;
use Causeway\Systems\Dynamics365\Probes\LoginProbe;
use Causeway\Systems\Dynamics365\Probes\PortalFieldProbe;
use Causeway\Systems\Dynamics365\Probes\QuotaProbe;
use Causeway\Systems\Dynamics365\Probes\RoleProbe;
use Causeway\Systems\Dynamics365\Probes\SiteProbe;
use Causeway\Systems\Dynamics365\Requests\FindContacts;
use Causeway\Systems\Dynamics365\Requests\ListAccounts;
use Causeway\Systems\Dynamics365\Requests\ListColumns;
use Causeway\Systems\Dynamics365\Requests\ListIdentities;
use Causeway\Systems\Dynamics365\Requests\ReadContacts;
use Causeway\Systems\Dynamics365\Requests\ReadDeletedContacts;

/**
 * Dynamics 365 and every other application on Dataverse, by the Web API, with the login columns of Power Pages.
 *
 * @extends RemoteConnector<Examination>
 */
final class Connector extends RemoteConnector implements BulkReader, RefusalSource {

	public const SYSTEM = 'dynamics-365';

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
		return [ new ContactProbe(), new DeletionProbe(), new AccountProbe(), new PortalFieldProbe(), new SiteProbe(), new LoginProbe(), new InvitationProbe(), new RoleProbe() ];
	}

	protected function sights( Connection $connection ): array {
		$sights = [
			new Sight( 'contacts', new FindContacts( '', 'nobody@causeway.example' ), 'Contacts cannot be searched: the application user’s security role needs Read on Contact, for the whole organisation.' ),
			new Sight( 'deleted-contacts', ReadContacts::one(), 'Changes and deletions of contacts cannot be followed: the security role needs Read on Contact, for the whole organisation.' ),
			new Sight( 'recycle-bin', new ReadDeletedContacts( most: 1 ), 'The recycle bin cannot be seen: the security role needs Read on Contact, for the whole organisation.' ),
			new Sight( 'accounts', new ListAccounts(), 'Accounts cannot be read: the security role needs Read on Account, for the whole organisation.' ),
			new Sight( 'fields', new ListColumns(), 'The contact’s columns cannot be seen: the security role needs Read on Entity and Attribute.' ),
		];
		return Portal::Elsewhere === Portal::of( $connection )
			? $sights
			: [ ...$sights, new Sight( 'users', new ListIdentities( '' ), 'Logins of the Power Pages site cannot be seen in full: the security role needs Read on External Identity, Invitation, Site Setting and Web Role.' ) ];
	}

	public function actions(): array {
		return [
			RestoreContact::ID => new RestoreContact( $this->converse( ... ) ),
			SetAccount::ID     => new SetAccount( $this->converse( ... ) ),
		];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return ( new Links( $connection ) )->to( $name, $subject );
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		return ( new Everybody( $this->converse( $connection, Effort::Patient ), Portal::Elsewhere !== Portal::of( $connection ) ) )->page( $cursor );
	}

	public function refusals( Connection $connection, string $mark ): RefusalPage {
		return Portal::Elsewhere === Portal::of( $connection )
			? new RefusalPage( [], $mark, false )
			: ( new Lockouts( $this->converse( $connection, Effort::Patient ) ) )->after( $mark );
	}
}
