<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Dialect as DialectContract;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Dynamics365\Requests\AskForToken;

/** How Dataverse is spoken to: as an application, with a token of Microsoft Entra for one environment. */
final class Dialect implements DialectContract {

	/**
	 * Calls left of the five-minute window below which the budget is told: a fifth of what one user has.
	 *
	 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/api-limits
	 */
	private const LITTLE = 1_200;

	private readonly Place $place;

	public function __construct( private readonly Connection $connection ) {
		$this->place = new Place( $connection );
	}

	public function vendor(): string {
		return 'Dynamics 365';
	}

	public function hosts(): array {
		return Place::hosts();
	}

	public function base( AccessToken $token ): string {
		return $this->place->api();
	}

	public function credentials( AccessToken $token, Request $request ): array {
		return [ 'Authorization' => 'Bearer ' . $token->value ];
	}

	public function issueToken( ?AccessToken $previous, \Closure $send, int $now ): AccessToken {
		$question = new AskForToken(
			$this->place->tokens(),
			trim( $this->connection->fields['client_id'] ?? '' ),
			trim( $this->connection->secrets['client_secret'] ?? '' ),
			'' === $this->place->environment() ? '' : $this->place->scope(),
		);
		if ( ! $question->isComplete() ) {
			throw ConnectorFault::notSetUp( 'The connection is not set up: the environment’s address, the tenant ID, the client ID and its secret are needed.' );
		}
		$response = $send( $question->request() );
		$fault    = ErrorWords::tokenFault( $response );
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

	/** Any 401, whatever its body says, except for an application that is no user here: no token helps it. */
	public function isTokenStale( ConnectorFault $fault ): bool {
		return 401 === $fault->status && ! in_array( $fault->vendorCode, ErrorWords::NO_USER, true );
	}

	/** Dataverse counts five minutes, the budget a day: it is told only while the window runs low, and told to forget that afterwards. */
	public function lessons( Response $response, int $now ): array {
		$left = trim( $response->headers['x-ms-ratelimit-burst-remaining-xrm-requests'] ?? '' );
		if ( 1 !== preg_match( '/^\d{1,9}$/D', $left ) ) {
			return [];
		}
		$isLittle = (int) $left < self::LITTLE;
		return [
			'quotaRemaining' => $isLittle ? $left : '',
			'quotaSeenAt'    => $isLittle ? (string) $now : '',
		];
	}
}
