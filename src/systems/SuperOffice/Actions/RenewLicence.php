<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\SuperOffice\Requests\Licence;
use Causeway\Systems\SuperOffice\Requests\RemoveLicences;
use Causeway\Systems\SuperOffice\Requests\SaveUser;
use Causeway\Systems\SuperOffice\Requests\User;

/**
 * Takes a user's licences away, saves, gives the same ones back and saves again, which also lets the user log in.
 *
 * A user without any gets the one user licence that is free; where several are, a person has to choose. Interrupted after the first save, it
 * goes on with the second when it is applied again.
 */
final class RenewLicence implements Action {

	public const ID = 'renew-licence';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		$user = OneUser::of( ( $this->api )( $connection ), $subject, $connection )->read();
		return $this->change( $user );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		if ( ! $connection->mayWrite ) {
			throw new ConnectorFault( FaultKind::Forbidden, 'This connection may only read. Allow writing in its settings first.', vendorCode: 'causeway-writing-off' );
		}
		$one    = OneUser::of( ( $this->api )( $connection ), $subject, $connection );
		$user   = $one->read();
		$wanted = $this->wanted( $user, $change );
		if ( ( $change->before['Licences'] ?? '' ) !== ( $change->after['Licences'] ?? '' ) && self::names( $user->assigned() ) === $wanted ) {
			return;
		}
		if ( [] !== $user->assigned() ) {
			$one->write( new RemoveLicences( $one->associateId ), static fn ( User $after ): bool => [] === $after->assigned() );
			$user = $one->read();
		}
		$one->write( new SaveUser( $user->withLicences( $wanted ) ), static fn ( User $after ): bool => self::names( $after->assigned() ) === $wanted );
	}

	/**
	 * The licences that the user ends with; refuses a state that is neither the previewed one nor the one between the two saves.
	 *
	 * @return list<string>
	 * @throws ConnectorFault
	 */
	private function wanted( User $user, Change $change ): array {
		$wanted = array_values( array_filter( explode( ', ', $change->after['Licences'] ?? '' ), static fn ( string $name ): bool => '' !== $name ) );
		$isThere = in_array( self::names( $user->assigned() ), [ [], $wanted ], true );
		if ( $isThere && [] !== $wanted && ( $change->after['User'] ?? '' ) === self::label( $user ) && ! self::isGone( $user ) ) {
			return $wanted;
		}
		if ( $this->change( $user )->fingerprint() !== $change->fingerprint() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The user’s licences have changed since the preview. Look again first.', vendorCode: 'causeway-state-moved' );
		}
		return $wanted;
	}

	/** @throws ConnectorFault */
	private function change( User $user ): Change {
		if ( self::isGone( $user ) ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The user is retired, so giving a licence would not help. Take the retirement back first, if the person is still with you.' );
		}
		$names = self::names( $user->assigned() );
		$label = self::label( $user );
		$after = $user->hasPlan() ? $names : [ ...$names, $this->onlyFreePlan( $user ) ];
		sort( $after );
		return new Change(
			'Takes the licences of ' . $label . ' away, saves, gives them again and saves once more, with leave to log in.',
			[
				'User'     => $label,
				'Licences' => implode( ', ', $names ),
			],
			[
				'User'       => $label,
				'Licences'   => implode( ', ', $after ),
				'Can log in' => 'yes',
			],
			false, // Nothing here takes a licence away for good: who wants that does it in SuperOffice.
		);
	}

	/** @throws ConnectorFault */
	private function onlyFreePlan( User $user ): string {
		$plans = $user->freePlans();
		if ( 1 !== count( $plans ) ) {
			throw new ConnectorFault( FaultKind::Rejected, [] === $plans ? 'No user licence is free to be given.' : 'More than one kind of user licence is free: choose the right one in Settings and maintenance.' );
		}
		return $plans[0]->name;
	}

	private static function isGone( User $user ): bool {
		return $user->isDeleted() || $user->isPersonRetired();
	}

	private static function label( User $user ): string {
		return $user->name() . ' (' . $user->userName() . ', user ' . $user->associateId() . ')';
	}

	/**
	 * @param list<Licence> $licences
	 * @return list<string>
	 */
	private static function names( array $licences ): array {
		$names = array_map( static fn ( Licence $licence ): string => $licence->name, $licences );
		sort( $names );
		return $names;
	}
}
