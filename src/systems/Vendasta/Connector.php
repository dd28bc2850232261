<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkReader;
use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\RemoteConnector;
use Causeway\Connector\Sight;
use Causeway\Connector\Subject;
use Causeway\Systems\Vendasta\Actions\GiveBusiness;
use Causeway\Systems\Vendasta\Actions\MoveToNewAddress;
use Causeway\Systems\Vendasta\Actions\SendWelcomeAgain;
use Causeway\Systems\Vendasta\Probes\AccessProbe;
use Causeway\Systems\Vendasta\Probes\ConnectionProbe;
use Causeway\Systems\Vendasta\Probes\KindProbe;
use Causeway\Systems\Vendasta\Probes\MailboxProbe;
use Causeway\Systems\Vendasta\Probes\UserProbe;
use Causeway\Systems\Vendasta\Requests\ListUsers;

/**
 * Vendasta's Partner Center and Business App, by the platform API.
 *
 * @extends RemoteConnector<Examination>
 */
final class Connector extends RemoteConnector implements BulkReader {

	public const SYSTEM = 'vendasta';

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
		return [ new UserProbe(), new KindProbe(), new MailboxProbe(), new AccessProbe() ];
	}

	protected function sights( Connection $connection ): array {
		$users = ListUsers::of( ( new Place( $connection ) )->partnerId(), limit: 1 );
		return [ new Sight( 'users', $users, 'The list of users cannot be seen: give the service account a role that may read users, and check the partner ID.' ) ];
	}

	public function actions(): array {
		return [
			SendWelcomeAgain::ID => new SendWelcomeAgain( $this->converse( ... ) ),
			MoveToNewAddress::ID => new MoveToNewAddress( $this->converse( ... ) ),
			GiveBusiness::ID     => new GiveBusiness( $this->converse( ... ) ),
		];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return ( new Links( new Place( $connection ) ) )->to( $name );
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		return ( new UserPages( $this->converse( $connection ), ( new Place( $connection ) )->partnerId() ) )->page( $cursor );
	}
}
