<?php

declare(strict_types=1);

namespace Causeway\Tests\Fakes;

use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Invitation;
use Causeway\Connector\Subject;

/** An invitation that is sent into an array. */
final class ScriptedInvitation implements Invitation {

	/** @var list<string> Person keys, as often as something was sent to them. */
	public array $sent = [];

	/** Whether the person was invited before. */
	public bool $isInvited = true;

	public ?FaultKind $fault = null;

	public function id(): string {
		return 'send-again';
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		return new Change( 'Sends the invitation again.', [ 'State' => 'invited' ], [ 'State' => 'invited', 'Mail to' => $subject->email ], false );
	}

	public function again( Subject $subject, Connection $connection ): ?Change {
		return $this->isInvited ? $this->preview( $subject, $connection ) : null;
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		if ( null !== $this->fault ) {
			throw new ConnectorFault( $this->fault, 'The CRM did not answer.' );
		}
		$this->sent[] = $subject->personKey;
	}
}
