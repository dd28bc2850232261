<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Cases\Doubles;

use Causeway\Connector\Connection;
use Causeway\Connector\Introduces;
use Causeway\Connector\KnownRecord;
use Causeway\Connector\Subject;

/** A portal that knows by which record a CRM knows everybody; null where it breaks its promise and throws. */
final class KnowingPortal extends NotedConnector implements Introduces {

	/** @param \ArrayObject<int, string> $order */
	public function __construct( string $system, private readonly string $crm, private readonly ?KnownRecord $record, \ArrayObject $order = new \ArrayObject() ) {
		parent::__construct( $system, [], $order );
	}

	public function introduce( Subject $subject, Connection $connection ): Subject {
		$this->order->append( $this->system() . ' introduces' );
		return $subject->introducedTo( $this->crm, $this->record ?? throw new \RuntimeException( 'An add-on broke its promise.' ) );
	}
}
