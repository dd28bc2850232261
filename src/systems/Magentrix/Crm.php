<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionStore;

/** The CRMs that Magentrix can stand before, by the id of their system. */
enum Crm: string {

	case Salesforce  = 'salesforce';
	case Dynamics365 = 'dynamics-365';
	case HubSpot     = 'hubspot';

	/**
	 * The one behind a portal: the one that its connection names, else the only one that this site has a connection to, else the one whose
	 * ids the portal's links have. Null where none of these tells.
	 *
	 * @param string $contactId A contact id as the portal has it; '' where it has none.
	 */
	public static function behind( Connection $portal, ConnectionStore $connections, string $contactId = '' ): ?self {
		$named = $portal->fields['crm'] ?? '';
		if ( ! in_array( $named, [ '', 'auto' ], true ) ) {
			return self::tryFrom( $named );
		}
		$connected = array_values( array_filter( self::cases(), static fn ( self $crm ): bool => null !== $connections->ofSystem( $crm->value ) ) );
		if ( count( $connected ) > 1 ) {
			$connected = array_values( array_filter( $connected, static fn ( self $crm ): bool => $crm->isId( $contactId ) ) );
		}
		return 1 === count( $connected ) ? $connected[0] : null;
	}

	/** Whether an id has the form that this CRM gives to contacts. A portal that keeps ids of its own knows none of the CRM's. */
	public function isId( string $id ): bool {
		return 1 === preg_match(
			match ( $this ) {
				self::Salesforce => '/^003[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/',
				self::Dynamics365 => '/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i',
				self::HubSpot => '/^[1-9]\d{2,17}$/',
			},
			$id
		);
	}

	/** The same for the company behind a contact. */
	public function isAccountId( string $id ): bool {
		return self::Salesforce === $this ? 1 === preg_match( '/^001[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/D', $id ) : $this->isId( $id );
	}
}
