<?php

declare(strict_types=1);

namespace Causeway\Connector;

use Causeway\Support\Truth;

/**
 * A system that is asked over the network: says in which dialect and by which probes; how they are run is the same for all.
 *
 * @template E of Examination
 */
abstract class RemoteConnector implements Connector {

	/** What a connection's conditions are called, by the finding that tells them. */
	private const CONDITIONS = [
		'connection.reachable'  => 'reachable',
		'connection.authorised' => 'authorised',
		'connection.scopes'     => 'scopes',
		'quota.available'       => 'quota',
	];

	final public function __construct( protected readonly ConnectorTools $tools ) {}

	abstract protected function dialect( Connection $connection ): Dialect;

	/** @return E */
	abstract protected function open( Conversation $api, Subject $subject, Connection $connection, FindingWriter $write ): Examination;

	/**
	 * Probes of the connection alone, the quota's last.
	 *
	 * @return non-empty-list<Probe<E>>
	 */
	abstract protected function connectionProbes(): array;

	/**
	 * Probes of the person: user, contact by id, deleted list, account, field, state.
	 *
	 * @return list<Probe<E>>
	 */
	abstract protected function personProbes(): array;

	/**
	 * What the credential may see, beside being accepted; asked by a test of the connection only.
	 *
	 * @return list<Sight>
	 */
	protected function sights( Connection $connection ): array {
		return [];
	}

	final public function examine( Subject $subject, Connection $connection ): array {
		return ( new ProbeRun( $this->look( $subject, $connection ) ) )->ask( $this->connectionProbes(), $this->personProbes() );
	}

	final public function test( Connection $connection ): array {
		$look       = $this->look( new Subject( '' ), $connection );
		$conditions = [];
		foreach ( ( new ProbeRun( $look ) )->ask( $this->connectionProbes(), [] ) as $finding ) {
			$reason       = '' !== $finding->reason ? $finding->reason : ( Truth::True === $finding->truth ? 'ok' : 'failed' );
			$conditions[] = new Condition( self::CONDITIONS[ $finding->key ] ?? str_replace( '.', '-', $finding->key ), $finding->truth, $reason, $finding->detail, $finding->observedAt );
		}
		foreach ( $this->sights( $connection ) as $sight ) {
			$conditions[] = $this->see( $sight, $look );
		}
		return $conditions;
	}

	public function actions(): array {
		return [];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return '';
	}

	/** @param Effort $effort Patient for what nobody waits for, such as a page of an audit. */
	final protected function converse( Connection $connection, Effort $effort = Effort::Urgent ): Conversation {
		$dialect = $this->dialect( $connection );
		return new Conversation( $dialect, $connection, $this->tools->transports->forConnection( $connection, $dialect->hosts(), $effort ), $this->tools->tokens, $this->tools->connections, $this->tools->clock, $this->tools->memory );
	}

	/** @return E */
	private function look( Subject $subject, Connection $connection ): Examination {
		$api = $this->converse( $connection );
		return $this->open( $api, $subject, $connection, new FindingWriter( $this->system(), $api->dialect->vendor(), $this->tools->clock, new Redactor( $connection->secrets ) ) );
	}

	/** @param E $look */
	private function see( Sight $sight, Examination $look ): Condition {
		$now = $this->tools->clock->now();
		if ( '' !== $look->endReason() ) {
			return new Condition( $sight->type, Truth::Unknown, $look->endReason(), $look->endDetail(), $now );
		}
		try {
			$answer   = $look->api->ask( $sight->question );
			$shortage = null === $sight->shortage ? '' : ( $sight->shortage )( $answer );
			if ( '' !== $shortage ) {
				return new Condition( $sight->type, Truth::False, 'running-out', $shortage, $now );
			}
		} catch ( ConnectorFault $fault ) {
			if ( FaultKind::NotFound !== $fault->kind ) {
				$isRefused = in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::Unsupported ], true );
				return new Condition( $sight->type, $isRefused ? Truth::False : Truth::Unknown, $fault->reason(), $isRefused ? $sight->remedy : $fault->getMessage(), $now );
			}
		}
		return new Condition( $sight->type, Truth::True, 'ok', '', $now );
	}
}
