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
use Causeway\Systems\ZohoDesk\Requests\ApproveInvitation;
use Causeway\Systems\ZohoDesk\Requests\Contact;
use Causeway\Systems\ZohoDesk\Requests\Seat;

/** Approves that somebody signed up at the Help Center by themselves. */
final class ApproveSignUp implements Action {

	public const ID = 'approve-sign-up';

	private const WAITS = 'waits for approval';

	private const APPROVED = 'approved';

	/** @param \Closure(Connection): Conversation $api */
	public function __construct( private readonly \Closure $api ) {}

	public function id(): string {
		return self::ID;
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		$person  = new OnePerson( ( $this->api )( $connection ), $subject, $connection );
		$contact = $person->contact();
		return self::change( $contact, self::seat( $person, $contact ) );
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		OnePerson::mayBeWrittenTo( $connection );
		$person  = new OnePerson( ( $this->api )( $connection ), $subject, $connection );
		$contact = $person->contact();
		$seat    = self::seat( $person, $contact );
		$now     = self::change( $contact, $seat );
		if ( self::APPROVED === $now->before['State'] ) {
			return;
		}
		if ( $now->fingerprint() !== $change->fingerprint() ) {
			throw OnePerson::moved();
		}
		$person->write( new ApproveInvitation( $contact->id, $seat->helpCenterId ), static fn (): bool => true !== self::seat( $person, $contact )->awaitsApproval() );
	}

	/** @throws ConnectorFault */
	private static function seat( OnePerson $person, Contact $contact ): Seat {
		$seat = $person->login( $contact )->seat ?? throw new ConnectorFault( FaultKind::NotFound, 'Zoho Desk shows no sign-up of this contact. Look at its page of portal users.', vendorCode: 'causeway-no-user' );
		return null !== $seat->awaitsApproval() ? $seat : throw new ConnectorFault( FaultKind::Rejected, 'The sign-up is in a state that Causeway does not know. Look at it in Zoho Desk.', vendorCode: 'causeway-not-readable' );
	}

	private static function change( Contact $contact, Seat $seat ): Change {
		$label = $contact->name() . ' (' . $contact->id . ')';
		$state = true === $seat->awaitsApproval() ? self::WAITS : self::APPROVED;
		return new Change(
			self::WAITS === $state ? 'Approves the sign-up of ' . $label . ' at the Help Center ' . $seat->helpCenterName . '.' : 'No sign-up of this contact waits for approval; nothing will be changed.',
			[
				'Contact' => $label,
				'State'   => $state,
			],
			[
				'Contact' => $label,
				'State'   => self::APPROVED,
			],
			false, // Nothing here turns anybody away: who wants that does it in Zoho Desk.
		);
	}
}
