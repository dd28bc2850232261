<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Actions;

use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Invitation;
use Causeway\Connector\Subject;
use Causeway\Support\Truth;
use Causeway\Systems\Vendasta\Footprint;
use Causeway\Systems\Vendasta\Footprints;
use Causeway\Systems\Vendasta\Requests\SendWelcomeMail;
use Causeway\Systems\Vendasta\Requests\User;

/**
 * Sends the mail with the link to set a password.
 *
 * Whether a mail went out cannot be read back. So it is noted before it is sent: done twice, one mail goes out; and where the answer got
 * lost, nothing is sent again until a person has seen that one may be under way.
 */
final class SendWelcomeAgain implements Invitation {

	public const ID = 'send-welcome-again';

	private const FACT = 'welcomeMails';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		$api  = ( $this->api )( $connection );
		$user = OneUser::of( $api, $subject, $connection )->atAddress();
		return self::change( $user, ( new Footprints( $api, self::FACT ) )->of( $user->id ) );
	}

	public function again( Subject $subject, Connection $connection ): ?Change {
		$api  = ( $this->api )( $connection );
		$user = OneUser::of( $api, $subject, $connection )->atAddress();
		return null === ( new Footprints( $api, self::FACT ) )->of( $user->id ) ? self::change( $user, null ) : null;
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		OneUser::requireWriting( $connection );
		$api    = ( $this->api )( $connection );
		$user   = OneUser::of( $api, $subject, $connection )->atAddress();
		$prints = new Footprints( $api, self::FACT );
		$sent   = $prints->of( $user->id );
		if ( self::change( $user, $sent )->fingerprint() !== $change->fingerprint() ) {
			if ( true === $sent?->isCertain && self::change( $user, null )->fingerprint() === $change->fingerprint() ) {
				return;
			}
			OneUser::moved( 'The user has changed since the preview, or a mail may be under way already. Look again first.' );
		}
		$prints->leave( $user->id, false );
		try {
			$api->ask( new SendWelcomeMail( $user->id ) );
		} catch ( ConnectorFault $fault ) {
			if ( ! OneUser::isUncertain( $fault ) ) {
				$prints->lift( $user->id );
				throw $fault;
			}
			throw new ConnectorFault( $fault->kind, 'Nobody can say whether the mail went out. Ask the person before you send another one.', $fault->retryAfterSeconds, $fault->vendorCode, $fault->status );
		}
		$prints->leave( $user->id, true );
	}

	/** @throws ConnectorFault Where no mail can reach the user. */
	private static function change( User $user, ?Footprint $sent ): Change {
		if ( Truth::False === $user->isMailable ) {
			throw new ConnectorFault( FaultKind::Rejected, 'Vendasta has no address for this user to which it could send mail.' );
		}
		return new Change(
			'Sends ' . $user->label() . ' the welcome mail, whose link lets a person set a password. Nobody’s password changes by that.',
			[
				'User'                    => $user->label(),
				'Last sent by this site'  => self::said( $sent ),
			],
			[
				'User'         => $user->label(),
				'Welcome mail' => 'to ' . $user->email,
			],
			false, // A mail cannot be called back.
		);
	}

	private static function said( ?Footprint $sent ): string {
		return null === $sent ? 'not within the last hour' : ( $sent->isCertain ? '' : 'perhaps ' ) . gmdate( 'H:i', $sent->at ) . ' UTC';
	}
}
