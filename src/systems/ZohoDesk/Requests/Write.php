<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoDesk\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * One write. It is never repeated by itself: whether a lost answer means that it took effect is found out by reading.
 *
 * Source: https://github.com/zoho/zohodesk-oas (v1.0/Contact.json, User.json, Recyclebin.json)
 *
 * @implements ApiRequest<null>
 */
final class Write implements ApiRequest {

	/**
	 * @param 'POST'|'PATCH'       $method
	 * @param array<string, mixed> $body
	 */
	private function __construct( private readonly string $method, private readonly string $path, private readonly array $body ) {}

	/** Invites a contact to a Help Center: a mail goes out. */
	public static function invitation( string $contactId, string $helpCenterId ): self {
		return new self( 'POST', '/contacts/' . $contactId . '/inviteAsEndUser', [ 'helpCenterId' => $helpCenterId ] );
	}

	public static function approval( string $contactId, string $helpCenterId ): self {
		return new self( 'POST', '/contacts/' . $contactId . '/approveEndUserInvite', [ 'helpCenterIds' => [ $helpCenterId ] ] );
	}

	public static function activation( string $userId ): self {
		return new self( 'PATCH', '/users/' . $userId, [ 'status' => User::ACTIVE ] );
	}

	public static function account( string $contactId, string $accountId ): self {
		return new self( 'PATCH', '/contacts/' . $contactId, [ 'accountId' => $accountId ] );
	}

	public static function restoring( string $contactId ): self {
		return new self(
			'POST',
			'/recycleBin/restore',
			[
				'ids'                     => [ $contactId ],
				'isChildNeedToBeRestored' => true,
			]
		);
	}

	public function request( string $base ): Request {
		return new Request( $this->method, $base . '/api/v1' . $this->path, [ 'Content-Type' => 'application/json' ], [], (string) json_encode( $this->body ), false );
	}

	/** Calls that take many tell of each whether it went well; Causeway sends one at a time. */
	public function answer( Response $response ): mixed {
		$json = 204 === $response->status ? [] : $response->json();
		foreach ( JsonPath::rows( $json, 'results' ) as $row ) {
			if ( 'true' !== JsonPath::text( $row, 'success' ) ) {
				$word = substr( (string) preg_replace( '/[^A-Z_]/', '', JsonPath::text( $row, 'errors', 'errorCode' ) ), 0, 64 );
				throw new ConnectorFault( 'FORBIDDEN' === $word ? FaultKind::Forbidden : FaultKind::Rejected, 'Zoho Desk did not carry it out' . ( '' === $word ? '' : ' (' . $word . ')' ) . '.', vendorCode: $word, status: $response->status );
			}
		}
		return null;
	}
}
