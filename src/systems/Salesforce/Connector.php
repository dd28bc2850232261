<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

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
use Causeway\Systems\Salesforce\Actions\ActivateUser;
use Causeway\Systems\Salesforce\Actions\RestoreContact;
use Causeway\Systems\Salesforce\Actions\SetAccount;
use Causeway\Systems\Salesforce\Actions\UnfreezeUser;
use Causeway\Systems\Salesforce\Actions\UnlockUser;
use Causeway\Systems\Salesforce\Bulk\Everybody;
use Causeway\Systems\Salesforce\Bulk\RefusedLogins;
use Causeway\Systems\Salesforce\Probes\AccountProbe;
use Causeway\Systems\Salesforce\Probes\ConnectionProbe;
use Causeway\Systems\Salesforce\Probes\ContactProbe;
use Causeway\Systems\Salesforce\Probes\DeletionProbe;
use Causeway\Systems\Salesforce\Probes\LicenceProbe;
use Causeway\Systems\Salesforce\Probes\LoginHistoryProbe;
use Causeway\Systems\Salesforce\Probes\PortalFieldProbe;
use Causeway\Systems\Salesforce\Probes\QuotaProbe;
use Causeway\Systems\Salesforce\Probes\UserProbe;
use Causeway\Systems\Salesforce\Probes\UserStateProbe;
use Causeway\Systems\Salesforce\Requests\DescribeContact;
use Causeway\Systems\Salesforce\Requests\FindContacts;
use Causeway\Systems\Salesforce\Requests\FindUsers;
use Causeway\Systems\Salesforce\Requests\GetLoginState;
use Causeway\Systems\Salesforce\Requests\Licence;
use Causeway\Systems\Salesforce\Requests\ListDeletedContacts;
use Causeway\Systems\Salesforce\Requests\ListSiteLicences;

/**
 * Salesforce: REST and SOQL, SOAP to restore a contact, the Bulk API for long lists.
 *
 * @extends RemoteConnector<Examination>
 */
final class Connector extends RemoteConnector implements BulkReader, RefusalSource {

	public const SYSTEM = 'salesforce';

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
		return [ new UserProbe(), new ContactProbe(), new DeletionProbe(), new AccountProbe(), new PortalFieldProbe(), new UserStateProbe(), new LoginHistoryProbe(), new LicenceProbe() ];
	}

	protected function sights( Connection $connection ): array {
		$now    = $this->tools->clock->now();
		$nobody = '005000000000000AAA';
		$sights = [
			new Sight( 'contacts', FindContacts::byAddress( 'nobody@causeway.example' ), 'Contacts cannot be read in full: the connection’s user needs to see Contact with Email, Account Name and the name of the Account.' ),
			new Sight( 'deleted-contacts', new ListDeletedContacts( $now - 3_600, $now ), 'Deleted contacts cannot be listed: the connection’s user needs to read Contact.' ),
			new Sight( 'fields', new DescribeContact(), 'The contact fields cannot be seen: the connection’s user needs to read Contact.' ),
		];
		return ! People::logInHere( $connection ) ? $sights : [
			...$sights,
			new Sight( 'users', FindUsers::byName( [ 'nobody@causeway.example' ] ), 'Users cannot be read in full: the connection’s user needs to see users with contact, profile and licence.' ),
			// The same right opens the login history, which without it is merely empty.
			new Sight( 'login-state', new GetLoginState( $nobody ), 'Frozen and locked users, and the login history, cannot be seen: the connection’s user needs “Manage Users”.' ),
			new Sight( 'licences-left', new ListSiteLicences(), 'Licences cannot be counted: the connection’s user needs “View Setup and Configuration”.', self::shortage( ... ) ),
		];
	}

	/** What people will not get soon. @param mixed $licences Of {@see ListSiteLicences}. */
	private static function shortage( mixed $licences ): string {
		$few = array_filter( is_array( $licences ) ? $licences : [], static fn ( mixed $licence ): bool => $licence instanceof Licence && $licence->isRunningOut() );
		return [] === $few ? '' : implode( '; ', array_map( static fn ( Licence $licence ): string => $licence->sentence(), $few ) ) . '. Without a free one, nobody new can be let in, and nobody who was switched off can come back.';
	}

	public function actions(): array {
		$api = $this->converse( ... );
		return [
			RestoreContact::ID => new RestoreContact( $api ),
			SetAccount::ID     => new SetAccount( $api ),
			ActivateUser::ID   => new ActivateUser( $api ),
			UnfreezeUser::ID   => new UnfreezeUser( $api ),
			UnlockUser::ID     => new UnlockUser( $api ),
		];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return ( new Links( $connection ) )->to( $name, $subject );
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		return ( new Everybody( $this->converse( $connection, Effort::Patient ), People::logInHere( $connection ) ) )->page( $cursor );
	}

	public function refusals( Connection $connection, string $mark ): RefusalPage {
		// Where people log in elsewhere, the history tells of employees and machines only.
		return People::logInHere( $connection )
			? ( new RefusedLogins( $this->converse( $connection, Effort::Patient ) ) )->after( $mark )
			: new RefusalPage( [], $mark, false );
	}
}
