<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\ZohoCrm\Examination;
use Causeway\Systems\ZohoCrm\Requests\Contact;
use Causeway\Systems\ZohoCrm\Requests\DeletedContact;
use Causeway\Systems\ZohoCrm\Requests\GetRecycleBinEntry;
use Causeway\Systems\ZohoCrm\Requests\ListDeletedContacts;

/**
 * Whether the contact is there, and where it went if not.
 *
 * "Not visible to us" is not "deleted": a missing answer becomes a deletion only where the recycle bin, the list of deletions or the record
 * that took its place says so.
 *
 * @implements Probe<Examination>
 */
final class DeletionProbe implements Probe {

	public const PRODUCES = [ 'contact.exists', 'contact.in-recycle-bin', 'contact.permanently-deleted', 'contact.merged' ];

	/** Pages of 200 that are looked through; older deletions stay unknown. */
	private const PAGES = 5;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( null !== $look->contact ) {
			$detail = $look->contact->text( 'Full_Name' ) . ' (' . $look->contact->id . ').';
			return [
				$look->write->true( 'contact.exists', $detail ),
				$look->write->false( 'contact.in-recycle-bin' ),
				$look->write->false( 'contact.permanently-deleted' ),
				$look->write->false( 'contact.merged' ),
			];
		}
		if ( 'contact-absent' !== $look->noContact ) {
			return $this->withoutId( $look );
		}

		$entry     = $this->inRecycleBin( $look );
		$successor = $this->successor( $look );
		$deletion  = null === $entry && null === $successor ? $this->permanentDeletion( $look ) : null;
		return [
			$this->exists( $look, $entry, $successor, $deletion ),
			null === $entry
				? $look->write->false( 'contact.in-recycle-bin', 'Contact ' . $look->contactId . ' is not in the recycle bin.' )
				: $look->write->true( 'contact.in-recycle-bin', $entry->sentence() . '.' ),
			match ( true ) {
				null !== $entry, null !== $successor => $look->write->false( 'contact.permanently-deleted' ),
				$deletion instanceof DeletedContact => $look->write->true( 'contact.permanently-deleted', $deletion->sentence() . '.' ),
				default => $look->write->unknown( 'contact.permanently-deleted', $deletion ?? 'not-listed', 'Zoho lists deletions for 120 days; this one is not among them.' ),
			},
			null === $successor
				? $look->write->false( 'contact.merged', '' === $look->address() ? '' : 'No other contact has the address ' . $look->address() . '.' )
				: $look->write->true( 'contact.merged', 'Contact ' . $successor->id . ' has the address ' . $look->address() . ' now; ' . $look->contactId . ' is gone.' ),
		];
	}

	/** @return list<Finding> */
	private function withoutId( Examination $look ): array {
		$isLookedFor = '' !== $look->address() && 'contact-unknown' === $look->noContact;
		return [
			match ( true ) {
				'ambiguous' === $look->noContact => $look->write->true( 'contact.exists', 'More than one contact has the address ' . $look->address() . '.' ),
				$isLookedFor => $look->write->false( 'contact.exists', 'No live contact has the address ' . $look->address() . '.' ),
				default => $look->write->unknown( 'contact.exists', $look->noContact ),
			},
			...$look->write->allUnknown( [ 'contact.in-recycle-bin', 'contact.permanently-deleted', 'contact.merged' ], $look->noContact, 'Deleted contacts are listed without an address, so one can only be found by the id that was known before.' ),
		];
	}

	private function exists( Examination $look, ?DeletedContact $entry, ?Contact $successor, DeletedContact|string|null $deletion ): Finding {
		$isConfirmed = null !== $entry || null !== $successor || $deletion instanceof DeletedContact;
		return $isConfirmed
			? $look->write->false( 'contact.exists', 'Contact ' . $look->contactId . ' is not there.' )
			: $look->write->unknown( 'contact.exists', 'not-visible', 'Contact ' . $look->contactId . ' was not answered, but no deletion of it is listed either: it may be hidden from the connection’s user.' );
	}

	private function inRecycleBin( Examination $look ): ?DeletedContact {
		try {
			return $look->api->ask( new GetRecycleBinEntry( $look->contactId ) );
		} catch ( ConnectorFault $fault ) {
			// Without the right to see the bin, the list of deletions tells the same with less detail.
			if ( ! in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::Unsupported, FaultKind::NotFound ], true ) ) {
				throw $fault;
			}
			$entry = $this->listed( $look, 'recycle' );
			return $entry instanceof DeletedContact ? $entry : ( 'not-listed' === $entry ? null : throw $fault );
		}
	}

	/** Another live contact with the person's address: the one that a merge kept, or a new one made in its place. */
	private function successor( Examination $look ): ?Contact {
		$address = $look->address();
		foreach ( '' === $address ? [] : ContactProbe::find( $look, $address ) as $contact ) {
			if ( $contact->id !== $look->contactId ) {
				return $contact;
			}
		}
		return null;
	}

	private function permanentDeletion( Examination $look ): DeletedContact|string {
		return $this->listed( $look, 'permanent' );
	}

	/**
	 * @param 'recycle'|'permanent' $type
	 * @return DeletedContact|'not-listed'|'too-many-deletions'
	 */
	private function listed( Examination $look, string $type ): DeletedContact|string {
		for ( $number = 1; $number <= self::PAGES; ++$number ) {
			$page = $look->api->ask( new ListDeletedContacts( $type, $number ) );
			foreach ( $page->rows as $row ) {
				if ( $row->id === $look->contactId ) {
					return $row;
				}
			}
			if ( ! $page->hasMore ) {
				return 'not-listed';
			}
		}
		return 'too-many-deletions';
	}
}
