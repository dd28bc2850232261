<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Connector\Connection;
use Causeway\Connector\ConnectorTools;
use Causeway\Connector\JsonPath;
use Causeway\Connector\Request;
use Causeway\Connector\Subject;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Facts;
use Causeway\Http\OptionalPause;
use Causeway\Support\SystemClock;
use Causeway\Systems\ZohoCrm\Connector;
use Causeway\Tests\Unit\Connector\Doubles\CurlTransport;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use Causeway\Tests\Unit\Connector\Doubles\OneTransport;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\ZohoCrm\LabTest;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What the connector really answers for each state of the simulated CRM, diagnosed: the right cause first. */
#[CoversNothing]
final class LabDiagnosisTest extends TestCase {

	private const EXPECTED = [
		'in the recycle bin'         => [ 'contact-in-recycle-bin', 'certain' ],
		'deleted for good'           => [ 'contact-permanently-deleted', 'certain' ],
		'merged'                     => [ 'contact-merged-away', 'certain' ],
		'no Account'                 => [ 'contact-without-account', 'certain' ],
		'no e-mail'                  => [ 'contact-without-email', 'certain' ],
		'another e-mail'             => [ 'contact-email-differs', 'likely' ],
		'user name empty'            => [ 'username-value-empty', 'likely' ],
		'deleted just now, said 404' => [ 'contact-in-recycle-bin', 'certain' ],
		'deleted just now, said 400' => [ 'contact-in-recycle-bin', 'certain' ],
		'field deleted'              => [ 'username-field-deleted', 'certain' ],
		'field unused'               => [ 'username-field-unused', 'certain' ],
		'field hidden'               => [ 'username-field-hidden', 'likely' ],
		'consent taken back'         => [ 'connection-refused', 'possible' ],
		'recycle bin not consented'  => [ 'contact-in-recycle-bin', 'certain' ],
	];

	/** @param list<array<string, mixed>> $before */
	#[DataProvider( 'states' )]
	public function testPutsTheRightCauseFirst( string $contactId, string $address, array $before, string $cause, string $confidence ): void {
		$lab     = json_decode( (string) getenv( 'CAUSEWAY_LAB' ), true );
		$network = new CurlTransport();
		$text    = static fn ( string ...$path ): string => JsonPath::text( $lab, 'zoho-crm', ...$path );
		self::assertNotSame( '', $text( 'base' ), 'The lab is not running: run the suite by `npm test`, or put the line of `npm run lab -- --json` into CAUSEWAY_LAB.' );
		// Whatever test was before, in whatever order: its faults are not this one's.
		$network->send( new Request( 'DELETE', $text( 'control' ) . '/faults', [], [], '' ) );
		foreach ( [ [], ...$before ] as $order ) {
			$order = [] === $order ? [] : $order + [ 'client' => $text( 'credentials', 'clientId' ) ];
			$network->send( new Request( 'POST', $text( 'control' ) . '/state', [], [], [] === $order ? '{}' : (string) json_encode( $order ) ) );
		}
		$connection = new Connection(
			'zoho-crm',
			'zoho-crm',
			[
				'data_centre'   => 'custom',
				'api_base'      => $text( 'base' ),
				'accounts_base' => $text( 'accounts' ),
				'client_id'     => $text( 'credentials', 'clientId' ),
			],
			[
				'client_secret' => $text( 'credentials', 'clientSecret' ),
				'refresh_token' => $text( 'credentials', 'refreshToken' ),
			],
			false
		);
		$connector  = new Connector( new ConnectorTools( new OneTransport( $network ), new MemoryTokens(), new MemoryConnections( $connection ), new SeededPortal(), new OptionalPause( false ), new SystemClock() ) );
		$findings   = $connector->examine( new Subject( 'portal:1', email: $address, contactId: $contactId ), $connection );

		$first = ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( new Facts( $findings, [ 'catalyst-connect:contact-your-administrator' ] ) )->causes[0] ?? null;
		self::assertSame( 'zoho-crm/' . $cause, $first?->ref() );
		self::assertSame( $confidence, $first?->confidence->value, implode( ' | ', $first->against ?? [] ) );
	}

	/** @return iterable<string, array{string, string, list<array<string, mixed>>, string, string}> */
	public static function states(): iterable {
		foreach ( self::EXPECTED as $state => [ $cause, $confidence ] ) {
			[ $contactId, $address, $before ] = LabTest::states()[ $state ];
			yield $state => [ $contactId, $address, $before, $cause, $confidence ];
		}
	}
}
