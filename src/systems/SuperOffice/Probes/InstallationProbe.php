<?php

declare(strict_types=1);

namespace Causeway\Systems\SuperOffice\Probes;

use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Systems\SuperOffice\Examination;

/**
 * What kind of SuperOffice it is, and whether it runs at all. It asks nothing: the connection's own questions told it.
 *
 * @implements Probe<Examination>
 */
final class InstallationProbe implements Probe {

	public const PRODUCES = [ 'installation.online', 'installation.before-nine', 'installation.running', 'installation.passing', 'installation.moved' ];

	/** For so long somebody may still use the address that was. */
	private const MOVE_SECONDS = 30 * 86_400;

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		return $look->isOnline() ? $this->online( $look ) : $this->onsite( $look );
	}

	/** @return list<Finding> */
	private function online( Examination $look ): array {
		$tenant = $look->tenant;
		$edition = [ $look->write->true( 'installation.online' ), $look->write->false( 'installation.before-nine' ), $this->moved( $look ) ];
		if ( null === $tenant || ! $tenant->isKnown() ) {
			return [ ...$edition, ...$look->write->allUnknown( [ 'installation.running', 'installation.passing' ], 'not-said' ) ];
		}
		$said = 'SuperOffice names the tenant’s state ' . $tenant->state . '.';
		if ( ! $tenant->isRunning ) {
			$look->end( FaultKind::Unreachable->value, $said );
		}
		return [
			...$edition,
			$look->write->of( 'installation.running', $tenant->isRunning, $said ),
			$look->write->of( 'installation.passing', ! $tenant->isRunning && $tenant->isPassing(), $said ),
		];
	}

	/** @return list<Finding> */
	private function onsite( Examination $look ): array {
		$major = (int) $look->version;
		return [
			$look->write->false( 'installation.online' ),
			0 === $major
				? $look->write->unknown( 'installation.before-nine', 'not-said', 'The server does not tell its version.' )
				: $look->write->of( 'installation.before-nine', $major < 9, 'Version ' . $look->version . '.' ),
			$look->write->true( 'installation.running' ),
			$look->write->false( 'installation.passing' ),
			$look->write->false( 'installation.moved' ),
		];
	}

	private function moved( Examination $look ): Finding {
		$movedAt = (int) $look->api->fact( 'movedAt' );
		return 0 < $movedAt && $look->api->now() - $movedAt < self::MOVE_SECONDS
			? $look->write->true( 'installation.moved', 'From ' . $look->api->fact( 'formerAddress' ) . ' to ' . $look->api->fact( 'webAddress' ) . ', seen ' . gmdate( 'Y-m-d', $movedAt ) . '.' )
			: $look->write->false( 'installation.moved' );
	}
}
