<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\CatalystConnect;

use Causeway\Connector\Connection;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Facts;
use Causeway\Support\FrozenClock;
use Causeway\Systems\CatalystConnect\Connector;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Diagnosis\BuiltCatalog;
use Causeway\Tests\Unit\Systems\Reached;
use Causeway\Tests\Unit\Systems\ZohoCrm\LabCase;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Causes of the portal that only show once the CRM behind it was asked too: what both connectors really answer, diagnosed. */
#[CoversNothing]
final class DiagnosisTest extends LabCase {

	private const CONTACT = '5843104000000412003';

	private const EMAIL = 'maya.lindqvist@alderfinch.example';

	/** @return iterable<string, array{string, array<string, string>, string}> */
	public static function scenarios(): iterable {
		$answered = static fn ( string $status, string $code = '' ): array => [
			'portal-call.system' => 'zoho-crm',
			'portal-call.path'   => 'crm/v2/Contacts/{id}',
			'portal-call.status' => $status,
			'portal-call.code'   => $code,
			'portal-call.fault'  => '',
			'portal-call.ms'     => '170',
		];
		yield 'portal-contact-not-found' => [ 'portal-contact-not-found', $answered( '204' ), 'certain' ];
		yield 'portal-crm-busy' => [ 'portal-crm-busy', $answered( '429', 'TOO_MANY_REQUESTS' ), 'certain' ];
		yield 'portal-subscription-calls-used-up' => [ 'portal-subscription-calls-used-up', [ 'error-code' => '' ], 'likely' ];
	}

	/** @param array<string, string> $facts What the refused request showed of the portal's own call. */
	#[DataProvider( 'scenarios' )]
	public function testPutsTheRightCauseFirst( string $cause, array $facts, string $confidence ): void {
		$portal   = new SeededPortal(
			[
				[
					'id'       => 1,
					'crmId'    => self::CONTACT,
					'username' => self::EMAIL,
					'email'    => self::EMAIL,
					'fullName' => 'Maya Lindqvist',
					'status'   => 'active',
				],
			],
			newestTokenAt: time() - 600,
		);
		$subject  = new Subject( 'portal:1', email: self::EMAIL, portalUserId: 1, contactId: self::CONTACT, facts: $facts );
		$own      = new Connector( $portal, new MemoryConnections( $this->connection() ), new FrozenClock( time() ), 'https://portal.example/wp-admin/' );
		$findings = [
			...$own->examine( $subject, new Connection( 'catalyst-connect', 'catalyst-connect', [], [], false ) ),
			...$this->connector()->examine( $subject, $this->connection() ),
		];
		$first    = ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( new Facts( $findings, [ 'catalyst-connect:contact-your-administrator' ] ) )->causes[0] ?? null;
		Reached::note( $this, 'catalyst-connect/' . $cause, $first );
		self::assertNotNull( $first );
		self::assertSame( [ 'catalyst-connect/' . $cause, $confidence ], [ $first->ref(), $first->confidence->value ], implode( ' | ', $first->against ) );
	}
}
