<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Systems\ZohoDesk\DeskId;

/** One Help Center in which a contact is a user. */
final class Seat {

	/**
	 * @param string $status Of the user: `ACTIVE`, `DISABLED`, `DELETED`, or a word that is not documented.
	 */
	private function __construct(
		public readonly string $userId,
		public readonly string $status,
		public readonly string $helpCenterId,
		public readonly string $helpCenterName,
		public readonly string $helpCenterUrl,
	) {}

	/** @param array<mixed> $row */
	public static function fromRow( array $row ): ?self {
		$userId = DeskId::of( JsonPath::text( $row, 'userId' ) );
		if ( '' === $userId ) {
			return null;
		}
		$url = JsonPath::text( $row, 'helpCenter', 'url' );
		return new self(
			$userId,
			Redactor::clip( strtoupper( JsonPath::text( $row, 'userStatus' ) ), 40 ),
			DeskId::of( JsonPath::text( $row, 'helpCenter', 'id' ) ),
			Redactor::clip( JsonPath::text( $row, 'helpCenter', 'name' ), 60 ),
			1 === preg_match( '#^https?://[^\s"\'<>\\\\]{1,180}$#D', $url ) ? $url : '',
		);
	}

	/** Whether a sign-up still waits for somebody's approval; null where the status is a word that nobody explains. */
	public function awaitsApproval(): ?bool {
		return match ( true ) {
			in_array( $this->status, [ User::ACTIVE, User::DISABLED, User::DELETED ], true ) => false,
			1 === preg_match( '/PEND|APPROV|WAIT|REQUEST/', $this->status ) => true,
			default => null,
		};
	}
}
