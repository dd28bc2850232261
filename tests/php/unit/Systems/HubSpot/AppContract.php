<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\HubSpot;

use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;
use Causeway\Tests\Unit\Systems\LabContract;

/** What the contract of a connector means for HubSpot, by whichever kind of app. */
abstract class AppContract extends LabContract {

	final protected static function system(): string {
		return 'hubspot';
	}

	final protected static function folder(): string {
		return 'HubSpot';
	}

	protected function subjectIn( string $state ): Subject {
		return match ( $state ) {
			'not found' => new Subject( 'user:1', email: 'nobody@northwind.example' ),
			'by address alone' => new Subject( 'user:1', email: strtoupper( Northwind::email( 'fine' ) ) ),
			'an id that is none' => new Subject( 'user:1', email: Northwind::email( 'fine' ), contactId: '../../companies/5301' ),
			'an address that needs escaping' => new Subject( 'user:1', email: "o'brien+50%/x&y@northwind.example" ),
			'a star in the address' => new Subject( 'user:1', email: '*@northwind.example' ),
			'nobody named' => new Subject( 'user:1' ),
			'deleted, by address alone' => Northwind::stranger( 'binned' ),
			'replaced' => Northwind::subject( 'replaced' ),
			'no e-mail' => Northwind::subject( 'noEmail' ),
			'additional address' => Northwind::stranger( 'additional' ),
			'unknown field in the answer' => new Subject( 'user:1', email: Northwind::email( 'hostile' ), contactId: Northwind::id( 'hostile' ) ),
			default => Northwind::subject( 'fine', Northwind::NORTHWIND ),
		};
	}

	protected function arrange( string $state, Lab $lab ): void {
		$fine = Northwind::id( 'fine' );
		match ( $state ) {
			'deleted' => $lab->play( Order::on( 'fine', 'delete-contact', by: 'eager@northwind.example' ) ),
			'permanently deleted' => $lab->play( Order::on( 'fine', 'purge-contact' ) ),
			'merged' => $lab->play( Order::of( 'merge-contacts', winner: Northwind::id( 'noAccount' ), loser: $fine ) ),
			'no account' => $lab->play( Order::on( 'fine', 'unlink-companies' ) ),
			'other account' => $lab->play( Order::on( 'fine', 'link-company', company: Northwind::SOUTHGATE ) ),
			'an address that needs escaping' => $lab->play( Order::of( 'create-contact', email: "o'brien+50%/x&y@northwind.example" ) ),
			'field gone' => $lab->play( Order::of( 'purge-property', name: 'portal_user_name' ) ),
			'field archived' => $lab->play( Order::of( 'archive-property', name: 'portal_user_name' ) ),
			'field archived, and refused' => $lab->play( Order::switches( unknownProperty: 'rejected' ), Order::of( 'archive-property', name: 'portal_user_name' ) ),
			'missing scope' => $lab->play( Order::of( 'drop-scope', scope: 'crm.objects.contacts.read' ) ),
			'companies closed' => $lab->play( Order::of( 'drop-scope', scope: 'crm.objects.companies.read' ) ),
			'throttled' => $lab->fault( Order::refusal( 'TEN_SECONDLY_ROLLING', '/crm/' ), Order::refusal( 'TEN_SECONDLY_ROLLING', '/account-info/' ) ),
			'quota gone' => $lab->fault( Order::refusal( 'DAILY', '/crm/' ), Order::refusal( 'DAILY', '/account-info/' ) ),
			'throttled on the way' => $lab->fault( Order::refusal( 'SECONDLY', '/objects/contacts/' ) ),
			'server fault' => $lab->fault(
				[
					'then' => [
						'status' => 503,
						'body'   => 'down',
					],
				]
			),
			'moving house' => $lab->fault(
				[
					'then' => [
						'status' => 477,
						'body'   => '',
					],
				]
			),
			'malformed' => $lab->fault( [ 'then' => 'malformed' ] ),
			'slow' => $lab->fault( [ 'slowMs' => 2_500 ] ),
			'reset' => $lab->fault( [ 'then' => 'reset' ] ),
			default => null,
		};
	}

	protected static function expectations(): array {
		$healthy = [
			'connection.reachable'        => 'true',
			'connection.authorised'       => 'true',
			'connection.scopes'           => 'true',
			'quota.available'             => 'true',
			'contact.linked'              => 'true',
			'contact.exists'              => 'true',
			'contact.in-recycle-bin'      => 'false',
			'contact.permanently-deleted' => 'false',
			'contact.merged'              => 'false',
			'contact.replaced'            => 'false',
			'deletions.many'              => 'unknown:not-tried',
			'contact.has-email'           => 'true',
			'contact.email-matches'       => 'true',
			'contact.email-additional'    => 'false',
			'contact.has-account'         => 'true',
			'contact.account-unchanged'   => 'true',
			'portal-field.mapped'         => 'true',
			'portal-field.exists'         => 'true',
			'portal-field.archived'       => 'false',
			'portal-field.filled'         => 'true',
			'user.invited'                => 'unknown:not-tried',
			'user.confirmed'              => 'unknown:not-tried',
			'user.active'                 => 'unknown:not-tried',
			'user.email-matches'          => 'unknown:not-tried',
		];
		$unknown = static fn ( string $reason ): array => array_fill_keys( array_slice( array_keys( $healthy ), 4 ), 'unknown:' . $reason );
		$cut     = static fn ( string $reachable, string $authorised, string $quota, string $reason ): array => [
			'connection.reachable'  => $reachable,
			'connection.authorised' => $authorised,
			'connection.scopes'     => 'unknown:' . $reason,
			'quota.available'       => $quota,
			...$unknown( $reason ),
		];
		$newAccount = array_merge( $healthy, [ 'contact.account-unchanged' => 'unknown:not-recorded' ] );
		$gone       = [
			'contact.linked'              => 'true',
			'contact.exists'              => 'false',
			'contact.in-recycle-bin'      => 'true',
			'contact.permanently-deleted' => 'false',
			'contact.merged'              => 'false',
			'contact.replaced'            => 'false',
			'deletions.many'              => 'false',
			'contact.has-email'           => 'unknown:contact-absent',
			'contact.has-account'         => 'unknown:contact-absent',
			'portal-field.exists'         => 'true',
			'portal-field.filled'         => 'unknown:contact-absent',
		];
		$noField    = [
			'contact.exists'        => 'true',
			'contact.has-account'   => 'true',
			'portal-field.mapped'   => 'true',
			'portal-field.exists'   => 'false',
			'portal-field.archived' => 'true',
			'portal-field.filled'   => 'unknown:field-absent',
		];
		return [
			'found'                          => $healthy,
			'by address alone'               => $newAccount,
			'an id that is none'             => $newAccount,
			'unknown field in the answer'    => $newAccount,
			'an address that needs escaping' => [
				'contact.linked'        => 'true',
				'contact.exists'        => 'true',
				'contact.email-matches' => 'true',
				'contact.has-account'   => 'false',
			],
			'a star in the address'          => [
				'contact.linked' => 'false',
				'contact.exists' => 'false',
			],
			'not found'                      => [
				'contact.linked'              => 'false',
				'contact.exists'              => 'false',
				'contact.in-recycle-bin'      => 'false',
				'contact.permanently-deleted' => 'unknown:contact-unknown',
				'contact.merged'              => 'false',
				'deletions.many'              => 'unknown:not-recorded',
				'contact.has-account'         => 'unknown:contact-unknown',
			],
			'nobody named'                   => [
				'contact.linked'         => 'unknown:no-address',
				'contact.exists'         => 'unknown:contact-unknown',
				'contact.in-recycle-bin' => 'unknown:contact-unknown',
				'portal-field.exists'    => 'true',
			],
			'deleted'                        => $gone,
			'deleted, by address alone'      => [ 'contact.linked' => 'false' ] + array_diff_key( $gone, array_flip( [ 'contact.has-email', 'contact.has-account', 'portal-field.filled' ] ) ),
			'replaced'                       => array_merge( $gone, [ 'contact.replaced' => 'true' ] ),
			'permanently deleted'            => array_merge(
				$gone,
				[
					'contact.in-recycle-bin'      => 'false',
					'contact.permanently-deleted' => 'true',
					'deletions.many'              => 'unknown:not-recorded',
				]
			),
			'merged'                         => array_merge(
				$gone,
				[
					'contact.in-recycle-bin' => 'false',
					'contact.merged'         => 'true',
					'deletions.many'         => 'unknown:not-recorded',
				]
			),
			'no account'                     => [
				'contact.exists'            => 'true',
				'contact.has-account'       => 'false',
				'contact.account-unchanged' => 'unknown:not-tried',
			],
			'other account'                  => [
				'contact.has-account'       => 'true',
				'contact.account-unchanged' => 'false',
			],
			'no e-mail'                      => [
				'contact.exists'           => 'true',
				'contact.has-email'        => 'false',
				'contact.email-matches'    => 'false',
				'contact.email-additional' => 'false',
			],
			'additional address'             => [
				'contact.linked'           => 'true',
				'contact.has-email'        => 'true',
				'contact.email-matches'    => 'false',
				'contact.email-additional' => 'true',
			],
			'field gone'                     => array_merge( $noField, [ 'portal-field.archived' => 'false' ] ),
			'field archived'                 => $noField,
			'field archived, and refused'    => $noField,
			'missing scope'                  => [
				'connection.reachable'   => 'true',
				'connection.authorised'  => 'true',
				'connection.scopes'      => 'false',
				'quota.available'        => 'true',
				'contact.linked'         => 'unknown:forbidden',
				'contact.exists'         => 'unknown:forbidden',
				'contact.in-recycle-bin' => 'unknown:forbidden',
				'contact.has-account'    => 'unknown:forbidden',
				'portal-field.exists'    => 'true',
				'portal-field.filled'    => 'unknown:forbidden',
			],
			'companies closed'               => [
				'connection.scopes'   => 'false',
				'contact.exists'      => 'true',
				'contact.has-account' => 'true',
			],
			'throttled'                      => $cut( 'true', 'true', 'true', 'rate-limited' ),
			'throttled on the way'           => [
				'connection.authorised' => 'true',
				'quota.available'       => 'true',
				'contact.exists'        => 'unknown:rate-limited',
			],
			'quota gone'                     => $cut( 'true', 'true', 'false', 'quota-exhausted' ),
			'server fault'                   => $cut( 'false', 'unknown:server-fault', 'unknown:server-fault', 'server-fault' ),
			'moving house'                   => $cut( 'false', 'unknown:server-fault', 'unknown:server-fault', 'server-fault' ),
			'malformed'                      => $cut( 'unknown:malformed', 'unknown:malformed', 'unknown:malformed', 'malformed' ),
			'slow'                           => $cut( 'false', 'unknown:timed-out', 'unknown:timed-out', 'timed-out' ),
			'reset'                          => $cut( 'false', 'unknown:unreachable', 'unknown:unreachable', 'unreachable' ),
			'bad credential'                 => $cut( 'true', 'false', 'unknown:unauthorised', 'unauthorised' ),
		];
	}
}
