<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\LabContract;

/** What the contract of a connector means for Salesforce, wherever people log in. */
abstract class OrganisationContract extends LabContract {

	final protected static function system(): string {
		return 'salesforce';
	}

	final protected static function folder(): string {
		return 'Salesforce';
	}

	protected function subjectIn( string $state ): Subject {
		return match ( $state ) {
			'not found' => new Subject( 'user:1', email: 'nobody@alder.example' ),
			'deleted' => Cast::Binned->known(),
			'deleted, by address alone' => Cast::Binned->byAddress(),
			'permanently deleted' => Cast::Purged->known(),
			'merged' => Cast::Merged->known(),
			'no account' => Cast::NoAccount->known(),
			'no e-mail' => Cast::NoEmail->known(),
			'by address alone', 'two contacts' => Cast::Fine->byAddress(),
			'another case, compared letter by letter' => new Subject( 'user:1', email: strtoupper( Cast::Fine->email() ) ),
			'an id of fifteen characters' => new Subject( 'user:1', email: Cast::Fine->email(), contactId: substr( Cast::Fine->contactId(), 0, 15 ) ),
			'an id that is none' => new Subject( 'user:1', email: Cast::Fine->email(), contactId: "003' OR Id != '" ),
			'an id whose case got lost' => new Subject( 'user:1', email: Cast::Fine->email(), contactId: strtolower( Cast::Fine->contactId() ) ),
			'an address with a quote' => Cast::OtherName->byAddress(),
			'nobody named' => new Subject( 'user:1' ),
			'another company' => new Subject( 'user:1', 1, Cast::Fine->email(), contactId: Cast::Fine->contactId(), accountId: Cast::BRIGHTWATER ),
			default => Cast::Fine->known(),
		};
	}

	protected function arrange( string $state, Lab $lab ): void {
		match ( $state ) {
			'another case, compared letter by letter' => $lab->play( self::switching( [ 'textEquality' => 'sensitive' ] ) ),
			'merged, and nobody says into whom' => $lab->play(
				self::switching( [ 'masterRecordId' => false ] ),
				[
					'do'     => 'merge-contacts',
					'winner' => Cast::NoUser->contactId(),
					'loser'  => Cast::Fine->contactId(),
				]
			),
			'two contacts' => $lab->play(
				[
					'do'     => 'create-contact',
					'fields' => [ 'Email' => Cast::Fine->email() ],
				]
			),
			'e-mail hidden' => $lab->play( self::hiding( 'Contact.Email' ) ),
			'Account hidden' => $lab->play( self::hiding( 'Contact.AccountId' ) ),
			'contacts closed' => $lab->play( self::denying( 'ReadContacts' ) ),
			'field gone' => $lab->play(
				[
					'do'    => 'remove-field',
					'field' => Doors::PORTAL_FIELD,
				]
			),
			'bad credential' => $lab->play( [ 'do' => 'block-app' ] ),
			'missing scope' => $lab->play(
				[
					'do'    => 'drop-scope',
					'scope' => 'api',
				]
			),
			'API switched off' => $lab->play( self::denying( 'Api' ) ),
			'throttled' => $lab->fault( self::tooMany( 'ConcurrentPerOrgLongTxn Limit exceeded.' ) ),
			'throttled, limits closed' => $this->closeLimits( $lab ),
			'quota gone' => $lab->play( [ 'do' => 'spend-calls' ] ),
			'quota gone, nothing named' => $lab->play(
				self::switching(
					[
						'limitMessage'           => 'bare',
						'limitHeaderWhenRefused' => false,
					]
				),
				[ 'do' => 'spend-calls' ]
			),
			'server fault' => $lab->fault( self::answering( 503, 'down' ) ),
			'login host fault' => $lab->fault( [ 'path' => '/services/oauth2/token' ] + self::answering( 500, 'down' ) ),
			'only contacts fail' => $lab->fault(
				[
					'path' => '/queryAll',
					'then' => 'html',
				]
			),
			'list of deletions refused' => $lab->fault( [ 'path' => '/deleted' ] + self::answering( 400, [ [ 'errorCode' => 'EXCEEDED_ID_LIMIT' ] ] ) ),
			'malformed' => $lab->fault( [ 'then' => 'malformed' ] ),
			'a stranger’s redirect' => $lab->fault(
				[
					'path' => '/services/data/',
					'then' => [
						'status'  => 302,
						'headers' => [ 'Location' => 'https://login.example/' ],
					],
				]
			),
			'slow' => $lab->fault( [ 'slowMs' => 2_500 ] ),
			'reset' => $lab->fault( [ 'then' => 'reset' ] ),
			'unknown field in the answer' => $lab->fault( [ 'path' => '/queryAll' ] + self::answering( 200, self::hostileAnswer() ) ),
			default => null,
		};
	}

	/**
	 * States that are told alike wherever people log in.
	 *
	 * @param array<string, string> $healthy
	 * @return array<string, array<string, string>>
	 */
	final protected static function shared( array $healthy ): array {
		$person  = array_filter( array_keys( $healthy ), static fn ( string $key ): bool => ! str_starts_with( $key, 'connection.' ) && 'quota.available' !== $key && 'unknown:not-used-here' !== $healthy[ $key ] );
		$unknown = static fn ( string $reason ): array => array_fill_keys( $person, 'unknown:' . $reason );
		$cut     = static fn ( string $reachable, string $authorised, string $reason ): array => [
			'connection.reachable'  => $reachable,
			'connection.authorised' => $authorised,
			'quota.available'       => 'unknown:' . $reason,
			...$unknown( $reason ),
		];
		$alone   = [ 'contact.single' => 'true' ] + $healthy;
		$absent  = [
			'contact.has-email'     => 'unknown:contact-absent',
			'contact.email-matches' => 'unknown:contact-absent',
			'contact.has-account'   => 'unknown:contact-absent',
		];
		$binned  = [
			'contact.linked'              => 'true',
			'contact.exists'              => 'false',
			'contact.in-recycle-bin'      => 'true',
			'contact.permanently-deleted' => 'false',
			'contact.merged'              => 'false',
			'deletions.many'              => 'false',
			...$absent,
		];
		return [
			'found'                                   => $healthy,
			'an id of fifteen characters'             => $healthy,
			'unknown field in the answer'             => $healthy,
			'by address alone'                        => $alone,
			'an id that is none'                      => $alone,
			'an id whose case got lost'               => $alone,
			'another case, compared letter by letter' => $alone,
			'an address with a quote'                 => [
				'contact.linked'        => 'true',
				'contact.exists'        => 'true',
				'contact.email-matches' => 'true',
			],
			'not found'                               => [
				'contact.linked'              => 'false',
				'contact.exists'              => 'false',
				'contact.in-recycle-bin'      => 'false',
				'contact.permanently-deleted' => 'unknown:contact-unknown',
				'contact.merged'              => 'unknown:contact-unknown',
				'contact.has-account'         => 'unknown:contact-unknown',
			],
			'nobody named'                            => [
				'contact.linked'         => 'unknown:no-address',
				'contact.exists'         => 'unknown:no-address',
				'contact.in-recycle-bin' => 'unknown:no-address',
				'contact.has-account'    => 'unknown:no-address',
			],
			'two contacts'                            => [
				'contact.linked'      => 'unknown:ambiguous',
				'contact.single'      => 'false',
				'contact.exists'      => 'unknown:ambiguous',
				'contact.has-account' => 'unknown:ambiguous',
			],
			'deleted'                                 => $binned,
			'deleted, by address alone'               => $binned,
			'permanently deleted'                     => [
				'contact.linked'              => 'true',
				'contact.exists'              => 'false',
				'contact.in-recycle-bin'      => 'false',
				'contact.permanently-deleted' => 'true',
				'contact.merged'              => 'false',
				...$absent,
			],
			'merged'                                  => [
				'contact.exists'              => 'false',
				'contact.in-recycle-bin'      => 'true',
				'contact.permanently-deleted' => 'false',
				'contact.merged'              => 'true',
			],
			'merged, and nobody says into whom'       => [
				'contact.exists' => 'false',
				'contact.merged' => 'unknown:not-readable',
			],
			'no account'                              => [
				'contact.exists'            => 'true',
				'contact.has-account'       => 'false',
				'contact.account-as-before' => 'unknown:not-recorded',
			],
			'another company'                         => [
				'contact.has-account'       => 'true',
				'contact.account-as-before' => 'false',
			],
			'no e-mail'                               => [
				'contact.exists'        => 'true',
				'contact.has-email'     => 'false',
				'contact.email-matches' => 'false',
			],
			'e-mail hidden'                           => [
				'contact.exists'        => 'true',
				'contact.has-email'     => 'unknown:field-hidden',
				'contact.email-matches' => 'unknown:field-hidden',
				'contact.has-account'   => 'true',
			],
			'Account hidden'                          => [
				'contact.exists'      => 'true',
				'contact.has-email'   => 'true',
				'contact.has-account' => 'unknown:field-hidden',
			],
			'contacts closed'                         => [
				'connection.authorised' => 'true',
				'contact.linked'        => 'unknown:forbidden',
				'contact.exists'        => 'unknown:forbidden',
				'contact.has-account'   => 'unknown:forbidden',
			],
			'list of deletions refused'               => $healthy,
			'only contacts fail'                      => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'quota.available'       => 'true',
				'contact.exists'        => 'unknown:malformed',
			],
			'API switched off'                        => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'contact.exists'        => 'unknown:forbidden',
			],
			'missing scope'                           => [ 'connection.scopes' => 'false' ] + $cut( 'true', 'true', 'forbidden' ),
			'bad credential'                          => $cut( 'true', 'false', 'unauthorised' ),
			'throttled'                               => [ 'quota.available' => 'true' ] + $cut( 'true', 'true', 'rate-limited' ),
			'throttled, limits closed'                => $cut( 'true', 'true', 'rate-limited' ),
			'quota gone'                              => [ 'quota.available' => 'false' ] + $cut( 'true', 'true', 'quota-exhausted' ),
			'quota gone, nothing named'               => [ 'quota.available' => 'false' ] + $cut( 'true', 'true', 'quota-exhausted' ),
			'server fault'                            => $cut( 'false', 'unknown:server-fault', 'server-fault' ),
			'login host fault'                        => $cut( 'false', 'unknown:server-fault', 'server-fault' ),
			'malformed'                               => $cut( 'unknown:malformed', 'unknown:malformed', 'malformed' ),
			'a stranger’s redirect'                   => $cut( 'unknown:malformed', 'unknown:malformed', 'malformed' ),
			'slow'                                    => $cut( 'false', 'unknown:timed-out', 'timed-out' ),
			'reset'                                   => $cut( 'false', 'unknown:unreachable', 'unreachable' ),
		];
	}

	private function closeLimits( Lab $lab ): void {
		$lab->play( self::denying( 'ViewSetup' ) );
		$lab->fault( self::tooMany( 'Request limit exceeded.' ) );
	}

	/**
	 * @param array<string, string|bool> $switches
	 * @return array<string, mixed>
	 */
	private static function switching( array $switches ): array {
		return [
			'merge'    => true,
			'switches' => $switches,
		];
	}

	/** @return array<string, mixed> */
	private static function hiding( string $field ): array {
		return [
			'do'    => 'hide-field',
			'field' => $field,
		];
	}

	/** @return array<string, mixed> */
	private static function denying( string $right ): array {
		return [
			'do'    => 'deny-right',
			'right' => $right,
		];
	}

	/** @return array<string, mixed> */
	private static function tooMany( string $message ): array {
		return [ 'path' => '/query' ] + self::answering(
			403,
			[
				[
					'errorCode' => 'REQUEST_LIMIT_EXCEEDED',
					'message'   => $message,
				],
			]
		);
	}

	/**
	 * @param string|array<mixed> $body
	 * @return array<string, mixed>
	 */
	private static function answering( int $status, string|array $body ): array {
		return [
			'then' => [
				'status' => $status,
				'body'   => $body,
			],
		];
	}

	/** @return array<string, mixed> The fine contact with more than anybody asked for, and with a name that wants to be more than text. */
	private static function hostileAnswer(): array {
		return [
			'totalSize' => 1,
			'done'      => true,
			'surprise'  => [ 'deep' => [ 1, 2, 3 ] ],
			'records'   => [
				[
					'attributes'         => [ 'type' => 'Contact' ],
					'Id'                 => Cast::Fine->contactId(),
					'Name'               => "Marta\u{202E}\n<script>alert( 1 )</script>\u{0007}" . str_repeat( 'x', 5_000 ),
					'Email'              => Cast::Fine->email(),
					'AccountId'          => Cast::ALDER,
					'Account'            => [
						'Name' => "Alder\r\nJoinery",
						'Else' => null,
					],
					'IsDeleted'          => false,
					'MasterRecordId'     => null,
					'LastModifiedDate'   => '2026-01-01T10:00:00.000+0000',
					Doors::PORTAL_FIELD  => Cast::Fine->email(),
					'Something_New__c'   => [ 'a' => 1 ],
				],
			],
		];
	}
}
