<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionStore;
use Causeway\Connector\Registry;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\CausePresenter;

/**
 * Builds links into the customer's own organisation; where an address is not certain, the menu path in words stands alone.
 *
 * @phpstan-import-type Link from CausePresenter
 */
final class DeepLinks {

	public function __construct( private readonly Registry $registry, private readonly ConnectionStore $connections, private readonly CausePresenter $presenter ) {}

	/** @return \Closure( string, string ): ( Link|null ) Of a link name and a system id, for one person; nobody in particular where null. */
	public function of( ?Subject $subject ): \Closure {
		return function ( string $name, string $system ) use ( $subject ): ?array {
			$link = $this->presenter->menuPath( $name, $system );
			if ( null === $link ) {
				return null;
			}
			$connector  = $this->registry->get( $system );
			$connection = $this->connections->ofSystem( $system ) ?? new Connection( $system, $system, [], [], false );
			$url        = null === $connector ? '' : $connector->link( $name, $subject ?? new Subject( '' ), $connection );
			return [
				'label'    => $link['label'],
				'url'      => 1 === preg_match( '#^https?://#', $url ) ? $url : '',
				'menuPath' => $link['menuPath'],
			];
		};
	}
}
