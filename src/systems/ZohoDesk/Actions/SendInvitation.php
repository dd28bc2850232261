<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Actions;

use Causeway\Connector\Action;
use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoDesk\ErrorWords;
use Causeway\Systems\ZohoDesk\Probes\LicenceProbe;
use Causeway\Systems\ZohoDesk\Requests\Contact;
use Causeway\Systems\ZohoDesk\Requests\InviteContact;
use Causeway\Systems\ZohoDesk\Requests\User;

/**
 * Asks Zoho Desk to invite one contact to the Help Center, for the first time or once more. A mail goes out, so it cannot be taken back.
 *
 * Whether a second invitation really sends a second mail is not documented, and nothing that can be read tells. So a second one within ten
 * minutes is held back here, and one whose answer got lost is not called done.
 */
final class SendInvitation implements Action {

	public const ID = 'send-invitation';

	/** Connection fact: the last invitations sent from here, `contact@time` each. */
	public const SENT = 'invitationsSent';

	private const NOT_INVITED = 'not invited';

	private const REMOVED = 'removed from the Help Center';

	private const INVITED = 'invited, not confirmed yet';

	private const CONFIRMED = 'invited and confirmed';

	private const HOLD_SECONDS = 600;

	private const KEPT = 5;

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		$person = new OnePerson( ( $this->api )( $connection ), $subject, $connection );
		return $this->change( $person, $person->contact() );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		OnePerson::mayBeWrittenTo( $connection );
		$person  = new OnePerson( ( $this->api )( $connection ), $subject, $connection );
		$contact = $person->contact();
		$before  = $this->state( $person, $contact );
		if ( self::CONFIRMED === $before || self::wasJustSent( $person->api, $contact->id ) ) {
			return;
		}
		if ( $this->change( $person, $contact )->fingerprint() !== $change->fingerprint() ) {
			throw OnePerson::moved();
		}
		try {
			$person->write( new InviteContact( $contact->id, self::helpCenter( $person ) ), fn (): bool => self::INVITED !== $before && self::INVITED === $this->state( $person, $contact ) );
		} catch ( ConnectorFault $fault ) {
			throw $this->explained( $fault, $person->api, $before );
		}
		self::remember( $person->api, $contact->id );
	}

	/** @throws ConnectorFault */
	private function change( OnePerson $person, Contact $contact ): Change {
		$email = $contact->email();
		if ( '' === $email ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The contact has no e-mail address, so no invitation can be sent. Fill it first.', vendorCode: 'causeway-no-address' );
		}
		$label  = $contact->name() . ' (' . $contact->id . ')';
		$center = $person->people()->helpCenter();
		$state  = $this->state( $person, $contact );
		$before = [
			'Contact'     => $label,
			'Help Center' => null === $center ? self::helpCenter( $person ) : $center->label(),
			'State'       => $state,
		];
		if ( self::CONFIRMED === $state ) {
			return new Change( $label . ' has confirmed the invitation already; nothing will be sent.', $before, $before, false );
		}
		$summary = self::INVITED === $state
			? 'Asks Zoho Desk to invite ' . $label . ' once more, with a mail to ' . $email . '.'
			: 'Invites ' . $label . ' to the Help Center, with a mail to ' . $email . '.';
		return new Change( $summary, $before, array_merge( $before, [ 'State' => self::INVITED, 'Mail to' => $email ] ), false );
	}

	/** @throws ConnectorFault Where another step comes first. */
	private function state( OnePerson $person, Contact $contact ): string {
		$login = $person->login( $contact );
		$user  = $login->user;
		if ( true === $login->seat?->awaitsApproval() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'The person has signed up already and waits for approval. Approve the sign-up instead.', vendorCode: 'causeway-awaits-approval' );
		}
		return match ( true ) {
			null === $user => self::NOT_INVITED,
			User::DELETED === $user->status => self::REMOVED,
			User::DISABLED === $user->status => throw new ConnectorFault( FaultKind::Rejected, 'The person’s user is deactivated. Activate it first, if it was not done on purpose.', vendorCode: 'causeway-user-deactivated' ),
			Truth::True === $user->isConfirmed => self::CONFIRMED,
			default => self::INVITED,
		};
	}

	/** @throws ConnectorFault */
	private static function helpCenter( OnePerson $person ): string {
		$id = $person->people()->helpCenterId();
		return '' !== $id ? $id : throw new ConnectorFault( FaultKind::Rejected, 'Which Help Center is meant is not clear. Enter its ID in this connection.', vendorCode: 'causeway-help-center-unknown' );
	}

	private function explained( ConnectorFault $fault, Conversation $api, string $before ): ConnectorFault {
		if ( ErrorWords::LICENCE === $fault->vendorCode ) {
			$api->learn( [ LicenceProbe::REFUSED_AT => (string) $api->now() ] );
			return $fault;
		}
		return self::INVITED === $before && FaultKind::Rejected === $fault->kind
			? new ConnectorFault( FaultKind::Rejected, 'Zoho Desk did not take a second invitation (' . $fault->vendorCode . '). Choose Re-Invite on its page of portal users instead.', vendorCode: $fault->vendorCode, status: $fault->status )
			: $fault;
	}

	private static function wasJustSent( Conversation $api, string $contactId ): bool {
		return $api->now() - ( self::sent( $api )[ $contactId ] ?? 0 ) < self::HOLD_SECONDS;
	}

	private static function remember( Conversation $api, string $contactId ): void {
		$sent = [ $contactId . '@' . $api->now() ];
		foreach ( self::sent( $api ) as $other => $at ) {
			if ( (string) $other !== $contactId ) {
				$sent[] = $other . '@' . $at;
			}
		}
		$api->learn(
			[
				self::SENT               => implode( ' ', array_slice( $sent, 0, self::KEPT ) ),
				LicenceProbe::REFUSED_AT => '',
			]
		);
	}

	/** @return array<array-key, int> Contact → Unix seconds. */
	private static function sent( Conversation $api ): array {
		$sent = [];
		foreach ( explode( ' ', $api->fact( self::SENT ) ) as $entry ) {
			[ $id, $at ] = explode( '@', $entry, 2 ) + [ '', '' ];
			if ( '' !== $id ) {
				$sent[ $id ] = (int) $at;
			}
		}
		return $sent;
	}
}
