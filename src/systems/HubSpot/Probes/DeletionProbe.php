<?php

declare(strict_types=1);

namespace Causeway\Systems\HubSpot\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\HubSpot\Examination;
use Causeway\Systems\HubSpot\HubSpotTime;
use Causeway\Systems\HubSpot\Requests\Contact;
use Causeway\Systems\HubSpot\Requests\GetContact;
use Causeway\Systems\HubSpot\Requests\GetDeletion;
use Causeway\Systems\HubSpot\Requests\ListDeletedContacts;

/**
 * Where a missing contact went: recycle bin, gone for good, merged into another one; whether another contact has taken its address meanwhile,
 * which keeps HubSpot from restoring it; and whether many went with it.
 *
 * @implements Probe<Examination>
 */
final class DeletionProbe implements Probe {

	public const PRODUCES = [ 'contact.exists', 'contact.in-recycle-bin', 'contact.permanently-deleted', 'contact.merged', 'contact.replaced', 'deletions.many' ];

	/** So many deletions, as near as that to this one, are a clean-up and not somebody's click. */
	private const MANY           = 10;
	private const NEARBY_SECONDS = 1_800;

	/** Pages of 100 deleted contacts that are looked through. HubSpot can neither filter nor sort them. */
	private const PAGES = 5;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( null !== $look->contact ) {
			return [
				$look->write->true( 'contact.exists', $look->contact->label() . '.' ),
				$look->write->false( 'contact.in-recycle-bin' ),
				$look->write->false( 'contact.permanently-deleted' ),
				$look->write->false( 'contact.merged' ),
				$look->write->false( 'contact.replaced' ),
				$look->write->unknown( 'deletions.many', 'not-tried' ),
			];
		}
		return match ( true ) {
			'contact-absent' === $look->noContact => $this->afterId( $look ),
			'contact-unknown' === $look->noContact && '' !== $look->address() => $this->afterAddress( $look, $look->address() ),
			default => [
				'ambiguous' === $look->noContact
					? $look->write->true( 'contact.exists', 'More than one contact has the address ' . $look->address() . '.' )
					: $look->write->unknown( 'contact.exists', $look->noContact ),
				...$look->write->allUnknown( array_slice( self::PRODUCES, 1 ), $look->noContact ),
			],
		};
	}

	/** @return list<Finding> */
	private function afterId( Examination $look ): array {
		$id       = $look->contactId;
		$entry    = $look->orFault( static fn (): ?Contact => $look->people->deleted( $id ) );
		$address  = $entry instanceof Contact && '' !== $entry->email() ? $entry->email() : $look->address();
		$holder   = '' === $address ? null : $look->people->withAddress( $address )[0] ?? null;
		$survivor = match ( true ) {
			null !== $look->survivor => $look->survivor,
			null !== $holder && in_array( $id, $holder->mergedIds(), true ) => $holder,
			default => $look->orFault( static fn (): ?Contact => $look->people->survivorOf( $id ) ),
		};
		$isMerged = $survivor instanceof Contact;
		$rival    = $isMerged || $holder?->id === $id ? null : $holder;
		return [
			$look->write->false( 'contact.exists', 'Contact ' . $id . ' is not among the active ones.' ),
			...$this->whereTo( $look, $entry, $isMerged ),
			match ( true ) {
				$survivor instanceof Contact => $look->write->true( 'contact.merged', 'Contact ' . $id . ' was merged into ' . $survivor->label() . '.' ),
				$survivor instanceof ConnectorFault => $look->write->unknown( 'contact.merged', $survivor->reason(), $survivor->getMessage() ),
				default => $look->write->false( 'contact.merged', 'No active contact says that it took in contact ' . $id . '.' ),
			},
			match ( true ) {
				null !== $rival => $look->write->true( 'contact.replaced', $rival->label() . ' has the address ' . $address . ' now.' ),
				'' === $address => $look->write->unknown( 'contact.replaced', 'no-address' ),
				default => $look->write->false( 'contact.replaced' ),
			},
			$this->many( $look, $entry ),
		];
	}

	/**
	 * Nobody knows an id, and no active contact has the address. HubSpot keeps the address of what is deleted, so it may still be found there.
	 *
	 * @return list<Finding>
	 */
	private function afterAddress( Examination $look, string $address ): array {
		$entry = $look->orFault( fn (): Contact|string => $this->deletedWithAddress( $look, $address ) );
		return [
			$look->write->false( 'contact.exists', 'No active contact has the address ' . $address . '.' ),
			...( is_string( $entry ) ? $this->notListed( $look, $entry, $address ) : $this->whereTo( $look, $entry, false ) ),
			$look->write->false( 'contact.merged', 'No active contact has the address ' . $address . ', not even as an additional one.' ),
			$look->write->false( 'contact.replaced' ),
			$this->many( $look, is_string( $entry ) ? null : $entry ),
		];
	}

	/**
	 * @param 'not-listed'|'too-many-deletions' $why
	 * @return list<Finding>
	 */
	private function notListed( Examination $look, string $why, string $address ): array {
		return [
			'not-listed' === $why
				? $look->write->false( 'contact.in-recycle-bin', 'No deleted contact has the address ' . $address . '.' )
				: $look->write->unknown( 'contact.in-recycle-bin', $why ),
			$look->write->unknown( 'contact.permanently-deleted', 'contact-unknown', 'Without the id that was known before, nobody can tell whether there ever was a contact.' ),
		];
	}

	/** @return list<Finding> Of the recycle bin, and of a deletion for good. */
	private function whereTo( Examination $look, Contact|ConnectorFault|null $entry, bool $isMerged ): array {
		if ( $isMerged ) {
			return [ $look->write->false( 'contact.in-recycle-bin', 'A contact that was merged away cannot be restored.' ), $look->write->false( 'contact.permanently-deleted' ) ];
		}
		if ( $entry instanceof ConnectorFault ) {
			return $look->write->allUnknown( [ 'contact.in-recycle-bin', 'contact.permanently-deleted' ], $entry->reason(), $entry->getMessage() );
		}
		if ( null === $entry ) {
			return [
				$look->write->false( 'contact.in-recycle-bin' ),
				$look->write->true( 'contact.permanently-deleted', 'Contact ' . $look->contactId . ' is neither among the active nor among the deleted ones: it was deleted for good, or more than 90 days ago.' ),
			];
		}
		$until = $entry->archivedAt() + Contact::KEPT_SECONDS;
		$by    = $this->by( $look, $entry );
		$when  = 'Deleted on ' . HubSpotTime::day( $entry->archivedAt() ) . ( '' === $by ? '' : ' by ' . $by );
		return $until > $look->api->now()
			? [
				$look->write->true( 'contact.in-recycle-bin', $entry->label() . '. ' . $when . '; it can be restored until ' . HubSpotTime::day( $until ) . '.' ),
				$look->write->false( 'contact.permanently-deleted' ),
			]
			: [
				$look->write->false( 'contact.in-recycle-bin', $entry->label() . ' can no longer be restored.' ),
				$look->write->true( 'contact.permanently-deleted', $when . ', more than 90 days ago.' ),
			];
	}

	/** Who deleted it; '' where the account keeps no log, or our app may not read it. */
	private function by( Examination $look, Contact $entry ): string {
		$by = $look->orFault( static fn (): string => $look->api->ask( new GetDeletion( $entry->id, $entry->archivedAt() ) ) );
		return is_string( $by ) ? $by : '';
	}

	/**
	 * Asked for by the address first; where HubSpot does not take that, the list is looked through.
	 *
	 * @return Contact|'not-listed'|'too-many-deletions'
	 * @throws ConnectorFault
	 */
	private function deletedWithAddress( Examination $look, string $address ): Contact|string {
		$found = $look->orFault( static fn (): Contact => $look->api->ask( GetContact::byAddress( $address, isDeleted: true ) ) );
		if ( $found instanceof Contact && $found->email() === $address && $found->archivedAt() > 0 ) {
			return $found;
		}
		[ $contacts, $isAll ] = $this->deleted( $look );
		$matches              = array_filter( $contacts, static fn ( Contact $contact ): bool => $contact->email() === $address );
		usort( $matches, static fn ( Contact $a, Contact $b ): int => $b->archivedAt() <=> $a->archivedAt() );
		return $matches[0] ?? ( $isAll ? 'not-listed' : 'too-many-deletions' );
	}

	private function many( Examination $look, Contact|ConnectorFault|null $entry ): Finding {
		if ( ! $entry instanceof Contact ) {
			return $look->write->unknown( 'deletions.many', $entry instanceof ConnectorFault ? $entry->reason() : 'not-recorded', 'When the contact was deleted is not known.' );
		}
		[ $contacts, $isAll ] = $this->deleted( $look );
		$nearby               = count( array_filter( $contacts, static fn ( Contact $contact ): bool => abs( $contact->archivedAt() - $entry->archivedAt() ) <= self::NEARBY_SECONDS ) );
		return $nearby >= self::MANY || $isAll
			? $look->write->of( 'deletions.many', $nearby >= self::MANY, $nearby . ' contacts were deleted within half an hour of ' . HubSpotTime::minute( $entry->archivedAt() ) . '.' )
			: $look->write->unknown( 'deletions.many', 'too-many-deletions' );
	}

	/**
	 * The first deleted contacts, and whether those are all.
	 *
	 * @return array{list<Contact>, bool}
	 * @throws ConnectorFault
	 */
	private function deleted( Examination $look ): array {
		$contacts = [];
		$after    = '';
		for ( $number = 1; $number <= self::PAGES; ++$number ) {
			$page     = $look->api->ask( new ListDeletedContacts( $after ) );
			$contacts = [ ...$contacts, ...$page->contacts ];
			$after    = $page->next;
			if ( '' === $after ) {
				return [ $contacts, true ];
			}
		}
		return [ $contacts, false ];
	}
}
