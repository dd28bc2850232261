<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Introduces;
use Causeway\Connector\ReadMemory;
use Causeway\Connector\Registry;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\Facts;
use Causeway\Support\Clock;
use Causeway\Support\Finding;

/** One fresh, read-only look at a person through every connector: local systems always, others where a connection is configured. */
final class Examination {

	public function __construct(
		private readonly Registry $connectors,
		private readonly ConnectionStore $connections,
		private readonly Catalog $catalog,
		private readonly Clock $clock,
		private readonly ?ReadMemory $memory = null,
	) {}

	/** The next look asks the systems anew, also what is the same for everybody. */
	public function forget(): void {
		$this->memory?->forget();
	}

	/** The person with what the portals know of their records in the systems behind them. Asks those portals; never throws. */
	public function introduced( Subject $subject ): Subject {
		foreach ( $this->connectors->all() as $connector ) {
			$connection = $connector instanceof Introduces ? $this->connectionOf( $connector->system() ) : null;
			try {
				$subject = $connector instanceof Introduces && null !== $connection ? $connector->introduce( $subject, $connection ) : $subject;
			} catch ( \Throwable ) {
				// As with a look: an add-on's portal that throws knows nobody.
				continue;
			}
		}
		return $subject;
	}

	/**
	 * @param Subject      $subject  Introduced already, where a portal has something to say.
	 * @param list<string> $symptoms `system:id`.
	 */
	public function facts( Subject $subject, array $symptoms ): Facts {
		$findings = [];
		foreach ( $this->reached() as [ $connector, $connection ] ) {
			if ( false === ( $subject->records[ $connector->system() ] ?? null )?->isNeeded ) {
				$findings = [ ...$findings, ...$this->notNeeded( $connector->system() ) ];
				continue;
			}
			try {
				$findings = [ ...$findings, ...$connector->examine( $subject->in( $connector->system() ), $connection ) ];
			} catch ( \Throwable ) {
				// A connector never throws; one of an add-on that does has simply not answered.
				continue;
			}
		}
		return new Facts( $findings, $symptoms );
	}

	/** @return list<array{id: string, system: string, conditions: list<array{type: string, status: string, reason: string, message: string, observedAt: int}>}> */
	public function connections(): array {
		$shown = [];
		foreach ( $this->connections->all() as $connection ) {
			$conditions = [];
			foreach ( $this->connections->conditions( $connection->id ) as $condition ) {
				$conditions[] = $condition->toArray();
			}
			$shown[] = [
				'id'         => $connection->id,
				'system'     => $connection->system,
				'conditions' => $conditions,
			];
		}
		return $shown;
	}

	/** The connection by which a system is asked; a local system needs none. Null where it cannot be asked. */
	public function connectionOf( string $system ): ?Connection {
		$rule = $this->catalog->system( $system );
		if ( null !== $rule && $rule->isLocal ) {
			return new Connection( $system, $system, [], [], true );
		}
		return $this->connections->ofSystem( $system );
	}

	/**
	 * Reasons of the findings that could not be answered, each once.
	 *
	 * @return list<string>
	 */
	public static function openReasons( Facts $facts ): array {
		$reasons = [];
		foreach ( $facts->findings as $finding ) {
			if ( '' !== $finding->reason ) {
				$reasons[] = $finding->reason;
			}
		}
		return array_values( array_unique( $reasons ) );
	}

	/** @return list<Finding> What is not asked of a system, because the portal before it wants no record of this person there. */
	private function notNeeded( string $system ): array {
		$write = new FindingWriter( $system, 'the portal before it', $this->clock );
		return $write->allUnknown( array_keys( $this->catalog->system( $system )->findings ?? [] ), 'not-needed' );
	}

	/** @return list<array{\Causeway\Connector\Connector, Connection}> Local systems, portals, the systems behind them. */
	private function reached(): array {
		$local  = [];
		$portal = [];
		$remote = [];
		foreach ( $this->connectors->all() as $connector ) {
			$connection = $this->connectionOf( $connector->system() );
			if ( null !== $connection ) {
				$rule = $this->catalog->system( $connector->system() );
				if ( null !== $rule && $rule->isLocal ) {
					$local[] = [ $connector, $connection ];
				} elseif ( $connector instanceof Introduces ) {
					$portal[] = [ $connector, $connection ];
				} else {
					$remote[] = [ $connector, $connection ];
				}
			}
		}
		return [ ...$local, ...$portal, ...$remote ];
	}
}
