<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;

/**
 * Addresses of the screens in the customer's own environment.
 *
 * Source: https://learn.microsoft.com/power-apps/developer/model-driven-apps/open-forms-views-dialogs-reports-url
 * The admin centre's screens are named by an id that the Web API does not tell: there the menu path is shown instead.
 */
final class Links {

	public function __construct( private readonly Connection $connection ) {}

	public function to( string $name, Subject $subject ): string {
		$environment = ( new Place( $this->connection ) )->environment();
		$contact     = Guid::of( $subject->contactId );
		$account     = Guid::of( $subject->accountId );
		return match ( true ) {
			'' === $environment => '',
			in_array( $name, [ 'contact', 'portal-contact' ], true ) && '' !== $contact => self::record( $environment, 'contact', $contact ),
			'account' === $name && '' !== $account => self::record( $environment, 'account', $account ),
			'contacts' === $name => self::table( $environment, 'contact' ),
			'invitations' === $name => self::table( $environment, 'adx_invitation' ),
			default => '',
		};
	}

	private static function table( string $environment, string $table ): string {
		return $environment . '/main.aspx?etn=' . $table . '&pagetype=entitylist';
	}

	private static function record( string $environment, string $table, string $id ): string {
		return $environment . '/main.aspx?etn=' . $table . '&pagetype=entityrecord&id=%7B' . $id . '%7D';
	}
}
