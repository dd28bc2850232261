<?php

declare(strict_types=1);

namespace Causeway\Audit;

use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Confidence;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RankedCause;
use Causeway\Support\Finding;
use Causeway\Support\Truth;

/**
 * Says from the records of an audit whether a person would be refused now: the same findings that probes give, and the same causes.
 *
 * What an audit cannot know stays out, so that a cause which needs it is at most possible. Possible ones are not reported, unless a contact is
 * gone, which is a fact.
 */
final class Judge {

	private readonly Diagnoser $diagnoser;

	/** @var array<string, array<string, bool>> System → its finding keys. */
	private array $keys = [];

	/** Moment of the audit that is remembered. */
	private int $rememberedAt = 0;

	/** @var array<string, RankedCause|null> By system and truths, at that moment: of many people most are alike, and the same truths have the same cause. */
	private array $remembered = [];

	public function __construct( private readonly Catalog $catalog ) {
		$this->diagnoser = new Diagnoser( $catalog );
	}

	/**
	 * @param string              $system    Of the connection.
	 * @param RemoteRecord|null   $contact   By the id that is known; null where none is known, or none of that id was ever read.
	 * @param string              $contactId That is known; '' for none.
	 * @param list<RemoteRecord>  $byEmail   Live contacts of that address.
	 * @param RemoteRecord|null   $user      Of a portal system; null where it keeps no users, or has none of this person.
	 * @param bool                $hasUsers  Whether the system keeps login users of its own.
	 * @param string              $emailHash Of the address that this site knows; '' for none.
	 * @param int                 $usersOfAddress Live users of that address.
	 */
	public function judge( string $system, ?RemoteRecord $contact, string $contactId, array $byEmail, ?RemoteRecord $user, bool $hasUsers, string $emailHash, int $at, int $usersOfAddress = 1 ): ?RankedCause {
		$live     = null !== $contact && 'live' === $contact->presence ? $contact : null;
		$contact  = $contact ?? $byEmail[0] ?? null;
		$live     = $live ?? ( '' === $contactId ? $byEmail[0] ?? null : null );
		$presence = $contact->presence ?? 'none';
		$truths   = [
			'contact.linked'              => Truth::of( null !== $contact ),
			'contact.exists'              => null === $contact ? Truth::Unknown : Truth::of( 'live' === $presence ),
			'contact.in-recycle-bin'      => $this->only( $presence, 'in-recycle-bin' ),
			'contact.permanently-deleted' => $this->only( $presence, 'permanently-deleted' ),
			'contact.merged'              => 'merged' === $presence ? Truth::True : ( 'live' === $presence ? Truth::False : Truth::of( [] !== $byEmail ) ),
			'contact.has-email'           => null === $live ? Truth::Unknown : Truth::of( '' !== $live->emailHash ),
			'contact.email-matches'       => null === $live || '' === $live->emailHash || '' === $emailHash ? Truth::Unknown : Truth::of( $live->emailHash === $emailHash ),
			'contact.single'              => [] === $byEmail ? Truth::Unknown : Truth::of( 1 === count( $byEmail ) ),
			'contact.has-account'         => null === $live ? Truth::Unknown : Truth::of( '' !== $live->accountId ),
		];
		if ( $hasUsers ) {
			$truths += [
				'user.single'    => 0 === $usersOfAddress ? Truth::Unknown : Truth::of( 1 === $usersOfAddress ),
				'user.exists'    => Truth::of( null !== $user && 'live' === $user->presence ),
				'user.active'    => $user->isActive ?? Truth::Unknown,
				'user.confirmed' => $user->isConfirmed ?? Truth::Unknown,
				'user.needs-contact' => $user->needsContact ?? Truth::Unknown,
				'user.linked'    => null === $user ? Truth::Unknown : Truth::of( '' !== $user->contactId ),
				'user.has-email' => null === $user ? Truth::Unknown : Truth::of( '' !== $user->emailHash ),
			];
		}
		if ( $at !== $this->rememberedAt ) {
			$this->rememberedAt = $at;
			$this->remembered   = [];
		}
		$alike = $system . ' ' . implode( ' ', array_map( static fn ( Truth $truth ): string => $truth->value, $truths ) );
		if ( ! array_key_exists( $alike, $this->remembered ) ) {
			$this->remembered[ $alike ] = $this->causeOf( $system, $truths, $at );
		}
		return $this->remembered[ $alike ];
	}

	/** @param array<string, Truth> $truths By finding key, of every system; those that this one does not know are left aside. */
	private function causeOf( string $system, array $truths, int $at ): ?RankedCause {
		$findings = [];
		$isWell   = true;
		foreach ( array_intersect_key( $truths, $this->keysOf( $system ) ) as $key => $truth ) {
			if ( Truth::Unknown !== $truth ) {
				$findings[] = new Finding( $system, $key, $truth, 'audit', $at );
				$isWell     = $isWell && ! $this->catalog->isUnhealthy( "{$system}:{$key}", $truth );
			}
		}
		if ( $isWell ) {
			return null;
		}
		$first = $this->diagnoser->diagnose( new Facts( $findings, [] ) )->causes[0] ?? null;
		// That a contact is gone is a fact, also where nobody says any more where it went.
		return null === $first || ( Confidence::Possible === $first->confidence && Truth::False !== $truths['contact.exists'] ) ? null : $first;
	}

	/** What a cause is called on screens and in mails. */
	public function title( string $system, string $cause ): string {
		return null === $this->catalog->cause( $system, $cause ) ? "{$system}/{$cause}" : $this->catalog->texts( $system, $cause )['title'];
	}

	private function only( string $presence, string $which ): Truth {
		return match ( true ) {
			$presence === $which => Truth::True,
			in_array( $presence, [ 'none', 'gone' ], true ) => Truth::Unknown,
			default => Truth::False,
		};
	}

	/** @return array<string, bool> */
	private function keysOf( string $system ): array {
		return $this->keys[ $system ] ??= array_map( static fn (): bool => true, $this->catalog->system( $system )->findings ?? [] );
	}
}
