<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Magentrix;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\LabContract;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The contract of a connector, for Magentrix; every shape that its pages leave open is one more state. The API key is a canary that must come out nowhere. */
#[CoversNothing]
final class ContractTest extends LabContract {

	/** A shape that is not verified → the switches that play it. Each must give the healthy answers, but for those named in {@see self::expectations()}. */
	private const SHAPES = [
		'empty fields left out'     => [ 'emptyFields' => 'omitted' ],
		'prefixed entities'         => [ 'crmEntities' => 'prefixed' ],
		'single quotes only'        => [ 'quotes' => 'single' ],
		'double quotes only'        => [ 'quotes' => 'double' ],
		'no small letters'          => [ 'lowerCase' => 'rejected' ],
		'no small letters, single'  => [
			'lowerCase' => 'rejected',
			'quotes'    => 'single',
		],
		'lookup of another name'    => [ 'contactField' => 'Contact__c' ],
		'licence of another name'   => [ 'typeField' => 'LicenseType' ],
		'errors in a list'          => [ 'errorBody' => 'errors' ],
		'errors of older versions'  => [
			'errorBody'   => 'legacy',
			'crmEntities' => 'prefixed',
		],
		'unknown entity is 404'     => [
			'unknownEntity' => 404,
			'crmEntities'   => 'prefixed',
		],
		'count of the page'         => [ 'count' => 'page' ],
		'everything otherwise'      => [
			'emptyFields'   => 'omitted',
			'crmEntities'   => 'prefixed',
			'quotes'        => 'single',
			'contactField'  => 'CRMContact__c',
			'typeField'     => 'User_License__c',
			'errorBody'     => 'errors',
			'unknownEntity' => 404,
			'relations'     => 'rejected',
		],
	];

	protected static function system(): string {
		return 'magentrix';
	}

	protected static function folder(): string {
		return 'Magentrix';
	}

	protected function connection(): Connection {
		return People::connection( self::lab(), key: self::CANARY );
	}

	protected function subjectIn( string $state ): Subject {
		return match ( $state ) {
			'not found' => People::subject( 'noUser' ),
			'deleted', 'permanently deleted', 'deleted and cleared', 'deleted and marked', 'merged' => People::subject( 'binned' ),
			'no account', 'no account, left out' => People::subject( 'noAccount' ),
			'capitals' => new Subject( 'user:1', 1, strtoupper( People::email( 'fine' ) ) ),
			'by login name' => new Subject( 'user:1', 1, 'unknown@elsewhere.example', People::email( 'fine' ) ),
			'nobody named' => new Subject( 'user:1' ),
			'an address with a quote' => People::subject( 'quoted' ),
			'unknown field in the answer' => People::subject( 'hostile' ),
			'a colleague', 'a colleague, left out' => People::subject( 'employee' ),
			'unlinked', 'unlinked, left out', 'unlinked, no lookup field' => People::subject( 'unlinked' ),
			'no role', 'no role, left out' => People::subject( 'noRole' ),
			'inactive' => People::subject( 'inactive' ),
			'unticked' => People::subject( 'unticked' ),
			'never in', 'never in, left out', 'never in, no history' => People::subject( 'pending' ),
			'other spelling' => People::subject( 'otherSpelling' ),
			'two users' => People::subject( 'twin' ),
			default => People::subject( 'fine' ),
		};
	}

	protected function arrange( string $state, Lab $lab ): void {
		$lab->play(
			[
				'do'  => 'replace-key',
				'key' => 'bad credential' === $state ? 'another-key' : self::CANARY,
			]
		);
		$switch = static fn ( array $switches ) => $lab->play(
			[
				'merge'    => true,
				'switches' => $switches,
			]
		);
		match ( $state ) {
			'field gone' => $switch( [ 'contactField' => '' ] ),
			'no licence shown' => $switch( [ 'typeField' => '' ] ),
			'no check box' => $switch( [ 'communityField' => '' ] ),
			'unlinked, no lookup field' => $switch(
				[
					'contactField' => '',
					'emptyFields'  => 'omitted',
				]
			),
			'unlinked, left out', 'no role, left out', 'never in, left out', 'a colleague, left out', 'no account, left out' => $switch( [ 'emptyFields' => 'omitted' ] ),
			'deleted and cleared' => $this->delete( $lab, [ 'deletedContact' => 'cleared' ] ),
			'deleted and marked' => $this->delete( $lab, [ 'deletedCopy' => 'marked' ] ),
			'just deleted' => $lab->play(
				[
					'do' => 'delete-contact',
					'id' => People::contact( 'fine' ),
				]
			),
			'just linked' => $lab->play(
				[
					'do'        => 'link-user',
					'id'        => People::user( 'fine' ),
					'contactId' => People::contact( 'fine' ),
				]
			),
			'merged' => $lab->play(
				[
					'do'     => 'merge-contacts',
					'winner' => People::contact( 'noRole' ),
					'loser'  => People::contact( 'binned' ),
				],
				[ 'do' => 'synchronise-now' ]
			),
			'missing scope' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'users',
				]
			),
			'contacts closed' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'contacts',
				]
			),
			'never in, no history' => $lab->play(
				[
					'do'    => 'deny-right',
					'right' => 'history',
				]
			),
			'session just over', 'session just over, 403' => $switch( [ 'expiredToken' => 'session just over' === $state ? 401 : 403 ] ),
			'throttled', 'quota gone' => $lab->fault(
				[
					'path' => '/query',
					'then' => [ 'status' => 429 ],
				]
			),
			'server fault' => $lab->fault(
				[
					'then' => [
						'status' => 503,
						'body'   => 'down',
					],
				]
			),
			'malformed' => $lab->fault( [ 'then' => 'malformed' ] ),
			'a page instead' => $lab->fault(
				[
					'path' => '/query',
					'then' => 'html',
				]
			),
			'slow' => $lab->fault( [ 'slowMs' => 2_500 ] ),
			'reset' => $lab->fault( [ 'then' => 'reset' ] ),
			default => isset( self::SHAPES[ $state ] ) ? $switch( self::SHAPES[ $state ] ) : null,
		};
	}

	/** @param array<string, string> $switches */
	private function delete( Lab $lab, array $switches ): void {
		$lab->play(
			[
				'merge'    => true,
				'switches' => $switches,
			],
			[
				'do' => 'restore-contact',
				'id' => People::contact( 'binned' ),
			],
			[ 'do' => 'synchronise-now' ],
			[
				'do' => 'delete-contact',
				'id' => People::contact( 'binned' ),
			],
			[ 'do' => 'synchronise-now' ]
		);
	}

	protected static function expectations(): array {
		$healthy = [
			'connection.reachable'   => 'true',
			'connection.authorised'  => 'true',
			'connection.scopes'      => 'true',
			'user.exists'            => 'true',
			'user.single'            => 'true',
			'user.active'            => 'true',
			'user.has-role'          => 'true',
			'user.needs-contact'     => 'true',
			'user.linked'            => 'true',
			'user.logged-in-before'  => 'true',
			'contact.exists'         => 'true',
			'contact.email-matches'  => 'true',
			'contact.has-account'    => 'true',
			'contact.community-user' => 'true',
			'change.recent'          => 'false',
			'users.many-cut-off'     => 'unknown:not-asked',
		];
		$person  = array_filter( array_keys( $healthy ), static fn ( string $key ): bool => ! str_starts_with( $key, 'connection.' ) );
		$unknown = static fn ( string $reason ): array => array_fill_keys( $person, 'unknown:' . $reason );
		$cut     = static fn ( string $reachable, string $reason ): array => [
			'connection.reachable'  => $reachable,
			'connection.authorised' => 'unknown:' . $reason,
			'connection.scopes'     => 'unknown:' . $reason,
			...$unknown( $reason ),
		];
		$gone    = [
			...$healthy,
			'contact.exists'         => 'false',
			'contact.email-matches'  => 'unknown:contact-absent',
			'contact.has-account'    => 'unknown:contact-absent',
			'contact.community-user' => 'unknown:contact-absent',
			'users.many-cut-off'     => 'false',
		];
		$colleague = [
			...$healthy,
			'user.needs-contact'     => 'false',
			'user.linked'            => 'false',
			'contact.exists'         => 'unknown:not-needed',
			'contact.email-matches'  => 'unknown:not-needed',
			'contact.has-account'    => 'unknown:not-needed',
			'contact.community-user' => 'unknown:not-needed',
			'users.many-cut-off'     => 'unknown:not-needed',
		];
		$unlinked  = [
			...$healthy,
			'user.linked'        => 'false',
			'users.many-cut-off' => 'false',
		];
		return [
			'found'                       => $healthy,
			'capitals'                    => $healthy,
			'by login name'               => $healthy,
			'an address with a quote'     => $healthy,
			'session just over'           => $healthy,
			'session just over, 403'      => $healthy,
			'unknown field in the answer' => $healthy,
			...array_fill_keys( array_keys( self::SHAPES ), $healthy ),
			'not found'                   => [
				...$unknown( 'not-found' ),
				'user.exists' => 'false',
			],
			'nobody named'                => $unknown( 'no-address' ),
			'deleted'                     => $gone,
			'permanently deleted'         => $gone,
			'merged'                      => $gone,
			'deleted and marked'          => $gone,
			'deleted and cleared'         => [
				...$gone,
				'user.linked'   => 'false',
				'change.recent' => 'true',
			],
			'just deleted'                => $healthy,
			'just linked'                 => [
				...$healthy,
				'change.recent' => 'true',
			],
			'no account'                  => [
				...$healthy,
				'contact.has-account' => 'false',
			],
			'no account, left out'        => [
				...$healthy,
				'contact.has-account' => 'false',
			],
			'field gone'                  => [
				...$healthy,
				'user.linked' => 'unknown:not-readable',
			],
			'unlinked, no lookup field'   => [
				...$healthy,
				'user.linked' => 'unknown:not-readable',
			],
			'no licence shown'            => [
				...$healthy,
				'user.needs-contact' => 'unknown:not-readable',
			],
			'no check box'                => [
				...$healthy,
				'contact.community-user' => 'unknown:not-readable',
			],
			'unlinked'                    => $unlinked,
			'unlinked, left out'          => $unlinked,
			'a colleague'                 => $colleague,
			'a colleague, left out'       => $colleague,
			'no role'                     => [
				...$healthy,
				'user.has-role' => 'false',
			],
			'no role, left out'           => [
				...$healthy,
				'user.has-role' => 'false',
			],
			'inactive'                    => [
				...$healthy,
				'user.active' => 'false',
			],
			'unticked'                    => [
				...$healthy,
				'user.active'            => 'false',
				'contact.community-user' => 'false',
			],
			'never in'                    => [
				...$healthy,
				'user.logged-in-before' => 'false',
			],
			'never in, left out'          => [
				...$healthy,
				'user.logged-in-before' => 'false',
			],
			'never in, no history'        => [
				...$healthy,
				'user.logged-in-before' => 'false',
			],
			'other spelling'              => [
				...$unlinked,
				'contact.email-matches' => 'false',
			],
			'two users'                   => [
				...$healthy,
				'user.single' => 'false',
			],
			'missing scope'               => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'connection.scopes'     => 'false',
				'user.exists'           => 'unknown:forbidden',
				'contact.exists'        => 'unknown:forbidden',
				'user.linked'           => 'unknown:forbidden',
			],
			'contacts closed'             => [
				'user.exists'         => 'true',
				'user.linked'         => 'true',
				'contact.exists'      => 'unknown:forbidden',
				'contact.has-account' => 'unknown:forbidden',
			],
			'throttled'                   => $cut( 'true', 'rate-limited' ),
			'quota gone'                  => $cut( 'true', 'rate-limited' ),
			'server fault'                => $cut( 'false', 'server-fault' ),
			'malformed'                   => $cut( 'unknown:malformed', 'malformed' ),
			'a page instead'              => $cut( 'unknown:malformed', 'malformed' ),
			'slow'                        => $cut( 'false', 'timed-out' ),
			'reset'                       => $cut( 'false', 'unreachable' ),
			'bad credential'              => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'false',
				'connection.scopes'     => 'unknown:unauthorised',
				...$unknown( 'unauthorised' ),
			],
		];
	}
}
