<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\ZohoDesk\Examination;
use Causeway\Systems\ZohoDesk\FoundContact;
use Causeway\Systems\ZohoDesk\Requests\Contact;
use Causeway\Systems\ZohoDesk\Requests\TrashedContact;

/**
 * Whether the contact is there, and where it went if not.
 *
 * Zoho Desk lists what lies in the recycle bin, and nothing of what has left it. A contact that is neither answered nor in the bin is gone for
 * good or hidden from the agent behind the connection, so whether it exists stays unknown.
 *
 * @implements Probe<Examination>
 */
final class DeletionProbe implements Probe {

	public const PRODUCES = [ 'contact.exists', 'contact.answered', 'contact.in-recycle-bin', 'contact.permanently-deleted', 'contact.merged' ];

	private const ELSEWHERE = [ 'contact.in-recycle-bin', 'contact.permanently-deleted', 'contact.merged' ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$found   = $look->found;
		$contact = $look->liveContact();
		if ( null !== $contact ) {
			return [
				$look->write->true( 'contact.exists', $contact->name() . ' (' . $contact->id . ').' ),
				$look->write->true( 'contact.answered' ),
				...array_map( static fn ( string $key ): Finding => $look->write->false( $key ), self::ELSEWHERE ),
			];
		}
		return null === $found || '' === $found->id ? $this->withoutId( $look ) : $this->gone( $look, $found );
	}

	/** @return list<Finding> */
	private function withoutId( Examination $look ): array {
		return [
			match ( $look->noContact ) {
				'ambiguous' => $look->write->true( 'contact.exists', 'More than one contact has the address ' . $look->address() . '.' ),
				'contact-unknown' => $look->write->false( 'contact.exists', 'No live contact has the address ' . $look->address() . '.' ),
				default => $look->write->unknown( 'contact.exists', $look->noContact ),
			},
			$look->write->unknown( 'contact.answered', $look->noContact ),
			...$look->write->allUnknown( self::ELSEWHERE, $look->noContact, 'The recycle bin shows no addresses, so a deleted contact can only be found by the id that was known before.' ),
		];
	}

	/** @return list<Finding> */
	private function gone( Examination $look, FoundContact $found ): array {
		$entry     = $this->inRecycleBin( $look, $found );
		$successor = $this->successor( $look, $found->id );
		$inBin     = $this->binFinding( $look, $found, $entry );
		$isDeleted = true === $found->contact?->isDeleted();
		return [
			$entry instanceof TrashedContact || true === $found->contact?->isTrashed() || $isDeleted || null !== $successor
				? $look->write->false( 'contact.exists', 'Contact ' . $found->id . ' is not among the contacts.' )
				: $look->write->unknown( 'contact.exists', 'not-visible', 'Contact ' . $found->id . ' was not answered and is not in the recycle bin: it was deleted for good, or is hidden from the agent behind this connection.' ),
			$look->write->of( 'contact.answered', null !== $found->contact ),
			$inBin,
			match ( true ) {
				'true' === $inBin->truth->value, null !== $successor => $look->write->false( 'contact.permanently-deleted' ),
				$isDeleted => $look->write->true( 'contact.permanently-deleted', 'Contact ' . $found->id . ' is marked as deleted and is not in the recycle bin.' ),
				default => $look->write->unknown( 'contact.permanently-deleted', 'not-listed', 'Zoho Desk keeps no list of what has left the recycle bin.' ),
			},
			null === $successor
				? $look->write->false( 'contact.merged', '' === $look->address() ? '' : 'No other contact has the address ' . $look->address() . '.' )
				: $look->write->true( 'contact.merged', 'Contact ' . $successor->id . ' has the address ' . $look->address() . ' now; ' . $found->id . ' is gone.' ),
		];
	}

	private function binFinding( Examination $look, FoundContact $found, TrashedContact|string $entry ): Finding {
		return match ( true ) {
			$entry instanceof TrashedContact => $look->write->true( 'contact.in-recycle-bin', $entry->sentence() . '.' ),
			true === $found->contact?->isTrashed() => $look->write->true( 'contact.in-recycle-bin', $found->contact->name() . ' (' . $found->id . '), marked as deleted.' ),
			'not-listed' === $entry => $look->write->false( 'contact.in-recycle-bin', 'Contact ' . $found->id . ' is not in the recycle bin.' ),
			default => $look->write->unknown( 'contact.in-recycle-bin', $entry ),
		};
	}

	/** The row of the bin, or the reason why there is none. */
	private function inRecycleBin( Examination $look, FoundContact $found ): TrashedContact|string {
		try {
			return $look->people->trashed( $found->id );
		} catch ( ConnectorFault $fault ) {
			// Without the right to see the bin, the contact itself may still say where it is.
			return $look->people::isClosed( $fault ) ? $fault->reason() : throw $fault;
		}
	}

	/** Another live contact with the person's address: the one that a merge kept, or a new one made in its place. */
	private function successor( Examination $look, string $goneId ): ?Contact {
		$address = $look->address();
		foreach ( '' === $address ? [] : $look->people->withAddress( $address ) as $contact ) {
			if ( $contact->id !== $goneId ) {
				return $contact;
			}
		}
		return null;
	}
}
