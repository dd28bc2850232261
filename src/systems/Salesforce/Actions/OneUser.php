<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Actions;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Conversation;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Systems\Salesforce\People;
use Causeway\Systems\Salesforce\Requests\User;
use Causeway\Systems\Salesforce\SalesforceId;

/** The one user that a write is about: never an employee's. */
trait OneUser {

	/** @throws ConnectorFault */
	final protected static function user( Conversation $api, Subject $subject ): User {
		$names   = People::names( $subject );
		$contact = SalesforceId::of( SalesforceId::CONTACT, $subject->contactId );
		$user    = '' === $contact && [] === $names ? null : People::theOne( People::confirmed( $api )->users( $contact, $names ), $names );
		if ( null === $user ) {
			throw new ConnectorFault( FaultKind::NotFound, 'The person has no Salesforce user, or more than one.', vendorCode: 'causeway-user-unknown' );
		}
		if ( ! $user->isExternal() ) {
			throw new ConnectorFault( FaultKind::Rejected, 'This is the user of an employee. Change it in Salesforce itself.', vendorCode: 'causeway-not-a-customer' );
		}
		return $user;
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
