<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\Vendasta\Requests\AddBusiness;
use Causeway\Systems\Vendasta\Requests\GetAccess;
use Causeway\Systems\Vendasta\Requests\Relation;
use Causeway\Systems\Vendasta\Requests\User;

/** Lets a user open the business again that this site knows from when the login worked. The others stay. */
final class GiveBusiness implements Action {

	public const ID = 'give-business';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		$business = self::business( $subject );
		$one      = OneUser::of( ( $this->api )( $connection ), $subject, $connection );
		$user     = $one->atAddress();
		return self::change( $user, $one->businessesOf( $user ), $business );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		OneUser::requireWriting( $connection );
		$business = self::business( $subject );
		$one      = OneUser::of( ( $this->api )( $connection ), $subject, $connection );
		$user     = $one->atAddress();
		$there    = $one->businessesOf( $user );
		if ( in_array( $business, $there, true ) ) {
			return;
		}
		if ( self::change( $user, $there, $business )->fingerprint() !== $change->fingerprint() ) {
			OneUser::moved( 'What the user may open has changed since the preview. Look again first.' );
		}
		$isDone = static fn (): bool => in_array( $business, $one->api->ask( new GetAccess( $user->id, Relation::Businesses ) ), true );
		$one->write( new AddBusiness( $user->id, $business ), $isDone );
	}

	/** @throws ConnectorFault */
	private static function business( Subject $subject ): string {
		if ( ! User::isBusinessId( $subject->accountId ) ) {
			throw new ConnectorFault( FaultKind::Rejected, 'This site does not know which business the person belongs to: choose it in Partner Center.' );
		}
		return $subject->accountId;
	}

	/** @param list<string> $there */
	private static function change( User $user, array $there, string $business ): Change {
		sort( $there );
		$isThere = in_array( $business, $there, true );
		$after   = $isThere ? $there : [ ...$there, $business ];
		return new Change(
			$isThere ? 'The user may open the business already; nothing will be changed.' : 'Lets ' . $user->label() . ' open the business ' . $business . ', as before.',
			[
				'User'       => $user->label(),
				'Businesses' => [] === $there ? 'none' : implode( ', ', $there ),
			],
			[
				'User'       => $user->label(),
				'Businesses' => implode( ', ', $after ),
			],
			false, // Nothing here takes a business away: who wants that does it in Partner Center.
		);
	}
}
