<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Salesforce;

use Causeway\Connector\Subject;

/** For each cause the state of the lab that brings it about. */
final class Scenarios {

	private const MAGENTRIX = 'magentrix:account-may-be-disabled';
	private const FAILED    = 'salesforce:login-failed';

	/**
	 * Cause → subject, orders to the lab, confidence, where people log in, symptoms that were shown.
	 *
	 * @return array<string, array{Subject, list<array<string, mixed>>, string, 'portal'|'site', list<string>}>
	 */
	public static function all(): array {
		$moved = new Subject( 'user:1', 1, Cast::Fine->email(), contactId: Cast::Fine->contactId(), accountId: Cast::BRIGHTWATER );
		return [
			'connection-refused'          => [ Cast::Fine->known(), [ [ 'do' => 'block-app' ] ], 'possible', 'portal', [ self::MAGENTRIX ] ],
			'api-calls-used-up'           => [ Cast::Fine->known(), [ [ 'do' => 'spend-calls' ] ], 'certain', 'portal', [ self::MAGENTRIX ] ],
			'portal-access-ended'         => [ Cast::Fine->known(), [], 'likely', 'portal', [ 'salesforce:session-refused' ] ],
			'contact-in-recycle-bin'      => [ Cast::Binned->known(), [], 'certain', 'portal', [ self::MAGENTRIX ] ],
			'contacts-deleted-together'   => [
				Cast::Fine->known(),
				[
					[
						'do'    => 'delete-contacts',
						'count' => 12,
					],
				],
				'certain',
				'portal',
				[ self::MAGENTRIX ],
			],
			'contact-permanently-deleted' => [ Cast::Purged->known(), [], 'certain', 'portal', [ self::MAGENTRIX ] ],
			'contact-merged-away'         => [ Cast::Merged->known(), [], 'certain', 'portal', [ self::MAGENTRIX ] ],
			'contact-missing'             => [ new Subject( 'user:1', 1, 'nobody@alder.example' ), [], 'likely', 'portal', [ self::MAGENTRIX ] ],
			'contact-twice'               => [
				Cast::Fine->byAddress(),
				[
					[
						'do'     => 'create-contact',
						'fields' => [ 'Email' => Cast::Fine->email() ],
					],
				],
				'likely',
				'portal',
				[ self::MAGENTRIX ],
			],
			'contact-without-account'     => [ Cast::NoAccount->known(), [], 'certain', 'portal', [ self::MAGENTRIX ] ],
			'contact-account-changed'     => [ $moved, [], 'likely', 'portal', [ self::MAGENTRIX ] ],
			'contact-without-email'       => [ Cast::NoEmail->known(), [], 'certain', 'portal', [ self::MAGENTRIX ] ],
			'contact-email-differs'       => [ new Subject( 'user:1', 1, 'marta@elsewhere.example', contactId: Cast::Fine->contactId() ), [], 'certain', 'portal', [ self::MAGENTRIX ] ],
			'portal-field-not-visible'    => [
				Cast::Fine->known(),
				[
					[
						'do'    => 'remove-field',
						'field' => Doors::PORTAL_FIELD,
					],
				],
				'certain',
				'portal',
				[ 'salesforce:contact-field-refused' ],
			],
			'portal-field-empty'          => [
				Cast::Fine->known(),
				[
					[
						'do'     => 'set-contact',
						'id'     => Cast::Fine->contactId(),
						'fields' => [ Doors::PORTAL_FIELD => null ],
					],
				],
				'certain',
				'portal',
				[ self::MAGENTRIX ],
			],
			'user-missing'                => [ Cast::NoUser->known(), [], 'certain', 'site', [ self::FAILED ] ],
			'no-licence-free'             => [ Cast::Inactive->known(), [ [ 'do' => 'take-licences' ] ], 'certain', 'site', [ 'salesforce:login-user-inactive' ] ],
			'user-inactive'               => [ Cast::Inactive->known(), [], 'certain', 'site', [ self::FAILED ] ],
			'user-frozen'                 => [ Cast::Frozen->byAddress(), [], 'certain', 'site', [ self::FAILED ] ],
			'user-locked'                 => [ Cast::Locked->byAddress(), [], 'certain', 'site', [ 'salesforce:login-password-lockout' ] ],
			'password-refused'            => [ Cast::WrongPassword->byAddress(), [], 'certain', 'site', [ self::FAILED ] ],
			'activation-not-done'         => [ Cast::Pending->known(), [], 'likely', 'site', [ self::FAILED ] ],
			'user-email-differs'          => [ Cast::OtherEmail->known(), [], 'likely', 'site', [ self::FAILED ] ],
			'login-name-differs'          => [ Cast::OtherName->known(), [], 'likely', 'site', [ self::FAILED ] ],
			'user-without-contact'        => [
				Cast::Fine->byAddress(),
				[
					[
						'do'     => 'set-user',
						'id'     => Cast::Fine->userId(),
						'fields' => [ 'ContactId' => null ],
					],
				],
				'certain',
				'site',
				[ self::FAILED ],
			],
			'user-is-employee'            => [ Cast::Employee->byAddress(), [], 'likely', 'site', [ self::FAILED ] ],
			'not-a-site-member'           => [ Cast::NotMember->byAddress(), [], 'certain', 'site', [ self::FAILED ] ],
			'outside-network'             => [ Cast::RestrictedAddress->byAddress(), [], 'certain', 'site', [ 'salesforce:login-restricted-ip' ] ],
			'outside-hours'               => [ Cast::RestrictedTime->byAddress(), [], 'certain', 'site', [ self::FAILED ] ],
			'device-not-confirmed'        => [ Cast::NewDevice->byAddress(), [], 'certain', 'site', [ self::FAILED ] ],
			'site-offline'                => [
				Cast::Fine->known(),
				[
					[
						'do'     => 'login',
						'id'     => Cast::Fine->userId(),
						'status' => 'Invalid - Community offline',
					],
				],
				'certain',
				'site',
				[ self::FAILED ],
			],
		];
	}
}
