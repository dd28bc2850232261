<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkReader;
use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Effort;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\RemoteConnector;
use Causeway\Connector\Sight;
use Causeway\Connector\Subject;
use Causeway\Systems\ZohoCrm\Actions\RestoreContact;
use Causeway\Systems\ZohoCrm\Actions\SetAccount;
use Causeway\Systems\ZohoCrm\Probes\AccountProbe;
use Causeway\Systems\ZohoCrm\Probes\ConnectionProbe;
use Causeway\Systems\ZohoCrm\Probes\ContactProbe;
use Causeway\Systems\ZohoCrm\Probes\DeletionProbe;
use Causeway\Systems\ZohoCrm\Probes\QuotaProbe;
use Causeway\Systems\ZohoCrm\Probes\UsernameFieldProbe;
use Causeway\Systems\ZohoCrm\Requests\FindContactsByEmail;
use Causeway\Systems\ZohoCrm\Requests\ListContactFields;
use Causeway\Systems\ZohoCrm\Requests\ListDeletedContacts;
use Causeway\Systems\ZohoCrm\Requests\GetRecycleBinEntry;

/**
 * Zoho CRM, REST version 8.
 *
 * @extends RemoteConnector<Examination>
 */
final class Connector extends RemoteConnector implements BulkReader {

	public const SYSTEM = 'zoho-crm';

	public function system(): string {
		return self::SYSTEM;
	}

	protected function dialect( Connection $connection ): Dialect {
		return new Dialect( $connection );
	}

	protected function open( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write ): Examination {
		$configured = $connection->fields['username_field'] ?? '';
		return new Examination( $api, $subject, $connection, $write, $this->tools->pause, '' === $configured ? $this->tools->portal->usernameField() : $configured );
	}

	protected function connectionProbes(): array {
		return [ new ConnectionProbe(), new QuotaProbe() ];
	}

	protected function personProbes(): array {
		return [ new ContactProbe(), new DeletionProbe(), new AccountProbe(), new UsernameFieldProbe() ];
	}

	protected function sights( Connection $connection ): array {
		return [
			new Sight( 'contacts', new FindContactsByEmail( 'nobody@causeway.example', [ 'Email' ] ), 'Contacts cannot be searched: the consent needs ZohoCRM.modules.contacts.READ and ZohoCRM.coql.READ.' ),
			new Sight( 'deleted-contacts', new ListDeletedContacts( 'recycle', 1 ), 'Deleted contacts cannot be seen: the consent needs ZohoCRM.modules.contacts.READ.' ),
			new Sight( 'recycle-bin', new GetRecycleBinEntry( '1' ), 'The recycle bin cannot be seen: the consent needs ZohoCRM.settings.recycle_bin.READ.' ),
			new Sight( 'fields', new ListContactFields(), 'The contact fields cannot be seen: the consent needs ZohoCRM.settings.fields.READ.' ),
		];
	}

	public function actions(): array {
		$api = $this->converse( ... );
		return [
			RestoreContact::ID => new RestoreContact( $api ),
			SetAccount::ID     => new SetAccount( $api ),
		];
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		return ( new Everybody( $this->converse( $connection, Effort::Patient ) ) )->page( $cursor );
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return ( new Links( $connection ) )->to( $name, $subject );
	}
}
