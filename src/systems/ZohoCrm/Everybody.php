<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\JsonPath;
use Causeway\Systems\ZohoCrm\Requests\Contact;
use Causeway\Systems\ZohoCrm\Requests\DeletedContact;
use Causeway\Systems\ZohoCrm\Requests\GetContact;
use Causeway\Systems\ZohoCrm\Requests\ListContacts;
use Causeway\Systems\ZohoCrm\Requests\ListDeletedContacts;

/**
 * Everybody, page by page: live contacts by their ids, then the list of deleted ones, newest first.
 *
 * After a whole pass only contacts that changed since come, and deletions until one that is known. A restored contact need not change its
 * date: a whole pass comes every week.
 */
final class Everybody {

	private const CONTACTS = 'contacts';

	private const DELETED = 'deleted';

	private const WHOLE_EVERY_SECONDS = 7 * 86_400;

	/** Changes are asked for from a little before the last one: two may bear the same second. */
	private const OVERLAP_SECONDS = 120;

	public function __construct( private readonly Conversation $api ) {}

	/** @throws ConnectorFault */
	public function page( string $cursor ): BulkPage {
		$at = $this->reading( $cursor );
		return self::DELETED === $at['part'] ? $this->deleted( $at ) : $this->contacts( $at );
	}

	/**
	 * @param array{part: string, isWhole: bool, after: string, page: int, since: string, deletedSince: string, seen: string, deletedSeen: string, wholeAt: int} $at
	 * @throws ConnectorFault
	 */
	private function contacts( array $at ): BulkPage {
		$rows   = $this->api->ask( new ListContacts( $at['after'], $at['isWhole'] ? '' : $at['since'] ) );
		$people = [];
		foreach ( $rows as $contact ) {
			$people[]   = self::live( $contact );
			$at['seen'] = self::later( $at['seen'], $contact->text( 'Modified_Time' ) );
		}
		$last = end( $rows );
		if ( count( $rows ) < ListContacts::MOST_ROWS || false === $last ) {
			$at = [
				'part' => self::DELETED,
				'page' => 1,
			] + $at;
		} else {
			$at['after'] = $last->id;
		}
		return new BulkPage( $people, (string) json_encode( $at ), '', $at['isWhole'] );
	}

	/**
	 * @param array{part: string, isWhole: bool, after: string, page: int, since: string, deletedSince: string, seen: string, deletedSeen: string, wholeAt: int} $at
	 * @throws ConnectorFault
	 */
	private function deleted( array $at ): BulkPage {
		$page   = $this->api->ask( new ListDeletedContacts( 'all', $at['page'] ) );
		$people = [];
		$isOld  = false;
		foreach ( $page->rows as $row ) {
			$isOld             = $isOld || ( ! $at['isWhole'] && '' !== $at['deletedSince'] && $row->deletedAt < $at['deletedSince'] );
			$at['deletedSeen'] = max( $at['deletedSeen'], $row->deletedAt );
			if ( GetContact::isId( $row->id ) && ! $isOld ) {
				$people[] = new BulkPerson( 'contact', $row->id, $row->isPermanent ? 'permanently-deleted' : 'in-recycle-bin', endsAt: $row->endsAt() );
			}
		}
		if ( $page->hasMore && ! $isOld ) {
			++$at['page'];
			return new BulkPage( $people, (string) json_encode( $at ), '', $at['isWhole'] );
		}
		$mark = [
			'part'         => self::CONTACTS,
			'isWhole'      => false,
			'after'        => '0',
			'page'         => 1,
			'since'        => self::before( $at['seen'] ),
			'deletedSince' => $at['deletedSeen'],
			'seen'         => $at['seen'],
			'deletedSeen'  => $at['deletedSeen'],
			'wholeAt'      => $at['wholeAt'],
		];
		return new BulkPage( $people, '', (string) json_encode( $mark ), $at['isWhole'] );
	}

	private static function live( Contact $contact ): BulkPerson {
		$changed = \DateTimeImmutable::createFromFormat( \DateTimeInterface::ATOM, $contact->text( 'Modified_Time' ) );
		return new BulkPerson( 'contact', $contact->id, 'live', strtolower( $contact->text( 'Email' ) ), '', $contact->accountId(), changedAt: false === $changed ? 0 : $changed->getTimestamp() );
	}

	/** @return array{part: string, isWhole: bool, after: string, page: int, since: string, deletedSince: string, seen: string, deletedSeen: string, wholeAt: int} What is no cursor, or an old mark, begins a whole pass. */
	private function reading( string $cursor ): array {
		$json    = json_decode( $cursor, true, 4 );
		$part    = JsonPath::text( $json, 'part' );
		$isWhole = 'true' === JsonPath::text( $json, 'isWhole' );
		$wholeAt = (int) JsonPath::text( $json, 'wholeAt' );
		$after   = JsonPath::text( $json, 'after' );
		$since   = JsonPath::text( $json, 'since' );
		if ( ! in_array( $part, [ self::CONTACTS, self::DELETED ], true ) || ! GetContact::isId( $after ) || ( ! $isWhole && ( '' === self::before( $since ) || $this->api->now() - $wholeAt >= self::WHOLE_EVERY_SECONDS ) ) ) {
			return [
				'part'         => self::CONTACTS,
				'isWhole'      => true,
				'after'        => '0',
				'page'         => 1,
				'since'        => '',
				'deletedSince' => '',
				'seen'         => '',
				'deletedSeen'  => '',
				'wholeAt'      => $this->api->now(),
			];
		}
		return [
			'part'         => $part,
			'isWhole'      => $isWhole,
			'after'        => $after,
			'page'         => max( 1, (int) JsonPath::text( $json, 'page' ) ),
			'since'        => $since,
			'deletedSince' => JsonPath::text( $json, 'deletedSince' ),
			'seen'         => JsonPath::text( $json, 'seen' ),
			'deletedSeen'  => JsonPath::text( $json, 'deletedSeen' ),
			'wholeAt'      => $wholeAt,
		];
	}

	/** The later of two moments as the API writes them; offsets may differ. */
	private static function later( string $one, string $other ): string {
		$first  = \DateTimeImmutable::createFromFormat( \DateTimeInterface::ATOM, $one );
		$second = \DateTimeImmutable::createFromFormat( \DateTimeInterface::ATOM, $other );
		return false === $second || ( false !== $first && $first >= $second ) ? $one : $other;
	}

	/** A little earlier, in UTC; '' where it is no moment. */
	private static function before( string $time ): string {
		$moment = \DateTimeImmutable::createFromFormat( \DateTimeInterface::ATOM, $time );
		return false === $moment ? '' : $moment->modify( '-' . self::OVERLAP_SECONDS . ' seconds' )->setTimezone( new \DateTimeZone( 'UTC' ) )->format( \DateTimeInterface::ATOM );
	}
}
