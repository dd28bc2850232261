<?php

declare(strict_types=1);

namespace Causeway\Systems\Magentrix;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Dialect as DialectContract;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Magentrix\Requests\OpenSession;

/** How Magentrix is spoken to: a session of an API key, at the portal's own address. A session has a fixed end, however much it is used. */
final class Dialect implements DialectContract {

	public function __construct( private readonly Connection $connection ) {}

	public function vendor(): string {
		return 'Magentrix';
	}

	public function hosts(): array {
		return [ 'magentrixcloud.com', 'magentrix.com' ];
	}

	public function base( AccessToken $token ): string {
		return Links::portal( $this->connection );
	}

	public function credentials( AccessToken $token, Request $request ): array {
		return [ 'Authorization' => 'Bearer ' . $token->value ];
	}

	public function issueToken( ?AccessToken $previous, \Closure $send, int $now ): AccessToken {
		$key = trim( $this->connection->secrets['api_key'] ?? '' );
		if ( '' === Links::portal( $this->connection ) || '' === $key ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the portal’s address and an API key are needed.' );
		}
		$question = new OpenSession( Links::portal( $this->connection ), $key );
		$response = $send( $question->request() );
		$fault    = ErrorWords::noSession( $response );
		if ( null !== $fault ) {
			throw $fault;
		}
		return $question->answer( $response, $now );
	}

	public function keepsTokens(): bool {
		return true;
	}

	public function fault( Response $response ): ?ConnectorFault {
		return ErrorWords::fault( $response );
	}

	/** Whether a session that is over answers 401 or 403 is not documented, so both are asked once more with a fresh one. */
	public function isTokenStale( ConnectorFault $fault ): bool {
		return 401 === $fault->status || 403 === $fault->status;
	}

	/** Magentrix publishes no quota and no header that tells one. */
	public function lessons( Response $response, int $now ): array {
		return [];
	}
}
