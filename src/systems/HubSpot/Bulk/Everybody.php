<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Bulk;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Support\Truth;
use Causeway\Systems\HubSpot\ErrorWords;
use Causeway\Systems\HubSpot\HubSpotTime;
use Causeway\Systems\HubSpot\Portal;
use Causeway\Systems\HubSpot\Requests\Contact;
use Causeway\Systems\HubSpot\Requests\ListDeletedContacts;
use Causeway\Systems\HubSpot\Requests\SearchContacts;

/**
 * Reads all contacts, and after that only what has changed.
 *
 * First come the deleted ones, which HubSpot can neither filter nor sort, then the active ones, 200 a call behind the last id. A contact that
 * was merged away comes with the one that took it in, after whatever was said of it before. What is deleted for good leaves no trace, so once
 * in a while everybody is read again.
 */
final class Everybody {

	private const WHOLE_EVERY_SECONDS = 7 * 86_400;

	/** How long a busy moment lasts, by the name of the limit. */
	private const WAIT_SECONDS = [
		'SECONDLY'             => 1,
		'TEN_SECONDLY_ROLLING' => 10,
	];

	public function __construct( private readonly Conversation $api, private readonly Portal $portal ) {}

	/** @throws ConnectorFault */
	public function page( string $cursor ): BulkPage {
		$now   = $this->api->now();
		$place = Place::fromCursor( $cursor, $now );
		if ( null === $place || ( ! $place->isWhole() && $place->wholeAt < $now - self::WHOLE_EVERY_SECONDS ) ) {
			$place = Place::start( $now );
		}
		try {
			return 'bin' === $place->phase ? $this->bin( $place ) : $this->contacts( $place );
		} catch ( ConnectorFault $fault ) {
			$wait = FaultKind::RateLimited === $fault->kind ? self::WAIT_SECONDS[ $fault->vendorCode ] ?? 0 : 0;
			if ( $wait > 0 ) {
				return new BulkPage( [], $place->cursor(), '', $place->isWhole(), $wait );
			}
			if ( ErrorWords::VALIDATION === $fault->vendorCode && '' !== $place->after ) {
				// A page of the deleted ones that HubSpot no longer takes begins a whole pass.
				return $this->bin( Place::start( $now ) );
			}
			throw $fault;
		}
	}

	/** @throws ConnectorFault */
	private function bin( Place $place ): BulkPage {
		$page   = $this->api->ask( new ListDeletedContacts( $place->after ) );
		$people = [];
		foreach ( $page->contacts as $contact ) {
			if ( $contact->archivedAt() >= $place->since ) {
				$isKept   = $contact->archivedAt() > $this->api->now() - Contact::KEPT_SECONDS;
				$people[] = new BulkPerson( 'contact', $contact->id, $isKept ? 'in-recycle-bin' : 'permanently-deleted', $contact->email(), '', $contact->companyId(), changedAt: $contact->archivedAt(), endsAt: $isKept ? $contact->archivedAt() + Contact::KEPT_SECONDS : 0 );
			}
		}
		$next = '' === $page->next ? $place->behind( '' ) : $place->nextOfBin( $page->next );
		return new BulkPage( $people, $next->cursor(), '', $place->isWhole() );
	}

	/** @throws ConnectorFault */
	private function contacts( Place $place ): BulkPage {
		$properties = [ ...Contact::CERTAIN, ...( Portal::Memberships === $this->portal ? Contact::MEMBERSHIP : [] ) ];
		$contacts   = $this->api->ask( SearchContacts::behind( $place->lastId, $place->since, $properties ) )->contacts;
		$people     = [];
		$lastId     = $place->lastId;
		foreach ( $contacts as $contact ) {
			if ( (int) $contact->id <= (int) $lastId ) {
				throw new ConnectorFault( FaultKind::Malformed, 'The contacts do not come in the order that was asked for.' );
			}
			$lastId   = $contact->id;
			$people[] = $this->person( $contact );
			foreach ( $contact->mergedIds() as $merged ) {
				$people[] = new BulkPerson( 'contact', $merged, 'merged', survivor: $contact->id );
			}
		}
		return count( $contacts ) < SearchContacts::MOST
			? new BulkPage( $people, '', $place->nextPass(), $place->isWhole() )
			: new BulkPage( $people, $place->behind( $lastId )->cursor(), '', $place->isWhole() );
	}

	private function person( Contact $contact ): BulkPerson {
		$status       = strtolower( $contact->text( 'hs_content_membership_status' ) );
		$hasLogin     = $contact->has( 'hs_content_membership_registered_at' );
		$registeredAt = HubSpotTime::unix( $contact->text( 'hs_content_membership_registered_at' ) );
		return new BulkPerson(
			'contact',
			$contact->id,
			'live',
			$contact->email(),
			'',
			$contact->companyId(),
			isActive: in_array( $status, [ 'active', 'inactive' ], true ) ? Truth::of( 'active' === $status ) : Truth::Unknown,
			isConfirmed: $hasLogin ? Truth::of( $registeredAt > 0 ) : Truth::Unknown,
			invitedAt: HubSpotTime::unix( $contact->text( 'hs_content_membership_registration_email_sent_at' ) ),
			changedAt: $contact->changedAt(),
		);
	}
}
