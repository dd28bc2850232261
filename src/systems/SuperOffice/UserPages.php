<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Support\Truth;
use Causeway\Systems\SuperOffice\Requests\ListUsers;
use Causeway\Systems\SuperOffice\Requests\UserRow;

/**
 * Everybody who has a login, a thousand at a time, in the order of their ids.
 *
 * A licence that is taken away changes no date that could be asked for, so each pass is a whole one. Pages overlap by one row: where the
 * last row of the page before is not the first of this one, rows have moved, and the pass begins anew.
 */
final class UserPages {

	public function __construct( private readonly Conversation $api ) {}

	/** @throws ConnectorFault */
	public function page( string $cursor ): BulkPage {
		$isNext = 1 === preg_match( '/^(\d{1,9})@([1-9]\d{0,9})$/D', $cursor, $parts );
		$skip   = $isNext ? (int) $parts[1] : 0;
		$page   = UserFinder::list( $this->api, '', ListUsers::MOST_ROWS, $skip );
		$rows   = $page->rows;
		if ( $isNext ) {
			if ( ( $rows[0] ?? null )?->associateId !== $parts[2] ) {
				return $this->page( '' );
			}
			array_shift( $rows );
		}
		$last = [] === $rows ? null : $rows[ count( $rows ) - 1 ];
		$next = $page->hasMore && null !== $last ? ( $skip + count( $page->rows ) - 1 ) . '@' . $last->associateId : '';
		return new BulkPage( array_map( self::person( ... ), $rows ), $next, '', true );
	}

	private static function person( UserRow $row ): BulkPerson {
		$isAddress = false !== filter_var( $row->userName, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE );
		return new BulkPerson(
			'user',
			$row->associateId,
			'live',
			strtolower( '' === $row->email && $isAddress ? $row->userName : $row->email ),
			$row->personId,
			$row->companyId,
			isActive: self::mayLogIn( $row ),
		);
	}

	/** Without a plan nobody logs in, whatever the switch says. */
	private static function mayLogIn( UserRow $row ): Truth {
		$isOn = Truth::Unknown === $row->canLogin ? $row->isActive : Truth::all( [ $row->isActive, $row->canLogin ] );
		return '' === $row->plan ? Truth::False : $isOn;
	}
}
