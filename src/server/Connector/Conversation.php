<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Clock;

/** One examination's or action's conversation with a vendor: address, access token, ceiling of time, and what was learnt on the way. */
final class Conversation {

	/** Fact of a connection: by how many seconds this server's clock is ahead of the vendor's. Kept only while it is half a minute or more. */
	public const CLOCK_OFFSET = 'clockOffset';

	/** What lies between a vendor's word and its arrival, and no more. */
	private const CLOCK_TOLERANCE_SECONDS = 30;

	private const CALL_SECONDS     = 8.0;
	private const CEILING_SECONDS  = 25.0;
	private const SHORTEST_SECONDS = 0.5;

	private readonly int $startedAt;

	private readonly Redactor $redactor;

	private ?AccessToken $token = null;

	/** @var array<string, string> */
	private array $facts;

	public function __construct(
		public readonly Dialect $dialect,
		private readonly Connection $connection,
		private readonly Transport $transport,
		private readonly TokenCache $tokens,
		private readonly ConnectionStore $connections,
		private readonly Clock $clock,
		private readonly ?ReadMemory $memory = null,
	) {
		$this->startedAt = $clock->elapsedNanoseconds();
		$this->redactor  = new Redactor( $connection->secrets );
		$this->facts     = $connection->facts;
	}

	/**
	 * Asks once; a token that has died early is replaced once.
	 *
	 * @template T
	 * @param ApiRequest<T> $question
	 * @return T
	 * @throws ConnectorFault
	 */
	public function ask( ApiRequest $question ): mixed {
		$memory = $question instanceof SharedRead ? $this->memory : null;
		$asked  = null === $memory ? null : $question->request( '' );
		$known  = null === $asked ? null : $memory->recall( $this->connection->id, $asked );
		if ( null !== $known ) {
			return $question->answer( $known );
		}
		$token    = $this->token();
		$response = $this->send( $question, $token );
		$fault    = $this->dialect->fault( $response );
		if ( null !== $fault && $this->dialect->isTokenStale( $fault ) && $this->dialect->keepsTokens() ) {
			$this->token = $this->refresh( $token );
			$response    = $this->send( $question, $this->token );
			$fault       = $this->dialect->fault( $response );
		}
		$this->compareClocks( $response );
		$this->learn( $this->dialect->lessons( $response, $this->clock->now() ) );
		if ( null !== $fault ) {
			throw $fault;
		}
		$answer = $question->answer( $response );
		if ( null !== $asked ) {
			$memory->keep( $this->connection->id, $asked, $response );
		}
		return $answer;
	}

	/**
	 * The access token, from the cache while it lives.
	 *
	 * @throws ConnectorFault
	 */
	public function token(): AccessToken {
		if ( null === $this->token || ! $this->token->isUsableAt( $this->clock->now() ) ) {
			$cached      = $this->dialect->keepsTokens() ? $this->tokens->get( $this->connection->id ) : null;
			$this->token = null !== $cached && $cached->isUsableAt( $this->clock->now() ) ? $cached : $this->refresh( $cached );
		}
		return $this->token;
	}

	/** Seconds until this conversation has to end. */
	public function secondsLeft(): float {
		return self::CEILING_SECONDS - ( $this->clock->elapsedNanoseconds() - $this->startedAt ) / 1e9;
	}

	/** Unix seconds. */
	public function now(): int {
		return $this->clock->now();
	}

	/** What is known of the vendor's side; '' where it is not. */
	public function fact( string $name ): string {
		return $this->facts[ $name ] ?? '';
	}

	/** Compares clocks by the answer's `Date` (RFC 9110, 6.6.1). Written only where the difference is news. */
	private function compareClocks( Response $response ): void {
		$said = \DateTimeImmutable::createFromFormat( 'D, d M Y H:i:s \G\M\T', $response->headers['date'] ?? '', new \DateTimeZone( 'UTC' ) );
		if ( false === $said ) {
			return;
		}
		$offset = $this->clock->now() - $said->getTimestamp();
		$offset = abs( $offset ) < self::CLOCK_TOLERANCE_SECONDS ? 0 : $offset;
		if ( abs( $offset - (int) $this->fact( self::CLOCK_OFFSET ) ) >= self::CLOCK_TOLERANCE_SECONDS ) {
			$this->learn( [ self::CLOCK_OFFSET => 0 === $offset ? '' : (string) $offset ] );
		}
	}

	/** @param array<string, string> $facts No secrets; '' forgets that fact. */
	public function learn( array $facts ): void {
		$news = array_diff_assoc( array_map( fn ( string $fact ): string => $this->redactor->text( $fact ), Quota::withPace( $this->facts, $facts ) ), $this->facts );
		$news = array_filter( $news, fn ( string $fact, string $name ): bool => '' !== $fact || isset( $this->facts[ $name ] ), ARRAY_FILTER_USE_BOTH );
		if ( [] !== $news ) {
			$this->facts = array_filter( array_merge( $this->facts, $news ), static fn ( string $fact ): bool => '' !== $fact );
			$this->connections->rememberFacts( $this->connection->id, $news );
		}
	}

	/**
	 * Gets a new token, one process at a time; where another one was quicker, its token is taken.
	 *
	 * @throws ConnectorFault
	 */
	private function refresh( ?AccessToken $stale ): AccessToken {
		$token = $this->issue( $stale );
		if ( '' !== $token->baseUrl ) {
			$this->learn( [ 'apiDomain' => $token->baseUrl ] );
		}
		return $token;
	}

	/** @throws ConnectorFault */
	private function issue( ?AccessToken $stale ): AccessToken {
		$send = fn ( Request $request ): Response => $this->transport->send( $request->within( $this->callSeconds() ) );
		if ( ! $this->dialect->keepsTokens() ) {
			return $this->dialect->issueToken( null, $send, $this->clock->now() );
		}
		return $this->tokens->withRefreshLock(
			$this->connection->id,
			function () use ( $stale, $send ): AccessToken {
				$cached = $this->tokens->get( $this->connection->id );
				if ( null !== $cached && $cached->value !== $stale?->value && $cached->isUsableAt( $this->clock->now() ) ) {
					return $cached;
				}
				$fresh = $this->dialect->issueToken( $cached, $send, $this->clock->now() );
				$this->tokens->put( $this->connection->id, $fresh );
				return $fresh;
			}
		);
	}

	/** @param ApiRequest<mixed> $question */
	private function send( ApiRequest $question, AccessToken $token ): Response {
		$blank = $question->request( $this->dialect->base( $token ) );
		return $this->transport->send( $blank->with( $this->dialect->credentials( $token, $blank ) )->within( $this->callSeconds() ) );
	}

	private function callSeconds(): float {
		$left = $this->secondsLeft();
		if ( $left < self::SHORTEST_SECONDS ) {
			throw new ConnectorFault( FaultKind::TimedOut, $this->dialect->vendor() . ' answered too slowly to ask everything.', vendorCode: 'causeway-out-of-time' );
		}
		return min( self::CALL_SECONDS, $left );
	}
}
