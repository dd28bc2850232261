<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\SuperOffice;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\LabContract;

/** What the contract of a connector means for SuperOffice, by whichever way in. */
abstract class EditionContract extends LabContract {

	/** Ids of the lab's people. */
	protected const FINE       = '211';
	protected const NO_LICENCE = '217';
	protected const HOSTILE    = '226';
	protected const EMAIL      = 'astrid.solberg@northwind.example';

	final protected static function system(): string {
		return 'superoffice';
	}

	final protected static function folder(): string {
		return 'SuperOffice';
	}

	protected function subjectIn( string $state ): Subject {
		return match ( $state ) {
			'not found' => new Subject( 'user:1', email: 'nobody@northwind.example' ),
			'by address alone' => new Subject( 'user:1', email: strtoupper( self::EMAIL ) ),
			'an id that is none' => new Subject( 'user:1', email: self::EMAIL, contactId: "1' or personId gt 0" ),
			'an address with a quote' => new Subject( 'user:1', email: "siri.o'brien@northwind.example" ),
			'nobody named' => new Subject( 'user:1' ),
			'two users' => new Subject( 'user:1', email: 'per.nygaard@northwind.example' ),
			'unknown field in the answer' => new Subject( 'user:1', email: 'hostile@northwind.example', contactId: self::HOSTILE ),
			default => new Subject( 'user:1', email: self::EMAIL, contactId: self::FINE ),
		};
	}

	protected function arrange( string $state, Lab $lab ): void {
		match ( $state ) {
			'deleted', 'permanently deleted' => $lab->play(
				[
					'do' => 'delete-person',
					'id' => self::FINE,
				]
			),
			'merged' => $lab->play(
				[
					'do'     => 'merge-persons',
					'winner' => self::NO_LICENCE,
					'loser'  => self::FINE,
				]
			),
			'no account' => $lab->play(
				[
					'merge'   => true,
					'persons' => [
						[
							'personId'  => (int) self::FINE,
							'contactId' => 0,
						],
					],
				]
			),
			'field gone' => $lab->play(
				[
					'merge'    => true,
					'switches' => [
						'missingColumns' => [ 'userplan', 'canLogin' ],
						'unknownColumn'  => 'rejected',
					],
				]
			),
			'field left out' => $lab->play(
				[
					'merge'    => true,
					'switches' => [ 'missingColumns' => [ 'userplan', 'canLogin' ] ],
				]
			),
			'yes and no in words' => $lab->play(
				[
					'merge'    => true,
					'switches' => [ 'archiveBooleans' => 'words' ],
				]
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
					'right' => 'persons',
				]
			),
			'throttled', 'quota gone' => $lab->fault(
				[
					'path' => '/v1/',
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
			'only contacts fail' => $lab->fault(
				[
					'path' => '/v1/Person/',
					'then' => 'html',
				]
			),
			'malformed' => $lab->fault( [ 'then' => 'malformed' ] ),
			'slow' => $lab->fault( [ 'slowMs' => 2_500 ] ),
			'reset' => $lab->fault( [ 'then' => 'reset' ] ),
			default => null,
		};
	}

	/**
	 * States that both ways in share, over the healthy answers.
	 *
	 * @param array<string, string> $healthy
	 * @return array<string, array<string, string>>
	 */
	final protected static function shared( array $healthy ): array {
		$person  = array_filter( array_keys( $healthy ), static fn ( string $key ): bool => ! str_starts_with( $key, 'connection.' ) && ! str_starts_with( $key, 'installation.' ) );
		$unknown = static fn ( string $reason, string ...$but ): array => array_fill_keys( array_diff( $person, $but ), 'unknown:' . $reason );
		$cut     = static fn ( string $reachable, string $reason ): array => [
			'connection.reachable'  => $reachable,
			'connection.authorised' => 'unknown:' . $reason,
			'installation.running'  => 'unknown:' . $reason,
			...$unknown( $reason ),
		];
		$gone    = [
			'user.exists'    => 'true',
			'user.linked'    => 'false',
			'contact.exists' => 'false',
			'contact.merged' => 'false',
			'user.has-email' => 'unknown:contact-absent',
			'user.licensed'  => 'true',
		];
		return [
			'found'                       => $healthy,
			'by address alone'            => $healthy,
			'an id that is none'          => $healthy,
			'yes and no in words'         => $healthy,
			'no account'                  => $healthy,
			'unknown field in the answer' => $healthy,
			'not found'                   => [
				'user.exists'    => 'false',
				'user.licensed'  => 'unknown:not-found',
				'contact.exists' => 'false',
				'contact.merged' => 'unknown:contact-unknown',
			],
			'nobody named'                => [
				'user.exists'    => 'unknown:no-address',
				'contact.exists' => 'unknown:no-address',
				'user.active'    => 'unknown:no-address',
			],
			'an address with a quote'     => [
				'user.exists'    => 'unknown:unsupported',
				'contact.exists' => 'unknown:unsupported',
				'user.licensed'  => 'unknown:unsupported',
			],
			'two users'                   => [
				'user.exists'   => 'true',
				'user.single'   => 'false',
				'user.licensed' => 'true',
			],
			'deleted'                     => $gone,
			'permanently deleted'         => $gone,
			'merged'                      => [
				'contact.exists' => 'true',
				'user.exists'    => 'true',
				'user.linked'    => 'true',
			],
			'missing scope'               => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'true',
				'user.exists'           => 'unknown:forbidden',
				'user.licensed'         => 'unknown:forbidden',
				'contact.exists'        => 'true',
				'user.has-email'        => 'true',
			],
			'contacts closed'             => [
				'user.exists'    => 'true',
				'contact.exists' => 'unknown:forbidden',
				'user.has-email' => 'unknown:forbidden',
				'user.licensed'  => 'true',
			],
			'only contacts fail'          => [
				'connection.reachable' => 'true',
				'user.exists'          => 'true',
				'contact.exists'       => 'unknown:malformed',
				'user.has-email'       => 'unknown:malformed',
				'user.licensed'        => 'true',
			],
			'throttled'                   => $cut( 'true', 'rate-limited' ),
			'quota gone'                  => $cut( 'true', 'rate-limited' ),
			'server fault'                => $cut( 'false', 'server-fault' ),
			'malformed'                   => $cut( 'unknown:malformed', 'malformed' ),
			'slow'                        => $cut( 'false', 'timed-out' ),
			'reset'                       => $cut( 'false', 'unreachable' ),
			'bad credential'              => [
				'connection.reachable'  => 'true',
				'connection.authorised' => 'false',
				...$unknown( 'unauthorised' ),
			],
		];
	}
}
