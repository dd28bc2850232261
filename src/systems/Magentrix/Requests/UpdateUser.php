<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Switches a user on. Said twice, it is on all the same.
 *
 * Source: https://help.magentrix.com/wikis/devguide/rest-3-update-a-record
 *
 * @implements ApiRequest<bool>
 */
final class UpdateUser implements ApiRequest {

	public function __construct( private readonly string $userId ) {}

	public function request( string $base ): Request {
		$record = [
			'Id'       => $this->userId,
			'IsActive' => true,
		];
		return new Request( 'PATCH', $base . '/api/3.0/entity/User', Query::HEADERS, [], (string) json_encode( [ $record ] ) );
	}

	/** What it answers is not documented in full; a fresh look tells what came of it. */
	public function answer( Response $response ): bool {
		return true;
	}
}
