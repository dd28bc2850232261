<?php

declare(strict_types=1);

namespace Causeway\Systems\Vendasta;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Dialect as DialectContract;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Vendasta\Requests\IssueToken;

/** How Vendasta is spoken to: an access token of a service account that proves itself by a signature. */
final class Dialect implements DialectContract {

	/** Kept beside a token that was asked for with the scope of writing; there is no refresh token that could stand there. */
	private const ASKED_TO_WRITE = 'asked-to-write';

	private readonly Place $place;

	public function __construct( private readonly Connection $connection ) {
		$this->place = new Place( $connection );
	}

	public function vendor(): string {
		return 'Vendasta';
	}

	public function hosts(): array {
		return [ Place::HOST ];
	}

	public function base( AccessToken $token ): string {
		return $this->place->apiUrl();
	}

	/**
	 * None for a token from before the connection was allowed to write: the call comes back as unauthorised, without effect, and brings a token
	 * that covers writing. Otherwise each write would be refused until the old token has run out.
	 */
	public function credentials( AccessToken $token, Request $request ): array {
		$isOutgrown = $this->connection->mayWrite && self::ASKED_TO_WRITE !== $token->renewal;
		return $isOutgrown ? [] : [ 'Authorization' => 'Bearer ' . $token->value ];
	}

	public function issueToken( ?AccessToken $previous, \Closure $send, int $now ): AccessToken {
		$file = KeyFile::read( $this->connection->secrets['key_file'] ?? '' );
		if ( null === $file || '' === $this->place->partnerId() || '' === $this->place->loginUrl() || '' === $this->place->apiUrl() ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the partner ID and the whole key file of a service account are needed.' );
		}
		if ( ! $this->place->issuesFor( $file->tokenUri() ) ) {
			throw ConnectorFault::notSetUp( 'The key file belongs to Vendasta’s other environment: choose that one, or paste a key of this one.' );
		}
		$question = new IssueToken( $this->place->loginUrl(), $file->assertion( $this->place->audience(), Scopes::wanted( $this->connection->mayWrite ), $now ) );
		$response = $send( $question->request() );
		$fault    = ErrorWords::noToken( $response );
		if ( null !== $fault ) {
			throw $fault;
		}
		return $question->answer( $response, $this->connection->mayWrite ? self::ASKED_TO_WRITE : '', $now );
	}

	public function keepsTokens(): bool {
		return true;
	}

	public function fault( Response $response ): ?ConnectorFault {
		return ErrorWords::fault( $response );
	}

	public function isTokenStale( ConnectorFault $fault ): bool {
		return 401 === $fault->status;
	}

	/** Vendasta publishes no quota and no header that tells one. */
	public function lessons( Response $response, int $now ): array {
		return [];
	}
}
