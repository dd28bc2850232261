<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Salesforce\Examination;
use Causeway\Systems\Salesforce\Requests\Contact;
use Causeway\Systems\Salesforce\Requests\ListDeletedContacts;
use Causeway\Systems\Salesforce\SalesforceTime;

/**
 * Whether the contact is there, and where it went if not.
 *
 * "Not visible to us" is not "deleted": a missing answer becomes a deletion only where the recycle bin, the list of deletions or the record
 * that took its place says so.
 *
 * @implements Probe<Examination>
 */
final class DeletionProbe implements Probe {

	public const PRODUCES = [ 'contact.exists', 'contact.in-recycle-bin', 'contact.permanently-deleted', 'contact.merged', 'deletions.many' ];

	/** So many deletions, as near as that to this one, are a clean-up and not somebody's click. */
	private const MANY           = 10;
	private const NEARBY_SECONDS = 1_800;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$contact = $look->contact;
		if ( null !== $contact ) {
			return [
				$look->write->true( 'contact.exists', $contact->name() . ' (' . $contact->id . ').' ),
				$look->write->false( 'contact.in-recycle-bin' ),
				$look->write->false( 'contact.permanently-deleted' ),
				$look->write->false( 'contact.merged' ),
				$look->write->unknown( 'deletions.many', 'not-tried' ),
			];
		}
		if ( 'contact-absent' !== $look->noContact ) {
			return $this->withoutId( $look );
		}
		$survivor  = $this->survivor( $look );
		$deletions = $this->deletions( $look );
		$deletedAt = is_array( $deletions ) ? $deletions[ $look->contactId ] ?? 0 : 0;
		$isGone    = null !== $look->deleted || null !== $survivor || 0 !== $deletedAt;
		return [
			$isGone
				? $look->write->false( 'contact.exists', 'Contact ' . $look->contactId . ' is not there.' )
				: $look->write->unknown( 'contact.exists', 'not-visible', 'Contact ' . $look->contactId . ' was not answered, but no deletion of it is listed either: it may be hidden from the connection’s user.' ),
			$this->inBin( $look ),
			match ( true ) {
				null !== $look->deleted, null !== $survivor => $look->write->false( 'contact.permanently-deleted' ),
				0 !== $deletedAt => $look->write->true( 'contact.permanently-deleted', 'Deleted ' . SalesforceTime::sentence( $deletedAt ) . ', and no longer in the recycle bin.' ),
				default => $look->write->unknown( 'contact.permanently-deleted', is_array( $deletions ) ? 'not-listed' : $deletions->reason(), 'Salesforce lists deletions for 15 days; this one is not among them.' ),
			},
			$this->merged( $look, $survivor ),
			$this->many( $look, $deletions, $deletedAt ),
		];
	}

	/** @return list<Finding> */
	private function withoutId( Examination $look ): array {
		$isLookedFor = '' !== $look->address() && 'contact-unknown' === $look->noContact;
		return [
			match ( true ) {
				'ambiguous' === $look->noContact => $look->write->unknown( 'contact.exists', 'ambiguous', 'More than one contact fits the address ' . $look->address() . '.' ),
				$isLookedFor => $look->write->false( 'contact.exists', 'No live contact has the address ' . $look->address() . '.' ),
				default => $look->write->unknown( 'contact.exists', $look->noContact ),
			},
			$isLookedFor
				? $look->write->false( 'contact.in-recycle-bin', 'No contact in the recycle bin has the address ' . $look->address() . '.' )
				: $look->write->unknown( 'contact.in-recycle-bin', $look->noContact ),
			...$look->write->allUnknown( [ 'contact.permanently-deleted', 'contact.merged' ], $look->noContact ),
			$look->write->unknown( 'deletions.many', 'not-tried' ),
		];
	}

	private function inBin( Examination $look ): Finding {
		$deleted = $look->deleted;
		return null === $deleted
			? $look->write->false( 'contact.in-recycle-bin', 'Contact ' . $look->contactId . ' is not in the recycle bin.' )
			: $look->write->true( 'contact.in-recycle-bin', $deleted->name() . ' (' . $deleted->id . '), deleted ' . $deleted->lastChange() . '.' );
	}

	private function merged( Examination $look, ?Contact $survivor ): Finding {
		$deleted = $look->deleted;
		return match ( true ) {
			null !== $survivor => $look->write->true( 'contact.merged', 'Contact ' . $survivor->id . ' (' . $survivor->name() . ') took the place of ' . $look->contactId . '.' ),
			null !== $deleted && ! $deleted->has( 'MasterRecordId' ) => $look->write->unknown( 'contact.merged', 'not-readable', 'The deleted contact does not say whether it was merged into another one.' ),
			null !== $deleted => $look->write->false( 'contact.merged', 'The deleted contact names no live one that took its place.' ),
			'' === $look->address() => $look->write->unknown( 'contact.merged', 'no-address', 'Without an address nobody can look for a contact that took its place.' ),
			default => $look->write->false( 'contact.merged', 'No other live contact has the address ' . $look->address() . '.' ),
		};
	}

	/** The contact that a merge kept, or another live one with the address, made in its place. */
	private function survivor( Examination $look ): ?Contact {
		$survivor = null === $look->deleted || '' === $look->deleted->masterId() ? null : $look->people->survivor( $look->deleted );
		$address  = $look->address();
		if ( null !== $survivor || '' === $address ) {
			return $survivor;
		}
		foreach ( $look->people->withAddress( $address ) as $contact ) {
			if ( ! $contact->isDeleted() && $contact->id !== $look->contactId ) {
				return $contact;
			}
		}
		return null;
	}

	/** @return array<string, int>|ConnectorFault Unix seconds by id; the fault where the list may not be read. */
	private function deletions( Examination $look ): array|ConnectorFault {
		$now      = $look->api->now();
		$earliest = $now - ListDeletedContacts::LOOKS_BACK_SECONDS;
		// Where the recycle bin says when it was, only what happened around that is of interest.
		$around = $look->deleted?->changedAt() ?? 0;
		$span   = $around > $earliest && $around <= $now
			? new ListDeletedContacts( max( $earliest, $around - self::NEARBY_SECONDS ), min( $now, $around + self::NEARBY_SECONDS ) + 60 )
			: new ListDeletedContacts( $earliest, $now );
		try {
			return $look->api->ask( $span );
		} catch ( ConnectorFault $fault ) {
			// Too many to list, or too long ago for this organisation: the recycle bin alone has to do.
			$isPassable = 'causeway-answer-too-large' === $fault->vendorCode || in_array( $fault->kind, [ FaultKind::Rejected, FaultKind::Forbidden, FaultKind::NotFound, FaultKind::Unsupported ], true );
			if ( ! $isPassable ) {
				throw $fault;
			}
			return $fault;
		}
	}

	/** @param array<string, int>|ConnectorFault $deletions */
	private function many( Examination $look, array|ConnectorFault $deletions, int $deletedAt ): Finding {
		if ( ! is_array( $deletions ) || 0 === $deletedAt ) {
			return $look->write->unknown( 'deletions.many', is_array( $deletions ) ? 'not-listed' : $deletions->reason() );
		}
		$nearby = count( array_filter( $deletions, static fn ( int $at ): bool => abs( $at - $deletedAt ) <= self::NEARBY_SECONDS ) );
		return $look->write->of( 'deletions.many', $nearby >= self::MANY, $nearby . ' contacts were deleted within half an hour of ' . SalesforceTime::sentence( $deletedAt ) . '.' );
	}
}
