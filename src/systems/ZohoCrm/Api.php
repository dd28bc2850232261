<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\AccessToken;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Redactor;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Connector\TokenCache;
use Causeway\Connector\Transport;
use Causeway\Support\Clock;
use Causeway\Systems\ZohoCrm\Requests\ApiRequest;
use Causeway\Systems\ZohoCrm\Requests\RefreshToken;

/** One examination's or action's conversation with Zoho CRM: address, access token, ceiling of time, and what was learnt on the way. */
final class Api {

	private const CALL_SECONDS     = 8.0;
	private const CEILING_SECONDS  = 25.0;
	private const SHORTEST_SECONDS = 0.5;

	private readonly int $startedAt;

	private ?AccessToken $token = null;

	private ?int $creditsRemaining = null;

	/** @var array<string, string> */
	private array $facts;

	public function __construct(
		private readonly Connection $connection,
		private readonly Transport $transport,
		private readonly TokenCache $tokens,
		private readonly ConnectionStore $connections,
		private readonly Clock $clock,
	) {
		$this->startedAt = $clock->elapsedNanoseconds();
		$this->facts     = $connection->facts;
	}

	/**
	 * @template T
	 * @param ApiRequest<T> $question
	 * @return T
	 * @throws ConnectorFault
	 */
	public function ask( ApiRequest $question ): mixed {
		$token    = $this->token();
		$response = $this->send( $question, $token );
		if ( in_array( ErrorWords::fault( $response )?->vendorCode, ErrorWords::STALE_TOKEN, true ) ) {
			$this->token = $this->refresh( $token );
			$response    = $this->send( $question, $this->token );
		}
		$this->rememberCredits( $response );
		$fault = ErrorWords::fault( $response );
		if ( null !== $fault ) {
			throw $fault;
		}
		return $question->answer( $response );
	}

	/**
	 * The access token, from the cache while it lives.
	 *
	 * @throws ConnectorFault
	 */
	public function token(): AccessToken {
		if ( null === $this->token || ! $this->token->isUsableAt( $this->clock->now() ) ) {
			$cached      = $this->tokens->get( $this->connection->id );
			$this->token = null !== $cached && $cached->isUsableAt( $this->clock->now() ) ? $cached : $this->refresh( $cached );
		}
		return $this->token;
	}

	/** What Zoho last said is left of the organisation's credits; null while more than half is left, because it is silent then. */
	public function creditsRemaining(): ?int {
		return $this->creditsRemaining;
	}

	/** Seconds until this conversation has to end. */
	public function secondsLeft(): float {
		return self::CEILING_SECONDS - ( $this->clock->elapsedNanoseconds() - $this->startedAt ) / 1e9;
	}

	public function fact( string $name ): string {
		return $this->facts[ $name ] ?? '';
	}

	/** @param array<string, string> $facts */
	public function learn( array $facts ): void {
		$redactor = new Redactor( $this->connection->secrets );
		$news     = array_diff_assoc( array_map( static fn ( string $fact ): string => $redactor->text( $fact ), $facts ), $this->facts );
		if ( [] !== $news ) {
			$this->facts = array_merge( $this->facts, $news );
			$this->connections->rememberFacts( $this->connection->id, $news );
		}
	}

	/**
	 * Gets a new token, one process at a time; where another one was quicker, its token is taken.
	 *
	 * @throws ConnectorFault
	 */
	private function refresh( ?AccessToken $stale ): AccessToken {
		$token = $this->tokens->withRefreshLock(
			$this->connection->id,
			function () use ( $stale ): AccessToken {
				$cached = $this->tokens->get( $this->connection->id );
				if ( null !== $cached && $cached->value !== $stale?->value && $cached->isUsableAt( $this->clock->now() ) ) {
					return $cached;
				}
				$fresh = $this->requestToken();
				$this->tokens->put( $this->connection->id, $fresh );
				return $fresh;
			}
		);
		if ( '' !== $token->baseUrl ) {
			$this->learn( [ 'apiDomain' => $token->baseUrl ] );
		}
		return $token;
	}

	private function requestToken(): AccessToken {
		$accounts = rtrim( $this->connection->fields['accounts_base'] ?? '', '/' );
		$question = new RefreshToken(
			'' === $accounts ? (string) DataCentre::of( $this->connection )?->accountsUrl() : $accounts,
			$this->connection->fields['client_id'] ?? '',
			$this->connection->secrets['client_secret'] ?? '',
			$this->connection->secrets['refresh_token'] ?? '',
			$this->clock->now(),
		);
		if ( ! $question->isComplete() ) {
			throw new ConnectorFault( FaultKind::Unauthorised, 'The connection is not set up: the addresses, the client ID, its secret and a refresh token are needed.', vendorCode: 'causeway-not-set-up' );
		}
		$response = $this->transport->send( $question->request( $this->callSeconds() ) );
		$fault    = ErrorWords::tokenFault( $response );
		if ( null !== $fault ) {
			throw $fault;
		}
		return $question->answer( $response );
	}

	/** @param ApiRequest<mixed> $question */
	private function send( ApiRequest $question, AccessToken $token ): Response {
		$configured = rtrim( $this->connection->fields['api_base'] ?? '', '/' );
		$base       = '' === $token->baseUrl ? ( '' === $configured ? (string) DataCentre::of( $this->connection )?->apiUrl() : $configured ) : $token->baseUrl;
		$blank      = $question->request( $base );
		return $this->transport->send(
			new Request(
				$blank->method,
				$blank->url,
				$blank->headers,
				[ 'Authorization' => 'Zoho-oauthtoken ' . $token->value ],
				$blank->body,
				$blank->idempotent,
				$this->callSeconds(),
			)
		);
	}

	private function callSeconds(): float {
		$left = $this->secondsLeft();
		if ( $left < self::SHORTEST_SECONDS ) {
			throw new ConnectorFault( FaultKind::TimedOut, 'Zoho CRM answered too slowly to ask everything.', vendorCode: 'causeway-out-of-time' );
		}
		return min( self::CALL_SECONDS, $left );
	}

	private function rememberCredits( Response $response ): void {
		$header = trim( $response->headers['x-api-credits-remaining'] ?? '' );
		if ( 1 === preg_match( '/^\d{1,12}$/', $header ) ) {
			$this->creditsRemaining = (int) $header;
			$this->learn(
				[
					'creditsRemaining' => $header,
					'creditsSeenAt'    => (string) $this->clock->now(),
				]
			);
		} elseif ( $response->status < 300 && '' !== $this->fact( 'creditsRemaining' ) ) {
			$this->learn(
				[
					'creditsRemaining' => '',
					'creditsSeenAt'    => '',
				]
			);
		}
	}
}
