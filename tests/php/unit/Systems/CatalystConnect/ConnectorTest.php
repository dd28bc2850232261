<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\CatalystConnect;

use Causeway\Connector\Connection;
use Causeway\Connector\Connector as ConnectorInterface;
use Causeway\Connector\Subject;
use Causeway\Support\FrozenClock;
use Causeway\Systems\CatalystConnect\Connector;
use Causeway\Tests\Unit\Connector\Doubles\MemoryConnections;
use Causeway\Tests\Unit\Connector\Doubles\SeededPortal;
use Causeway\Tests\Unit\Systems\ConnectorContract;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class ConnectorTest extends ConnectorContract {

	/** State → path, status, code, fault of the portal's call, and the one outcome that it is. */
	private const CALLS = [
		'answered'                 => [ 'crm/v2/Contacts/{id}', '200', '', '', 'ok' ],
		'answered with nothing'    => [ 'crm/v2/Contacts/{id}', '204', '', '', 'not-found' ],
		'answered with 404'        => [ 'crm/v2/Contacts/{id}', '404', '', '', 'not-found' ],
		'answered with 400'        => [ 'crm/v2/Contacts/{id}', '400', 'INVALID_DATA', '', 'not-found' ],
		'token refused by the API' => [ 'crm/v2/Contacts/{id}', '401', 'INVALID_TOKEN', '', 'unauthorised' ],
		'scope missing'            => [ 'crm/v2/Contacts/{id}', '401', 'OAUTH_SCOPE_MISMATCH', '', 'scope-missing' ],
		'not allowed'              => [ 'crm/v2/Contacts/{id}', '403', 'NO_PERMISSION', '', 'forbidden' ],
		'throttled'                => [ 'crm/v2/Contacts/{id}', '429', 'TOO_MANY_REQUESTS', '', 'throttled' ],
		'vendor out of order'      => [ 'crm/v2/Contacts/{id}', '500', 'INTERNAL_ERROR', '', 'server-fault' ],
		'no answer in time'        => [ 'crm/v2/Contacts/{id}', '0', '', 'timed-out', 'timed-out' ],
		'no connection'            => [ 'crm/v2/Contacts/{id}', '0', '', 'unreachable', 'unreachable' ],
		'a page instead of data'   => [ 'crm/v2/Contacts/{id}', '200', '', 'malformed', 'malformed' ],
		'refresh token revoked'    => [ 'oauth/v2/token', '200', 'invalid_code', '', 'token-refused' ],
		'wrong client'             => [ '/oauth/v2/token', '200', 'invalid_client', '', 'token-refused' ],
		'too many tokens'          => [ 'oauth/v2/token', '200', 'access_denied', '', 'token-rate-limited' ],
		'token host not in time'   => [ 'oauth/v2/token', '0', '', 'timed-out', 'timed-out' ],
	];

	private const OUTCOMES = [ 'ok', 'not-found', 'unauthorised', 'scope-missing', 'forbidden', 'throttled', 'timed-out', 'unreachable', 'server-fault', 'malformed', 'token-refused', 'token-rate-limited' ];

	protected static function folder(): string {
		return 'CatalystConnect';
	}

	protected static function isRemote(): bool {
		return false;
	}

	protected function connection(): Connection {
		return new Connection( 'catalyst-connect', 'catalyst-connect', [], [], false );
	}

	protected function subjectIn( string $state ): Subject {
		$call = self::CALLS[ $state ] ?? null;
		if ( null !== $call ) {
			return new Subject(
				'portal:3',
				portalUserId: 3,
				facts: [
					'portal-call.system' => 'zoho-crm',
					'portal-call.path'   => $call[0],
					'portal-call.status' => $call[1],
					'portal-call.code'   => $call[2],
					'portal-call.fault'  => $call[3],
					'portal-call.ms'     => '184',
				]
			);
		}
		return match ( $state ) {
			'active' => new Subject( 'portal:3', portalUserId: 3 ),
			'inactive' => new Subject( 'login:x', loginName: 'Hugo@cormorant.example' ),
			'awaiting approval' => new Subject( 'user:2', email: 'nadia@ember.example' ),
			'unverified' => new Subject( 'portal:6', portalUserId: 6 ),
			'no portal user' => new Subject( 'user:9', email: 'nobody@ember.example', facts: [ 'error-code' => 'incorrect_password' ] ),
			default => new Subject( 'login:x' ),
		};
	}

	protected function connectorIn( string $state ): ConnectorInterface {
		$row    = static fn ( int $id, string $email, string $status ): array => [
			'id'       => $id,
			'crmId'    => '58431040000004120' . $id,
			'username' => $email,
			'email'    => $email,
			'fullName' => "Some One\u{202E}",
			'status'   => $status,
		];
		$rows   = [ $row( 3, 'maya@alder.example', 'active' ), $row( 4, 'hugo@cormorant.example', 'inactive' ), $row( 5, 'nadia@ember.example', 'approve' ), $row( 6, 'new@ember.example', 'pending' ) ];
		$portal = 'no portal' === $state ? new SeededPortal( isPresent: false ) : new SeededPortal( $rows, newestTokenAt: 'never connected' === $state ? 0 : 1_789_999_000 );
		$facts  = 'connection never answered' === $state ? [] : [ 'zgid' => '1' ];
		$stored = new MemoryConnections( new Connection( 'zoho-crm', 'zoho-crm', [ 'data_centre' => 'another data centre' === $state ? 'eu' : ( 'custom addresses' === $state ? 'custom' : 'us' ) ], [], false, $facts ) );
		return new Connector( $portal, $stored, new FrozenClock(), 'https://site.example/wp-admin/' );
	}

	protected static function expectations(): array {
		$there  = [
			'portal.present'             => 'true',
			'portal.connected'           => 'true',
			'portal-data-centre.matches' => 'true',
		];
		$states = [
			'active'                    => [ ...$there, 'portal-user.exists' => 'true', 'portal-user.active' => 'true', 'portal-user.pending' => 'false', 'portal-user.awaiting-approval' => 'false', 'portal-call.seen' => 'unknown:no-attempt', 'portal-call.ok' => 'unknown:no-attempt' ],
			'inactive'                  => [ 'portal-user.exists' => 'true', 'portal-user.active' => 'false', 'portal-user.awaiting-approval' => 'false' ],
			'awaiting approval'         => [ 'portal-user.exists' => 'true', 'portal-user.active' => 'false', 'portal-user.awaiting-approval' => 'true' ],
			'unverified'                => [ 'portal-user.exists' => 'true', 'portal-user.active' => 'false', 'portal-user.pending' => 'true' ],
			'no portal user'            => [ 'portal-user.exists' => 'false', 'portal-user.active' => 'false', 'portal-user.pending' => 'unknown:not-readable', 'portal-call.seen' => 'false', 'portal-call.ok' => 'unknown:not-seen' ],
			'nobody known'              => [ ...$there, 'portal-user.exists' => 'unknown:nobody-known' ],
			'never connected'           => [ 'portal.connected' => 'false' ],
			'another data centre'       => [ 'portal-data-centre.matches' => 'false' ],
			'custom addresses'          => [ 'portal-data-centre.matches' => 'unknown:no-connection' ],
			'connection never answered' => [ 'portal-data-centre.matches' => 'unknown:no-connection' ],
			'no portal'                 => [ 'portal.present' => 'false', 'portal.connected' => 'unknown:portal-absent', 'portal-user.exists' => 'unknown:portal-absent' ],
		];
		foreach ( self::CALLS as $state => $call ) {
			$states[ $state ] = [ 'portal-call.seen' => 'true' ];
			foreach ( self::OUTCOMES as $outcome ) {
				$states[ $state ][ 'portal-call.' . $outcome ] = $outcome === $call[4] ? 'true' : 'false';
			}
			if ( 'token-rate-limited' === $call[4] ) {
				$states[ $state ]['portal-call.token-refused'] = 'true';
			}
		}
		return $states;
	}

	public function testLinksLeadIntoThePortalsOwnPages(): void {
		$connector = $this->connectorIn( 'active' );
		self::assertSame( 'https://site.example/wp-admin/admin.php?page=usersmanagement&action=userdetails&uid=3', $connector->link( 'portal-user', $this->subjectIn( 'active' ), $this->connection() ) );
		self::assertSame( '', $this->connectorIn( 'no portal' )->link( 'licence', $this->subjectIn( 'active' ), $this->connection() ) );
	}
}
