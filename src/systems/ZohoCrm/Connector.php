<?php

declare(strict_types=1);

namespace Causeway\Systems\ZohoCrm;

use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\Connector as ConnectorContract;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\FindingWriter;
use Causeway\Connector\Pause;
use Causeway\Connector\PortalDirectory;
use Causeway\Connector\Redactor;
use Causeway\Connector\Subject;
use Causeway\Connector\TokenCache;
use Causeway\Connector\Transports;
use Causeway\Support\Clock;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\ZohoCrm\Actions\RestoreContact;
use Causeway\Systems\ZohoCrm\Probes\AccountProbe;
use Causeway\Systems\ZohoCrm\Probes\ConnectionProbe;
use Causeway\Systems\ZohoCrm\Probes\ContactProbe;
use Causeway\Systems\ZohoCrm\Probes\DeletionProbe;
use Causeway\Systems\ZohoCrm\Probes\Probe;
use Causeway\Systems\ZohoCrm\Probes\QuotaProbe;
use Causeway\Systems\ZohoCrm\Probes\UsernameFieldProbe;

/** Zoho CRM, REST version 8. */
final class Connector implements ConnectorContract {

	public const SYSTEM = 'zoho-crm';

	/** Faults after which no other question has a chance. */
	private const ENDING = [ FaultKind::Unreachable, FaultKind::TimedOut, FaultKind::Unauthorised, FaultKind::ServerFault, FaultKind::QuotaExhausted ];

	/** What a connection's conditions are called, by the finding that tells them. */
	private const CONDITIONS = [
		'connection.reachable'  => 'reachable',
		'connection.authorised' => 'authorised',
		'connection.scopes'     => 'scopes',
		'quota.available'       => 'quota',
	];

	public function __construct(
		private readonly Transports $transports,
		private readonly TokenCache $tokens,
		private readonly ConnectionStore $connections,
		private readonly PortalDirectory $portal,
		private readonly Pause $pause,
		private readonly Clock $clock,
	) {}

	public function system(): string {
		return self::SYSTEM;
	}

	public function examine( Subject $subject, Connection $connection ): array {
		return $this->run( [ new ConnectionProbe(), new QuotaProbe(), new ContactProbe(), new DeletionProbe(), new AccountProbe(), new UsernameFieldProbe() ], $subject, $connection );
	}

	public function test( Connection $connection ): array {
		$conditions = [];
		foreach ( $this->run( [ new ConnectionProbe(), new QuotaProbe() ], new Subject( '' ), $connection ) as $finding ) {
			$reason       = '' !== $finding->reason ? $finding->reason : ( Truth::True === $finding->truth ? 'ok' : 'failed' );
			$conditions[] = new Condition( self::CONDITIONS[ $finding->key ] ?? $finding->key, $finding->truth, $reason, $finding->detail, $finding->observedAt );
		}
		return $conditions;
	}

	public function actions(): array {
		return [ RestoreContact::ID => new RestoreContact( $this->api( ... ) ) ];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return ( new Links( $connection ) )->to( $name, $subject );
	}

	/**
	 * @param non-empty-list<Probe> $probes
	 * @return list<Finding>
	 */
	private function run( array $probes, Subject $subject, Connection $connection ): array {
		$look  = $this->examination( $subject, $connection );
		$found = [];
		foreach ( $probes as $probe ) {
			foreach ( $this->ask( $probe, $look ) as $finding ) {
				$found[ $finding->key ] = $finding;
			}
			if ( null !== $look->throttle && ! $probe instanceof ConnectionProbe && ! $probe instanceof QuotaProbe && '' === $look->endReason() ) {
				// The credits ran out on the way, or too many calls ran at once: find out which, then take up the thread.
				foreach ( [ ...$this->ask( new QuotaProbe(), $look ), ...$this->ask( $probe, $look ) ] as $finding ) {
					$found[ $finding->key ] = $finding;
				}
			}
		}
		return array_values( $found );
	}

	/** @return list<Finding> One for each key of the probe. */
	private function ask( Probe $probe, Examination $look ): array {
		if ( '' !== $look->endReason() ) {
			return $look->write->allUnknown( $probe->produces(), $look->endReason(), $look->endDetail() );
		}
		try {
			$answers = $probe->answer( $look );
			$reason  = $look->endReason();
			$detail  = $look->endDetail();
		} catch ( ConnectorFault $fault ) {
			$answers = [];
			$reason  = $fault->reason();
			$detail  = $fault->getMessage();
			if ( FaultKind::RateLimited === $fault->kind && 'TOO_MANY_REQUESTS' === $fault->vendorCode ) {
				$look->throttle = $fault;
			} elseif ( in_array( $fault->kind, self::ENDING, true ) || str_starts_with( $fault->vendorCode, 'causeway-' ) || FaultKind::RateLimited === $fault->kind ) {
				$look->end( $reason, $detail );
			}
			if ( $probe instanceof ContactProbe ) {
				$look->noContact = $reason;
			}
		}
		$byKey = array_column( $look->write->allUnknown( $probe->produces(), '' === $reason ? 'not-asked' : $reason, $detail ), null, 'key' );
		foreach ( $answers as $finding ) {
			$byKey[ $finding->key ] = $finding;
		}
		return array_values( $byKey );
	}

	private function examination( Subject $subject, Connection $connection ): Examination {
		$configured = $connection->fields['username_field'] ?? '';
		return new Examination(
			$this->api( $connection ),
			$subject,
			$connection,
			new FindingWriter( self::SYSTEM, 'Zoho CRM', $this->clock, new Redactor( $connection->secrets ) ),
			$this->pause,
			'' === $configured ? $this->portal->usernameField() : $configured,
		);
	}

	private function api( Connection $connection ): Api {
		return new Api( $connection, $this->transports->forConnection( $connection, DataCentre::hosts() ), $this->tokens, $this->connections, $this->clock );
	}
}
