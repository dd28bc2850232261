<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Actions;

use Causeway\Connector\CarefulWrite;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\WritePlan;
use Causeway\Systems\Salesforce\People;
use Causeway\Systems\Salesforce\Requests\User;
use Causeway\Systems\Salesforce\SalesforceId;

/** A write to the person's Salesforce user. */
abstract class UserWrite extends CarefulWrite {

	abstract protected function planFor( Conversation $api, User $user ): WritePlan;

	final protected function plan( Conversation $api, Subject $subject, Connection $connection ): WritePlan {
		$names   = People::names( $subject );
		$contact = SalesforceId::of( SalesforceId::CONTACT, $subject->contactId );
		$user    = '' === $contact && [] === $names ? null : People::theOne( People::confirmed( $api )->users( $contact, $names ), $names );
		if ( null === $user ) {
			throw new ConnectorFault( FaultKind::NotFound, 'The person has no Salesforce user, or more than one.', vendorCode: 'causeway-user-unknown' );
		}
		if ( ! $user->isExternal() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'This is the user of an employee. Change it in Salesforce itself.', vendorCode: 'causeway-not-a-customer' );
		}
		return $this->planFor( $api, $user );
	}

	/** @return array<string, string> */
	final protected static function state( User $user, string $state ): array {
		return [
			'User'  => $user->username,
			'Id'    => $user->id,
			'State' => $state,
		];
	}
}
