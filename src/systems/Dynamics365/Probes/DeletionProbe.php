<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\OData;
use Causeway\Systems\Dynamics365\Requests\Contact;
use Causeway\Systems\Dynamics365\Requests\Deletion;
use Causeway\Systems\Dynamics365\Requests\GetRecycleBin;
use Causeway\Systems\Dynamics365\Requests\ListDeletions;

/**
 * Where a missing contact went: recycle bin, gone for good, merged into another one; and whether many went with it.
 *
 * @implements Probe<Examination>
 */
final class DeletionProbe implements Probe {

	public const PRODUCES = [ 'contact.exists', 'contact.in-recycle-bin', 'contact.permanently-deleted', 'contact.merged', 'recycle-bin.on', 'deletions.many' ];

	/** So many deletions, as near as that to this one, are a clean-up and not somebody's click. */
	private const MANY           = 10;
	private const NEARBY_SECONDS = 1_800;
	private const COUNTED        = 500;

	/** Faults that concern this question alone. */
	private const LOCAL = [ FaultKind::Forbidden, FaultKind::NotFound, FaultKind::Rejected, FaultKind::Unsupported ];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		$contact = $look->contact;
		if ( null !== $contact ) {
			return $this->found( $look, $contact );
		}
		$isSearched = 'contact-absent' === $look->noContact || ( 'contact-unknown' === $look->noContact && '' !== $look->address() );
		if ( ! $isSearched ) {
			return [
				'ambiguous' === $look->noContact
					? $look->write->true( 'contact.exists', 'More than one contact has the address ' . $look->address() . '.' )
					: $look->write->unknown( 'contact.exists', $look->noContact ),
				...$look->write->allUnknown( [ 'contact.in-recycle-bin', 'contact.permanently-deleted', 'contact.merged' ], $look->noContact ),
				...$look->write->allUnknown( [ 'recycle-bin.on', 'deletions.many' ], 'not-tried' ),
			];
		}

		$bin   = $this->orFault( static fn (): bool => $look->api->ask( new GetRecycleBin() ) );
		$entry = $this->orFault( static fn (): ?Contact => $look->people->deleted( $look->contactId, $look->address() ) );
		if ( $entry instanceof ConnectorFault && FaultKind::Rejected === $entry->kind && false === $bin ) {
			// Without a bin, its query has nothing to ask.
			$entry = null;
		}
		$deletion = '' === $look->contactId ? null : $this->orFault( static fn (): ?Deletion => $look->api->ask( ListDeletions::of( $look->contactId ) )[0] ?? null );
		return [
			$this->exists( $look ),
			...$this->whereTo( $look, $entry, $deletion ),
			$bin instanceof ConnectorFault
				? $look->write->unknown( 'recycle-bin.on', $bin->reason(), $bin->getMessage() )
				: $look->write->of( 'recycle-bin.on', $bin, $bin ? '' : 'The environment does not keep deleted contacts.' ),
			$this->many( $look, $deletion ),
		];
	}

	/** @return list<Finding> */
	private function found( Examination $look, Contact $contact ): array {
		$name     = $contact->name() . ' (' . $contact->id . ')';
		$survivor = $contact->survivor();
		return [
			$look->write->true( 'contact.exists', $name . '.' ),
			$look->write->false( 'contact.in-recycle-bin' ),
			$look->write->false( 'contact.permanently-deleted' ),
			match ( true ) {
				$contact->isMerged() => $look->write->true( 'contact.merged', $name . ' was merged into contact ' . ( '' === $survivor ? 'that is not named' : $survivor ) . '.' ),
				$contact->has( 'merged' ) || $contact->isActive() => $look->write->false( 'contact.merged' ),
				default => $look->write->unknown( 'contact.merged', 'not-readable' ),
			},
			...$look->write->allUnknown( [ 'recycle-bin.on', 'deletions.many' ], 'not-tried' ),
		];
	}

	private function exists( Examination $look ): Finding {
		return $look->write->false( 'contact.exists', '' === $look->contactId ? 'No contact has the address ' . $look->address() . '.' : 'Contact ' . $look->contactId . ' is not there.' );
	}

	/** @return list<Finding> */
	private function whereTo( Examination $look, Contact|ConnectorFault|null $entry, Deletion|ConnectorFault|null $deletion ): array {
		$successor = '' === $look->contactId ? null : ( $look->others[0] ?? null );
		$by        = $deletion instanceof Deletion ? ' Deleted on ' . OData::sentence( $deletion->at ) . ( '' === $deletion->by ? '' : ' by ' . $deletion->by ) . '.' : '';
		return [
			match ( true ) {
				$entry instanceof ConnectorFault => $look->write->unknown( 'contact.in-recycle-bin', $entry->reason(), $entry->getMessage() ),
				null === $entry => $look->write->false( 'contact.in-recycle-bin' ),
				default => $look->write->true( 'contact.in-recycle-bin', $entry->name() . ' (' . $entry->id . ').' . $by ),
			},
			match ( true ) {
				$entry instanceof Contact, null !== $successor => $look->write->false( 'contact.permanently-deleted' ),
				'' === $look->contactId => $look->write->unknown( 'contact.permanently-deleted', 'contact-unknown', 'Without the id that was known before, nobody can tell whether there ever was a contact.' ),
				$entry instanceof ConnectorFault => $look->write->unknown( 'contact.permanently-deleted', $entry->reason(), $entry->getMessage() ),
				default => $look->write->true( 'contact.permanently-deleted', 'Contact ' . $look->contactId . ' is neither among the contacts nor in the recycle bin.' . $by ),
			},
			match ( true ) {
				null !== $successor => $look->write->true( 'contact.merged', 'Contact ' . $successor->id . ' (' . $successor->name() . ') has the address ' . $look->address() . ' now; ' . $look->contactId . ' is gone.' ),
				'' === $look->contactId => $look->write->unknown( 'contact.merged', 'contact-unknown' ),
				default => $look->write->false( 'contact.merged', '' === $look->address() ? '' : 'No other active contact has the address ' . $look->address() . '.' ),
			},
		];
	}

	private function many( Examination $look, Deletion|ConnectorFault|null $deletion ): Finding {
		if ( ! $deletion instanceof Deletion ) {
			return $look->write->unknown( 'deletions.many', $deletion instanceof ConnectorFault ? $deletion->reason() : 'not-recorded', 'Only auditing tells when a contact was deleted.' );
		}
		$around = $this->orFault( static fn (): array => $look->api->ask( ListDeletions::around( $deletion->at, self::NEARBY_SECONDS, self::COUNTED ) ) );
		if ( $around instanceof ConnectorFault ) {
			return $look->write->unknown( 'deletions.many', $around->reason(), $around->getMessage() );
		}
		$nearby = count( array_filter( $around, static fn ( Deletion $other ): bool => $other->isContact ) );
		$when   = ' within half an hour of ' . OData::sentence( $deletion->at ) . '.';
		return $nearby < self::MANY && count( $around ) >= self::COUNTED
			? $look->write->unknown( 'deletions.many', 'not-readable', 'So much else was deleted that contacts cannot be counted' . $when )
			: $look->write->of( 'deletions.many', $nearby >= self::MANY, $nearby . ' contacts were deleted' . $when );
	}

	/**
	 * An answer, or the fault that keeps this one question from being answered.
	 *
	 * @template T
	 * @param \Closure(): T $ask
	 * @return T|ConnectorFault
	 * @throws ConnectorFault One that concerns all questions.
	 */
	private function orFault( \Closure $ask ): mixed {
		try {
			return $ask();
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, self::LOCAL, true ) ) {
				throw $fault;
			}
			return $fault;
		}
	}
}
