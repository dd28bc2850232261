<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\LabContract;
use PHPUnit\Framework\Attributes\CoversNothing;

/** What the contract of a connector means for Vendasta. */
#[CoversNothing]
final class LabTest extends LabContract {

	protected static function system(): string {
		return 'vendasta';
	}

	protected static function folder(): string {
		return 'Vendasta';
	}

	protected function connection(): Connection {
		return Door::to( self::lab() );
	}

	protected function subjectIn( string $state ): Subject {
		return match ( $state ) {
			'not found' => People::NoUser->subject(),
			'nobody named' => new Subject( 'user:1' ),
			'by address alone', 'the list closed, no id' => People::Fine->subject(),
			'an id of another system' => new Subject( 'user:1', 1, People::Fine->email(), contactId: '4876876000000333001', accountId: '4876876000000333002' ),
			'an id with more behind it' => new Subject( 'user:1', 1, People::Fine->email(), contactId: People::Fine->id() . '/actions/sendWelcomeEmail' ),
			'capitals', 'capitals that count' => new Subject( 'user:1', 1, strtoupper( People::Capitals->email() ) ),
			'a plus sign' => People::PlusTag->subject(),
			'a quote' => People::Quoted->subject(),
			'one address, two users' => People::Twin->subject(),
			'one address, two users, one known' => People::Twin->subject( true, People::BAKERY ),
			'no account' => People::NoLocation->subject( true, People::BAKERY ),
			'another account' => People::Moved->subject( true, People::BAKERY ),
			'unverified' => People::Unverified->subject( true ),
			'no mail' => People::NoMail->subject( true ),
			'another address' => People::OldAddress->subject( true, People::GARAGE ),
			'deleted', 'permanently deleted' => People::Deleted->subject( true, People::BAKERY ),
			'a team member' => People::Team->subject( true ),
			'a team member, access untold' => People::TeamNoRole->subject( true ),
			'a team member without a role' => People::TeamNoRole->subject( true ),
			'unknown field in the answer' => People::Hostile->subject( true, People::BAKERY ),
			default => People::Fine->subject( true, People::BAKERY ),
		};
	}

	protected function arrange( string $state, Lab $lab ): void {
		$switches = static fn ( array $to ): array => [
			'merge'    => true,
			'switches' => $to,
		];
		$drop     = static fn ( string $scope ): array => [
			'do'    => 'drop-scope',
			'scope' => $scope,
		];
		match ( $state ) {
			'permanently deleted' => $lab->play( $switches( [ 'deletedUser' => 'scrubbed' ] ) ),
			'capitals that count' => $lab->play( $switches( [ 'emailFilter' => 'exact-case' ] ) ),
			'pages linked by objects' => $lab->play( $switches( [ 'nextLink' => 'object' ] ) ),
			'scopes untold' => $lab->play( $switches( [ 'tokenScope' => 'untold' ] ) ),
			'a team member, access untold' => $lab->play( $switches( [ 'platformAccess' => 'omitted' ] ) ),
			'field gone' => $lab->play( $drop( 'user.contact:read' ) ),
			'field null' => $lab->play( $drop( 'user.contact:read' ), $switches( [ 'hiddenFields' => 'null' ] ) ),
			'field blank' => $lab->play( $drop( 'user.contact:read' ), $switches( [ 'hiddenFields' => 'blank' ] ) ),
			'permissions hidden' => $lab->play( $drop( 'user.permission:read' ) ),
			'permissions null' => $lab->play( $drop( 'user.permission:read' ), $switches( [ 'hiddenFields' => 'null' ] ) ),
			'permissions blank' => $lab->play( $drop( 'user.permission:read' ), $switches( [ 'hiddenFields' => 'blank' ] ) ),
			'missing scope', 'the list closed, no id' => $lab->play( $drop( 'user.list' ) ),
			'missing scope, all refused' => $lab->play( $drop( 'user.list' ), $switches( [ 'excessScope' => 'refused' ] ) ),
			'no API in the plan' => $lab->play(
				[
					'do'     => 'set-plan',
					'hasApi' => false,
				]
			),
			'bad credential' => $lab->play( [ 'do' => 'delete-key' ] ),
			'bad credential, told like the API' => $lab->play( [ 'do' => 'delete-key' ], $switches( [ 'tokenError' => 'json-api' ] ) ),
			'bad credential, told by nothing' => $lab->play( [ 'do' => 'delete-key' ], $switches( [ 'tokenError' => 'empty' ] ) ),
			'throttled', 'quota gone' => $lab->fault(
				[
					'host' => 'api',
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
			'kinds fail' => $lab->fault(
				[
					'path'  => '/platform/users',
					'after' => 3,
					'then'  => 'html',
				]
			),
			'malformed' => $lab->fault( [ 'then' => 'malformed' ] ),
			'slow' => $lab->fault( [ 'slowMs' => 2_500 ] ),
			'reset' => $lab->fault( [ 'then' => 'reset' ] ),
			default => null,
		};
	}

	protected static function expectations(): array {
		$person  = [
			'user.exists'            => 'true',
			'user.deleted'           => 'false',
			'user.single'            => 'true',
			'user.email-matches'     => 'true',
			'user.former-exists'     => 'false',
			'user.team-member'       => 'false',
			'user.confirmed'         => 'true',
			'user.has-email'         => 'true',
			'user.has-location'      => 'true',
			'user.at-known-location' => 'true',
			'user.has-role'          => 'false',
		];
		$healthy = [
			'connection.reachable'  => 'true',
			'connection.authorised' => 'true',
			'connection.scopes'     => 'true',
			...$person,
		];
		$new     = [
			...$healthy,
			'user.deleted'           => 'unknown:contact-unknown',
			'user.former-exists'     => 'unknown:contact-unknown',
			'user.at-known-location' => 'unknown:not-recorded',
		];
		$unknown = static fn ( string $reason ): array => array_fill_keys( array_keys( $person ), 'unknown:' . $reason );
		$cut     = static fn ( string $reachable, string $reason ): array => [
			'connection.reachable'  => $reachable,
			'connection.authorised' => 'unknown:' . $reason,
			...$unknown( $reason ),
		];
		$refused = [
			'connection.reachable'  => 'true',
			'connection.authorised' => 'false',
			...$unknown( 'unauthorised' ),
		];
		$gone    = [
			'user.exists'    => 'false',
			'user.deleted'   => 'true',
			'user.single'    => 'unknown:not-found',
			'user.confirmed' => 'unknown:not-found',
		];
		$hidden  = [
			'connection.authorised' => 'true',
			'connection.scopes'     => 'false',
			'user.exists'           => 'true',
			'user.deleted'          => 'false',
			'user.email-matches'    => 'unknown:not-visible',
			'user.confirmed'        => 'unknown:not-visible',
			'user.has-email'        => 'unknown:not-visible',
			'user.has-location'     => 'true',
		];
		$closed  = [
			'connection.scopes'      => 'false',
			'user.confirmed'         => 'true',
			'user.has-location'      => 'unknown:not-visible',
			'user.at-known-location' => 'unknown:not-visible',
		];
		return [
			'found'                             => $healthy,
			'unknown field in the answer'       => $healthy,
			'pages linked by objects'           => $healthy,
			'scopes untold'                     => [
				...$healthy,
				'connection.scopes' => 'unknown:not-said',
			],
			'by address alone'                  => $new,
			'an id of another system'           => $new,
			'an id with more behind it'         => $new,
			'capitals'                          => $new,
			'capitals that count' => $new,
			'a plus sign'                       => $new,
			'a quote'                           => $new,
			'not found'                         => [
				'user.exists'        => 'false',
				'user.deleted'       => 'unknown:contact-unknown',
				'user.single'        => 'unknown:not-found',
				'user.email-matches' => 'unknown:not-found',
				'user.team-member'   => 'unknown:not-found',
				'user.has-location'  => 'unknown:not-found',
			],
			'nobody named'                      => $unknown( 'no-address' ),
			'deleted'                           => $gone,
			'permanently deleted'               => $gone,
			'one address, two users'            => [
				'user.exists'       => 'true',
				'user.single'       => 'false',
				'user.team-member'  => 'unknown:ambiguous',
				'user.confirmed'    => 'unknown:ambiguous',
				'user.has-location' => 'unknown:ambiguous',
			],
			'one address, two users, one known' => [
				...$person,
				'user.single' => 'false',
			],
			'no account'                        => [
				...$person,
				'user.has-location'      => 'false',
				'user.at-known-location' => 'false',
			],
			'another account'                   => [
				...$person,
				'user.at-known-location' => 'false',
			],
			'unverified'                        => [
				'user.exists'    => 'true',
				'user.confirmed' => 'false',
				'user.has-email' => 'true',
			],
			'no mail'                           => [
				'user.confirmed' => 'true',
				'user.has-email' => 'false',
			],
			'another address'                   => [
				...$person,
				'user.email-matches' => 'false',
			],
			'a team member'                     => [
				'user.team-member'  => 'true',
				'user.has-location' => 'false',
				'user.has-role'     => 'true',
			],
			'a team member without a role'      => [
				'user.team-member' => 'true',
				'user.has-role'    => 'false',
			],
			'a team member, access untold'      => [
				'user.team-member' => 'true',
				'user.has-role'    => 'unknown:not-readable',
			],
			'field gone'                        => $hidden,
			'field null'                        => $hidden,
			'field blank'                       => $hidden,
			'permissions hidden'                => $closed,
			'permissions null'                  => $closed,
			'permissions blank'                 => $closed,
			'missing scope'                     => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'connection.scopes'     => 'false',
				'user.exists'           => 'true',
				'user.deleted'          => 'false',
				'user.single'           => 'unknown:forbidden',
				'user.former-exists'    => 'unknown:forbidden',
				'user.team-member'      => 'unknown:forbidden',
				'user.confirmed'        => 'true',
				'user.has-location'     => 'true',
			],
			'the list closed, no id'            => [
				'connection.scopes' => 'false',
				'user.exists'       => 'unknown:forbidden',
				'user.confirmed'    => 'unknown:forbidden',
			],
			'missing scope, all refused'        => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'connection.scopes'     => 'false',
				...$unknown( 'forbidden' ),
			],
			'no API in the plan'                => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'connection.scopes'     => 'false',
				...$unknown( 'forbidden' ),
			],
			'kinds fail'                        => [
				'user.exists'      => 'true',
				'user.team-member' => 'unknown:malformed',
				'user.confirmed'   => 'true',
				'user.has-location' => 'true',
			],
			'throttled'                         => $cut( 'true', 'rate-limited' ),
			'quota gone'                        => $cut( 'true', 'rate-limited' ),
			'server fault'                      => $cut( 'false', 'server-fault' ),
			'malformed'                         => $cut( 'unknown:malformed', 'malformed' ),
			'slow'                              => $cut( 'false', 'timed-out' ),
			'reset'                             => $cut( 'false', 'unreachable' ),
			'bad credential'                    => $refused,
			'bad credential, told like the API' => $refused,
			'bad credential, told by nothing'   => $refused,
		];
	}
}
