<?php

declare(strict_types=1);

namespace Causeway\Tests\Architecture;

use PHPat\Selector\Selector;
use PHPat\Test\Attributes\TestRule;
use PHPat\Test\Builder\Rule;
use PHPat\Test\PHPat;

/** Who may call whom (docs/architecture.md), held by PHPStan. Functions and globals are held by {@see CallsRule}. */
final class RoomsTest {

	private const ROOMS = [ 'Abilities', 'Admin', 'Audit', 'Background', 'Block', 'Capture', 'Cases', 'Cli', 'Compat', 'Connections', 'Connector', 'Diagnosis', 'Fleet', 'GraphQL', 'Health', 'Http', 'Incidents', 'Notifications', 'Privacy', 'Rescue', 'Rest', 'Storage', 'Support', 'Vault' ];

	#[TestRule]
	public function supportCallsNobody(): Rule {
		return $this->roomKnowsOnly( 'Support', [], 'Support is what everybody stands on: pass what it needs as an argument.' );
	}

	#[TestRule]
	public function diagnosisKnowsOnlySupport(): Rule {
		return $this->roomKnowsOnly( 'Diagnosis', [ 'Support' ], 'Diagnosis is pure: give it findings, never a way to fetch them.' );
	}

	#[TestRule]
	public function connectorKnowsOnlySupport(): Rule {
		return $this->roomKnowsOnly( 'Connector', [ 'Support' ], 'Connector holds contracts: implement them in the system’s folder, in Http or in Storage.' );
	}

	#[TestRule]
	public function httpKnowsOnlyWhatItImplements(): Rule {
		return $this->roomKnowsOnly( 'Http', [ 'Support', 'Connector', 'Background' ], 'Http sends requests: what they mean belongs to a system. (Of Background it knows the loopback port, which it implements.)' );
	}

	#[TestRule]
	public function healthKnowsOnlyContracts(): Rule {
		return $this->roomKnowsOnly( 'Health', [ 'Support', 'Connector' ], 'Health judges what it is given: pass it in, or declare a port here and let Storage implement it.' );
	}

	#[TestRule]
	public function rescueKnowsOnlyWhatIsCaptured(): Rule {
		return $this->roomKnowsOnly( 'Rescue', [ 'Support', 'Capture' ], 'Rescue asks this site’s own hooks: declare a port here and let Storage implement it.' );
	}

	#[TestRule]
	public function vaultKnowsOnlySupport(): Rule {
		return $this->roomKnowsOnly( 'Vault', [ 'Support' ], 'The vault seals strings: it does not know whose.' );
	}

	#[TestRule]
	public function captureNeverReachesOut(): Rule {
		return $this->roomKnowsOnly( 'Capture', [ 'Support', 'Diagnosis' ], 'The login path never reaches a remote system or a table: declare a port here and let Storage implement it.' );
	}

	#[TestRule]
	public function backgroundKnowsOnlySupport(): Rule {
		return $this->roomKnowsOnly( 'Background', [ 'Support' ], 'Background runs jobs: what a job does is registered by the room that knows.' );
	}

	#[TestRule]
	public function casesKnowOnlyTheDomain(): Rule {
		return $this->roomKnowsOnly( 'Cases', [ 'Support', 'Diagnosis', 'Connector', 'Vault', 'Background' ], 'Cases know no door and no table: declare a port and let Storage implement it.' );
	}

	#[TestRule]
	public function notificationsKnowOnlyTheDomain(): Rule {
		return $this->roomKnowsOnly( 'Notifications', [ 'Support', 'Diagnosis', 'Connector', 'Vault', 'Background', 'Cases', 'Incidents', 'Audit' ], 'Notifications know no door and no table: declare a port and let Storage implement it.' );
	}

	#[TestRule]
	public function systemsKnowOnlyConnector(): Rule {
		$others = array_map( static fn ( string $room ) => Selector::inNamespace( 'Causeway\\' . $room ), array_values( array_diff( self::ROOMS, [ 'Connector', 'Support' ] ) ) );
		return PHPat::rule()
			->classes( Selector::inNamespace( 'Causeway\Systems' ) )
			->shouldNotDependOn()
			->classes( ...$others )
			->because( 'A system folder knows the connector contracts and nothing of this site: read through Connector’s directories.' );
	}

	/** @return iterable<string, Rule> */
	#[TestRule]
	public function doorsDoNotCallEachOther(): iterable {
		$doors = [ 'GraphQL', 'Rest', 'Cli', 'Block', 'Abilities', 'Admin' ];
		foreach ( $doors as $door ) {
			$others = array_map( static fn ( string $room ) => Selector::inNamespace( 'Causeway\\' . $room ), array_values( array_diff( $doors, [ $door ] ) ) );
			yield $door => PHPat::rule()
				->classes( Selector::inNamespace( 'Causeway\\' . $door ) )
				->shouldNotDependOn()
				->classes( ...$others )
				->because( 'Doors are thin: put what two of them need into a domain room.' );
		}
	}

	/** @return iterable<string, Rule> */
	#[TestRule]
	public function systemsDoNotKnowEachOther(): iterable {
		$systems = [ 'WordPress', 'CatalystConnect', 'ZohoCrm' ];
		foreach ( $systems as $system ) {
			$others = array_map( static fn ( string $name ) => Selector::inNamespace( 'Causeway\Systems\\' . $name ), array_values( array_diff( $systems, [ $system ] ) ) );
			yield $system => PHPat::rule()
				->classes( Selector::inNamespace( 'Causeway\Systems\\' . $system ) )
				->shouldNotDependOn()
				->classes( ...$others )
				->because( 'Systems never know each other: what joins two is a rule over both systems’ findings.' );
		}
	}

	/** @param list<string> $allowed */
	private function roomKnowsOnly( string $room, array $allowed, string $because ): Rule {
		$banned = array_map( static fn ( string $name ) => Selector::inNamespace( 'Causeway\\' . $name ), array_values( array_diff( [ ...self::ROOMS, 'Systems' ], [ $room, ...$allowed ] ) ) );
		return PHPat::rule()
			->classes( Selector::inNamespace( 'Causeway\\' . $room ) )
			->shouldNotDependOn()
			->classes( ...$banned )
			->because( $because );
	}
}
