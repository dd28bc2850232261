<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkReader;
use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\RemoteConnector;
use Causeway\Connector\Sight;
use Causeway\Connector\Subject;
use Causeway\Systems\SuperOffice\Actions\ReinstateUser;
use Causeway\Systems\SuperOffice\Actions\RenewLicence;
use Causeway\Systems\SuperOffice\Probes\ConnectionProbe;
use Causeway\Systems\SuperOffice\Probes\InstallationProbe;
use Causeway\Systems\SuperOffice\Probes\LicenceProbe;
use Causeway\Systems\SuperOffice\Probes\LoginProbe;
use Causeway\Systems\SuperOffice\Probes\PersonProbe;
use Causeway\Systems\SuperOffice\Probes\UserProbe;
use Causeway\Systems\SuperOffice\Requests\FindPersons;
use Causeway\Systems\SuperOffice\Requests\GetLicenceStatus;
use Causeway\Systems\SuperOffice\Requests\GetUserInfo;
use Causeway\Systems\SuperOffice\Requests\ListUsers;

/**
 * SuperOffice CRM, Online and Onsite, by its REST web API.
 *
 * @extends RemoteConnector<Examination>
 */
final class Connector extends RemoteConnector implements BulkReader {

	public const SYSTEM = 'superoffice';

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
		return [ new InstallationProbe(), new UserProbe(), new PersonProbe(), new LoginProbe(), new LicenceProbe() ];
	}

	protected function sights( Connection $connection ): array {
		$everywhere = [
			new Sight( 'users', new ListUsers( '', 1, 0, ListUsers::BASIC ), 'The list of users cannot be seen: the role of this connection’s user must be allowed to see users.' ),
			new Sight( 'contacts', new FindPersons( 'nobody@causeway.example' ), 'Contacts cannot be searched: the role of this connection’s user must be allowed to read them.' ),
		];
		return Edition::Online === ( new Place( $connection ) )->edition ? $everywhere : [
			...$everywhere,
			new Sight( 'logins', new GetUserInfo( '1' ), 'Whether a user may log in cannot be seen: this connection’s user must be an administrator.' ),
			new Sight( 'licences', new GetLicenceStatus( '1' ), 'The licence’s dates cannot be seen: this connection’s user must be an administrator.' ),
		];
	}

	public function actions(): array {
		return [
			RenewLicence::ID  => new RenewLicence( $this->converse( ... ) ),
			ReinstateUser::ID => new ReinstateUser( $this->converse( ... ) ),
		];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return ( new Links( $connection ) )->to( $name );
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		return ( new UserPages( $this->converse( $connection ) ) )->page( $cursor );
	}
}
