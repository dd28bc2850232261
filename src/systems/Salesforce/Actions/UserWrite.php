<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Salesforce\Requests\User;

/** A write to the person's Salesforce user. */
abstract class UserWrite extends CarefulWrite {

	use OneUser;

	abstract protected function planFor( Conversation $api, User $user ): WritePlan;

	final protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		return $this->planFor( $api, self::user( $api, $subject ) );
	}
}
