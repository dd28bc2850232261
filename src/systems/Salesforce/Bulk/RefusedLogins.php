<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Bulk;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\RefusalPage;
use Causeway\Connector\RemoteRefusal;
use Causeway\Systems\Salesforce\LoginStatus;
use Causeway\Systems\Salesforce\Requests\GetUserAddresses;
use Causeway\Systems\Salesforce\Requests\ListLogins;
use Causeway\Systems\Salesforce\Requests\Login;

/**
 * Refused logins of the login history. A pass reads a closed span of time, so that none is missed and none comes twice.
 */
final class RefusedLogins {

	private const BEGINS_SECONDS_AGO = 3_600;

	/** What was written a moment ago may have company that is not there yet. */
	private const SETTLES_SECONDS = 5;

	public function __construct( private readonly Conversation $api ) {}

	/** @throws ConnectorFault */
	public function after( string $mark ): RefusalPage {
		$now = $this->api->now();
		// `after`, or `after|until|locator` amid a span.
		$parts   = explode( '|', $mark );
		$after   = 1 === preg_match( '/^\d{1,12}$/D', $parts[0] ) ? (int) $parts[0] : $now - self::BEGINS_SECONDS_AGO;
		$until   = isset( $parts[1] ) ? (int) $parts[1] : $now - self::SETTLES_SECONDS;
		$locator = $parts[2] ?? '';
		if ( $until <= $after ) {
			return new RefusalPage( [], (string) $after, false );
		}
		try {
			$page = $this->api->ask( new ListLogins( $after, $until, $locator ) );
		} catch ( ConnectorFault $fault ) {
			// The list is kept for two days at most; the span is read anew.
			if ( '' === $locator || FaultKind::Rejected !== $fault->kind ) {
				throw $fault;
			}
			$page = $this->api->ask( new ListLogins( $after, $until ) );
		}
		$refused   = array_values( array_filter( $page->logins, static fn ( Login $login ): bool => '' !== $login->id && ! LoginStatus::isGood( $login->status ) ) );
		$addresses = $this->addresses( $refused );
		$refusals  = array_map(
			static fn ( Login $login ): RemoteRefusal => new RemoteRefusal( $login->id, $login->at, $addresses[ $login->userId ] ?? '', $login->userId, LoginStatus::symptom( $login->status ) ),
			$refused
		);
		return new RefusalPage( $refusals, '' === $page->next ? (string) $until : $after . '|' . $until . '|' . $page->next, '' !== $page->next );
	}

	/**
	 * @param list<Login> $logins
	 * @return array<string, string> Address by user id.
	 * @throws ConnectorFault
	 */
	private function addresses( array $logins ): array {
		$ids       = array_values( array_unique( array_filter( array_map( static fn ( Login $login ): string => $login->userId, $logins ) ) ) );
		$addresses = [];
		foreach ( array_chunk( $ids, GetUserAddresses::MOST ) as $some ) {
			$addresses += $this->api->ask( new GetUserAddresses( $some ) );
		}
		return $addresses;
	}
}
