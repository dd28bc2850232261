<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Bulk;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Support\Truth;
use Causeway\Systems\Salesforce\ErrorWords;
use Causeway\Systems\Salesforce\Requests\CreateQueryJob;
use Causeway\Systems\Salesforce\Requests\DescribeContact;
use Causeway\Systems\Salesforce\Requests\FindExistingContacts;
use Causeway\Systems\Salesforce\Requests\GetJobRows;
use Causeway\Systems\Salesforce\Requests\GetQueryJob;
use Causeway\Systems\Salesforce\Requests\ListDeletedContacts;
use Causeway\Systems\Salesforce\Requests\ReadPage;
use Causeway\Systems\Salesforce\SalesforceId;
use Causeway\Systems\Salesforce\SalesforceTime;
use Causeway\Systems\Salesforce\Soql;

/**
 * Reads all contacts, and where people log in at Salesforce their users, page by page; later only what has changed.
 *
 * Few thousands are read directly; of more, Salesforce prepares a list. A later pass asks for what was changed since, and finds those that left
 * the recycle bin by comparing the list of deletions with what is still there.
 */
final class Everybody {

	/** How long a deleted contact can be undeleted, where the organisation chose no other time; deleting sets its SystemModstamp. */
	private const BIN_SECONDS = 15 * 86_400;

	private const CONTACT_FIELDS = [ 'Id', 'Email', 'AccountId', 'IsDeleted', 'MasterRecordId', 'SystemModstamp' ];
	private const USER_FIELDS    = [ 'Id', 'Email', 'IsActive', 'ContactId', 'LastLoginDate', 'SystemModstamp' ];

	/** From so many records on, a prepared list takes fewer calls. */
	private const JOB_FROM = 5 * ReadPage::MOST;

	private const WAIT_SECONDS = 10;

	/** Deletions are listed for fifteen days: a mark that is older cannot tell what is gone. */
	private const MARK_LIVES_SECONDS = 14 * 86_400;

	/** What happens while the first page is read is asked for again. */
	private const OVERLAP_SECONDS = 300;

	public function __construct( private readonly Conversation $api, private readonly bool $hasUsers ) {}

	/** @throws ConnectorFault */
	public function page( string $cursor ): BulkPage {
		$place = Place::fromCursor( $cursor );
		if ( null === $place || ( ! $place->isWhole() && $place->since < $this->api->now() - self::MARK_LIVES_SECONDS ) ) {
			$place = Place::start();
		}
		return match ( true ) {
			'purged' === $place->phase => $this->purged( $place ),
			'new' === $place->job => $this->newJob( $place ),
			'' !== $place->job => $this->job( $place ),
			default => $this->rows( $place ),
		};
	}

	/** @throws ConnectorFault */
	private function rows( Place $place ): BulkPage {
		$isFirst = '' === $place->after;
		try {
			$rows = $this->api->ask( new ReadPage( $this->soql( $place ), $isFirst ) );
		} catch ( ConnectorFault $fault ) {
			$fields = $this->fewerFields( $place, $fault );
			if ( null === $fields ) {
				throw $fault;
			}
			$place = $place->asking( $fields );
			$rows  = $this->api->ask( new ReadPage( $this->soql( $place ), $isFirst ) );
		}
		$began  = 0 !== $place->began ? $place->began : ( 0 !== $rows->at ? $rows->at : $this->api->now() );
		$people = $this->people( $place, $rows->rows );
		$last   = SalesforceId::of( '', JsonPath::text( $rows->rows, count( $rows->rows ) - 1, 'Id' ) );
		$read   = $place->after( $last, $began );
		if ( '' === $last || ( '' === $rows->next && count( $rows->rows ) < ReadPage::MOST ) ) {
			return $this->ended( $people, $place->after( $place->after, $began ) );
		}
		return $this->on( $people, $isFirst && $rows->total > self::JOB_FROM ? $read->withJob( 'new' ) : $read );
	}

	/** @throws ConnectorFault */
	private function newJob( Place $place ): BulkPage {
		try {
			$id = $this->api->ask( new CreateQueryJob( $this->soql( $place ) ) );
		} catch ( ConnectorFault $fault ) {
			// Not every organisation and user may have a list prepared; the direct way only takes more calls.
			if ( ! in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::Rejected, FaultKind::NotFound, FaultKind::Unsupported ], true ) ) {
				throw $fault;
			}
			return $this->rows( $place->withJob( '' ) );
		}
		return $this->on( [], $place->withJob( $id ), self::WAIT_SECONDS );
	}

	/** @throws ConnectorFault */
	private function job( Place $place ): BulkPage {
		try {
			$state = '' === $place->locator ? $this->api->ask( new GetQueryJob( $place->job ) ) : 'JobComplete';
			if ( in_array( $state, [ 'UploadComplete', 'InProgress' ], true ) ) {
				return $this->on( [], $place, self::WAIT_SECONDS );
			}
			$page = 'JobComplete' === $state ? $this->api->ask( new GetJobRows( $place->job, $place->locator ) ) : null;
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, [ FaultKind::NotFound, FaultKind::Rejected ], true ) ) {
				throw $fault;
			}
			$page = null;
		}
		if ( null === $page ) {
			// The list failed or is gone: what it would have held is read directly.
			return $this->rows( $place->withJob( '' ) );
		}
		$people = $this->people( $place, $page->rows() );
		return '' === $page->next ? $this->ended( $people, $place ) : $this->on( $people, $place->withJob( $place->job, $page->next ) );
	}

	/**
	 * Contacts that were deleted and are no longer in the recycle bin.
	 *
	 * @throws ConnectorFault
	 */
	private function purged( Place $place ): BulkPage {
		try {
			// By Salesforce's own clock; what was deleted since this pass began comes with the next one.
			$deletions = array_keys( $this->api->ask( new ListDeletedContacts( $place->began - ListDeletedContacts::LOOKS_BACK_SECONDS, $place->began ) ) );
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::Rejected !== $fault->kind && 'causeway-answer-too-large' !== $fault->vendorCode ) {
				throw $fault;
			}
			// Too many deletions to list: this pass ends without a mark, so that the next one is a whole one.
			return new BulkPage( [], '', '', $place->isWhole() );
		}
		sort( $deletions );
		$rest = array_values( array_filter( $deletions, static fn ( string $id ): bool => $id > $place->after ) );
		$some = array_slice( $rest, 0, FindExistingContacts::MOST );
		$gone = [] === $some ? [] : array_diff( $some, $this->api->ask( new FindExistingContacts( $some ) ) );
		$people = array_map( static fn ( string $id ): BulkPerson => new BulkPerson( 'contact', $id, 'permanently-deleted' ), array_values( $gone ) );
		return count( $rest ) > count( $some )
			? $this->on( $people, $place->after( $some[ count( $some ) - 1 ], $place->began ) )
			: $this->ended( $people, $place );
	}

	/** @param list<BulkPerson> $people */
	private function on( array $people, Place $next, int $waitSeconds = 0 ): BulkPage {
		return new BulkPage( $people, $next->cursor(), '', $next->isWhole(), $waitSeconds );
	}

	/**
	 * The phase is over; the next one begins, or the pass is over.
	 *
	 * @param list<BulkPerson> $people
	 */
	private function ended( array $people, Place $place ): BulkPage {
		$next = match ( true ) {
			'contacts' === $place->phase && ! $place->isWhole() => 'purged',
			'users' !== $place->phase && $this->hasUsers => 'users',
			default => '',
		};
		return '' === $next
			? new BulkPage( $people, '', ( new Place( 'contacts', $place->began - self::OVERLAP_SECONDS ) )->cursor(), $place->isWhole() )
			: $this->on( $people, $place->then( $next ) );
	}

	private function soql( Place $place ): string {
		$isUsers = 'users' === $place->phase;
		$fields  = $isUsers ? self::USER_FIELDS : ( [] === $place->fields ? self::CONTACT_FIELDS : $place->fields );
		$where   = array_filter(
			[
				$isUsers ? 'ContactId != null' : '',
				match ( true ) {
					$place->isWhole() => '',
					// Logging in is no change of the record.
					$isUsers => '(SystemModstamp >= ' . Soql::time( $place->since ) . ' OR LastLoginDate >= ' . Soql::time( $place->since ) . ')',
					default => 'SystemModstamp >= ' . Soql::time( $place->since ),
				},
				'' === $place->after ? '' : 'Id > ' . Soql::text( $place->after ),
			]
		);
		return 'SELECT ' . implode( ', ', $fields ) . ' FROM ' . ( $isUsers ? 'User' : 'Contact' ) . ( [] === $where ? '' : ' WHERE ' . implode( ' AND ', $where ) );
	}

	/**
	 * The fields that are left where one of a contact's is gone or hidden; null where that was not the fault.
	 *
	 * @return list<string>|null
	 * @throws ConnectorFault
	 */
	private function fewerFields( Place $place, ConnectorFault $fault ): ?array {
		if ( ErrorWords::NO_FIELD !== $fault->vendorCode || 'contacts' !== $place->phase || [] !== $place->fields ) {
			return null;
		}
		$labels = $this->api->ask( new DescribeContact() );
		return array_values( array_filter( self::CONTACT_FIELDS, static fn ( string $field ): bool => isset( $labels[ $field ] ) ) );
	}

	/**
	 * @param iterable<array<mixed>> $rows
	 * @return list<BulkPerson>
	 */
	private function people( Place $place, iterable $rows ): array {
		$people = [];
		foreach ( $rows as $row ) {
			$person = 'users' === $place->phase ? self::user( $row ) : self::contact( $row );
			if ( '' !== $person->id ) {
				$people[] = $person;
			}
		}
		return $people;
	}

	/** @param array<mixed> $row */
	private static function contact( array $row ): BulkPerson {
		$master = SalesforceId::of( SalesforceId::CONTACT, JsonPath::text( $row, 'MasterRecordId' ) );
		$changed = SalesforceTime::of( JsonPath::text( $row, 'SystemModstamp' ) );
		$isInBin = 'true' === JsonPath::text( $row, 'IsDeleted' ) && '' === $master;
		return new BulkPerson(
			'contact',
			SalesforceId::of( SalesforceId::CONTACT, JsonPath::text( $row, 'Id' ) ),
			match ( true ) {
				'true' !== JsonPath::text( $row, 'IsDeleted' ) => 'live',
				'' !== $master => 'merged',
				default => 'in-recycle-bin',
			},
			mb_strtolower( trim( JsonPath::text( $row, 'Email' ) ) ),
			'',
			SalesforceId::of( SalesforceId::ACCOUNT, JsonPath::text( $row, 'AccountId' ) ),
			$master,
			changedAt: $changed,
			endsAt: $isInBin && $changed > 0 ? $changed + self::BIN_SECONDS : 0,
		);
	}

	/** @param array<mixed> $row */
	private static function user( array $row ): BulkPerson {
		return new BulkPerson(
			'user',
			SalesforceId::of( '005', JsonPath::text( $row, 'Id' ) ),
			'live',
			mb_strtolower( trim( JsonPath::text( $row, 'Email' ) ) ),
			SalesforceId::of( SalesforceId::CONTACT, JsonPath::text( $row, 'ContactId' ) ),
			isActive: Truth::of( 'true' === JsonPath::text( $row, 'IsActive' ) ),
			// Who logged in once has set a password by way of the welcome mail.
			isConfirmed: Truth::of( '' !== JsonPath::text( $row, 'LastLoginDate' ) ),
			changedAt: SalesforceTime::of( JsonPath::text( $row, 'SystemModstamp' ) ),
		);
	}
}
