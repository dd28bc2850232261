<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Dialect as DialectContract;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Requests\AskForToken;

/** How Salesforce is spoken to: a session got in one of three ways, used at the address that came with it. */
final class Dialect implements DialectContract {

	/** Every organisation knows each version for years; a fixed one keeps the shape of the answers. */
	public const VERSION = '62.0';

	public const REST = '/services/data/v' . self::VERSION;

	public const SOAP = '/services/Soap/u/' . self::VERSION;

	public function __construct( private readonly Connection $connection ) {}

	public function vendor(): string {
		return 'Salesforce';
	}

	public function hosts(): array {
		return [ 'salesforce.com', 'force.com' ];
	}

	public function base( AccessToken $token ): string {
		return '' === $token->baseUrl ? Domain::api( $this->connection ) : $token->baseUrl;
	}

	public function credentials( AccessToken $token, Request $request ): array {
		return [ 'Authorization' => 'Bearer ' . $token->value ];
	}

	public function issueToken( ?AccessToken $previous, \Closure $send, int $now ): AccessToken {
		// Where the app replaces refresh tokens, the newest came with the last access token.
		$question = new AskForToken( $this->connection, $previous->renewal ?? '', $now );
		$response = $send( $question->request() );
		$fault    = ErrorWords::tokenFault( $response );
		if ( null !== $fault ) {
			throw $fault;
		}
		return $question->answer( $response );
	}

	public function keepsTokens(): bool {
		return true;
	}

	public function fault( Response $response ): ?ConnectorFault {
		return ErrorWords::fault( $response );
	}

	public function isTokenStale( ConnectorFault $fault ): bool {
		return FaultKind::Unauthorised === $fault->kind && ErrorWords::STALE_TOKEN === $fault->vendorCode;
	}

	public function lessons( Response $response, int $now ): array {
		$usage = ErrorWords::usage( $response );
		return null === $usage ? [] : [
			'quotaLimit'     => (string) $usage['max'],
			'quotaRemaining' => (string) max( 0, $usage['max'] - $usage['used'] ),
			'quotaSeenAt'    => (string) $now,
		];
	}
}
