<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Response;

/**
 * Makes a user of another one's name, language and businesses, with an address of its own. No mail is sent by it.
 *
 * Source: `POST /users` in https://github.com/vendasta/api-gateway-docs/blob/master/openapi/platform/platform.yaml
 *
 * @implements ApiRequest<string>
 */
final class CreateUser implements ApiRequest {

	/** @param list<string> $businesses */
	public function __construct(
		private readonly string $partnerId,
		private readonly string $email,
		private readonly User $like,
		private readonly array $businesses,
	) {}

	public function request( string $base ): Request {
		$attributes = [
			'email'              => $this->email,
			'givenName'          => $this->like->givenName,
			'familyName'         => $this->like->familyName,
			'languageLocaleCode' => $this->like->language,
			'timeZone'           => $this->like->timeZone,
		];
		return JsonApi::write(
			$base . '/users',
			[
				'data' => [
					'type'          => 'users',
					'attributes'    => array_filter( $attributes, static fn ( string $value ): bool => '' !== $value ),
					'relationships' => [
						'partner'           => [ 'data' => self::identifier( 'partners', $this->partnerId ) ],
						'businessLocations' => [ 'data' => array_map( static fn ( string $id ): array => self::identifier( 'businessLocations', $id ), $this->businesses ) ],
					],
				],
			]
		);
	}

	/** Id of the new user. */
	public function answer( Response $response ): string {
		$id = JsonPath::text( $response->json(), 'data', 'id' );
		return User::isId( $id ) ? $id : throw new ConnectorFault( FaultKind::Malformed, 'The answer does not name the new user.', status: $response->status );
	}

	/** @return array{type: string, id: string} */
	private static function identifier( string $type, string $id ): array {
		return [
			'type' => $type,
			'id'   => $id,
		];
	}
}
