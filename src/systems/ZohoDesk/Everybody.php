<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoDesk\Requests\Contact;
use Causeway\Systems\ZohoDesk\Requests\ListContacts;
use Causeway\Systems\ZohoDesk\Requests\ListRecycleBin;
use Causeway\Systems\ZohoDesk\Requests\ListUsers;
use Causeway\Systems\ZohoDesk\Requests\TrashedContact;
use Causeway\Systems\ZohoDesk\Requests\User;

/**
 * Everybody, page by page: live contacts, then the recycle bin, then users of the Help Center.
 *
 * After a whole pass only changed contacts and new deletions come. Users come whole each time: their rows do not say when they were changed.
 * Lists are counted from the front and change meanwhile, so pages overlap by one row; where none of the last rows is on the next page, rows
 * have moved, and it is read again a page further to the front. So nobody is skipped, and somebody may come twice.
 */
final class Everybody {

	/** How long a deleted contact can be put back. */
	private const BIN_SECONDS = 60 * 86_400;

	/** Last rows that are remembered, so that one of them may be deleted meanwhile. */
	private const ANCHORS = 3;

	public function __construct( private readonly Conversation $api, private readonly string $helpCenterId ) {}

	/** @throws ConnectorFault */
	public function page( string $cursor ): BulkPage {
		$at = Reading::fromText( $cursor, $this->api->now() );
		return match ( $at->part ) {
			Reading::CONTACTS => $this->contacts( $at ),
			Reading::BIN => $this->bin( $at ),
			Reading::USERS => $this->users( $at ),
		};
	}

	/** @throws ConnectorFault */
	private function contacts( Reading $at ): BulkPage {
		$rows = [];
		if ( ! $at->isWhole || 0 === $at->from ) {
			$rows = $this->api->ask( new ListContacts( '-modifiedTime', $at->from ) );
		}
		if ( 0 === $at->from ) {
			// A whole pass is in another order, and what changes during it belongs to the next one.
			$at = $at->havingSeen( [] === $rows ? 0 : DeskTime::milliseconds( $rows[0]->time( 'modifiedTime' ) ), 0 );
		}
		if ( $at->isWhole ) {
			$rows = $this->api->ask( new ListContacts( 'createdTime', $at->from ) );
		}
		$changed = $at->isWhole ? $rows : array_values( array_filter( $rows, static fn ( Contact $contact ): bool => DeskTime::milliseconds( $contact->time( 'modifiedTime' ) ) >= $at->contactsSince ) );
		$ids     = array_map( static fn ( Contact $contact ): string => $contact->id, $rows );
		$skip    = self::known( $ids, $at );
		if ( null === $skip ) {
			return $this->again( $at, ListContacts::MOST_ROWS );
		}
		$isOver = count( $rows ) < ListContacts::MOST_ROWS || count( $changed ) < count( $rows );
		return $this->turned( array_map( self::contact( ... ), array_slice( $changed, $skip ) ), $isOver ? $at->beginning( Reading::BIN ) : self::onward( $at, $ids ) );
	}

	/** @throws ConnectorFault */
	private function bin( Reading $at ): BulkPage {
		try {
			$rows = $this->api->ask( new ListRecycleBin( $at->from ) );
		} catch ( ConnectorFault $fault ) {
			return People::isClosed( $fault ) ? $this->turned( [], $at->havingSeen( $at->contactsSeen, -1 )->beginning( Reading::USERS ) ) : throw $fault;
		}
		if ( 0 === $at->from ) {
			$at = $at->havingSeen( $at->contactsSeen, [] === $rows ? $at->binSince : $rows[0]->deletedAtMilliseconds );
		}
		$new  = array_values( array_filter( $rows, static fn ( TrashedContact $contact ): bool => $contact->deletedAtMilliseconds >= $at->binSince ) );
		$ids  = array_map( static fn ( TrashedContact $contact ): string => $contact->id, $rows );
		$skip = self::known( $ids, $at );
		if ( null === $skip ) {
			return $this->again( $at, ListRecycleBin::MOST_ROWS );
		}
		$isOver = count( $rows ) < ListRecycleBin::MOST_ROWS || count( $new ) < count( $rows );
		$contacts = array_values( array_filter( array_slice( $new, $skip ), static fn ( TrashedContact $row ): bool => $row->isContact ) );
		return $this->turned( array_map( self::deleted( ... ), $contacts ), $isOver ? $at->beginning( Reading::USERS ) : self::onward( $at, $ids ) );
	}

	/** @throws ConnectorFault */
	private function users( Reading $at ): BulkPage {
		try {
			$rows = $this->api->ask( new ListUsers( $at->from, $this->helpCenterId ) );
		} catch ( ConnectorFault $fault ) {
			return People::isClosed( $fault ) ? $this->turned( [], null, $at ) : throw $fault;
		}
		$ids  = array_map( static fn ( User $user ): string => $user->id, $rows );
		$skip = self::known( $ids, $at );
		if ( null === $skip ) {
			return $this->again( $at, ListUsers::MOST_ROWS );
		}
		$people = array_map( self::user( ... ), array_slice( $rows, $skip ) );
		return count( $rows ) < ListUsers::MOST_ROWS ? $this->turned( $people, null, $at ) : $this->turned( $people, self::onward( $at, $ids ) );
	}

	/**
	 * Rows at the front of a page that came with the one before; null where none of them is there.
	 *
	 * @param list<string> $ids
	 */
	private static function known( array $ids, Reading $at ): ?int {
		if ( 0 === $at->from ) {
			return 0;
		}
		$there = array_keys( array_intersect( $ids, $at->anchors ) );
		return [] === $there ? null : max( $there ) + 1;
	}

	/** @param list<string> $ids */
	private static function onward( Reading $at, array $ids ): Reading {
		return $at->at( $at->from + count( $ids ) - 1, array_slice( $ids, -self::ANCHORS ) );
	}

	private function again( Reading $at, int $rows ): BulkPage {
		return $this->turned( [], $at->at( max( 0, $at->from - $rows + 1 ), $at->anchors ) );
	}

	/**
	 * @param list<BulkPerson> $people
	 * @param Reading|null     $next Null where the pass is over; then `$last` says what it has seen.
	 */
	private function turned( array $people, ?Reading $next, ?Reading $last = null ): BulkPage {
		$mark = null === $next ? $last?->mark() : null;
		return new BulkPage( $people, null === $next ? '' : $next->toText(), null === $mark ? '' : $mark->toText(), true === ( $next ?? $last )?->isWhole );
	}

	private static function contact( Contact $contact ): BulkPerson {
		return new BulkPerson( 'contact', $contact->id, 'live', $contact->email(), accountId: $contact->accountId(), changedAt: intdiv( DeskTime::milliseconds( $contact->time( 'modifiedTime' ) ), 1_000 ) );
	}

	private static function deleted( TrashedContact $contact ): BulkPerson {
		return new BulkPerson( 'contact', $contact->id, 'in-recycle-bin', changedAt: intdiv( $contact->deletedAtMilliseconds, 1_000 ), endsAt: 0 === $contact->deletedAtMilliseconds ? 0 : intdiv( $contact->deletedAtMilliseconds, 1_000 ) + self::BIN_SECONDS );
	}

	private static function user( User $user ): BulkPerson {
		return new BulkPerson(
			'user',
			$user->id,
			$user->isGone() ? 'gone' : 'live',
			$user->email,
			isActive: match ( $user->status ) {
				User::ACTIVE => Truth::True,
				User::DISABLED, User::DELETED => Truth::False,
				default => Truth::Unknown,
			},
			// The row does not say; who was there has confirmed.
			isConfirmed: '' === $user->lastVisit ? Truth::Unknown : Truth::True,
		);
	}
}
