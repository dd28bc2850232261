<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\WordPress;

use Causeway\Connector\Connection;
use Causeway\Connector\Connector as ConnectorInterface;
use Causeway\Connector\Subject;
use Causeway\Support\FrozenClock;
use Causeway\Systems\WordPress\Connector;
use Causeway\Tests\Unit\Connector\Doubles\SeededPeople;
use Causeway\Tests\Unit\Systems\ConnectorContract;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class ConnectorTest extends ConnectorContract {

	private const NOW = 1_790_000_000;

	protected static function folder(): string {
		return 'WordPress';
	}

	protected static function isRemote(): bool {
		return false;
	}

	protected function connection(): Connection {
		return new Connection( 'wordpress', 'wordpress', [], [], false );
	}

	protected function subjectIn( string $state ): Subject {
		$recorded = static fn ( int $login, int $password ): array => [
			'attempt-at'          => (string) ( self::NOW - 600 ),
			'last-login-at'       => (string) $login,
			'password-changed-at' => (string) $password,
		];
		return match ( $state ) {
			'member' => new Subject( 'user:1', 1, loginName: 'jane' ),
			'name with a slip' => new Subject( 'user:1', 1, loginName: 'jnae' ),
			'no role' => new Subject( 'user:2', 2 ),
			'spammer' => new Subject( 'user:3', loginName: 'SPAM@site.example' ),
			'only known by address' => new Subject( 'portal:3', email: 'jane@site.example' ),
			'deleted user' => new Subject( 'user:99', 99 ),
			'unknown name' => new Subject( 'login:0123456789abcdef' ),
			'logged in since' => new Subject( 'user:1', 1, facts: $recorded( self::NOW - 60, self::NOW - 86_400 ) ),
			'not logged in since' => new Subject( 'user:1', 1, facts: $recorded( self::NOW - 3_600, self::NOW - 30 * 86_400 ) ),
			'never logged in' => new Subject( 'user:1', 1, facts: $recorded( 0, 0 ) ),
			'mail refused' => new Subject( 'user:1', 1, facts: [ 'error-code' => 'retrieve_password_email_failure' ] ),
			'mail sent' => new Subject( 'user:1', 1, facts: [ 'mail-handed-over-at' => (string) self::NOW ] ),
			default => new Subject( '' ),
		};
	}

	protected function connectorIn( string $state ): ConnectorInterface {
		$user = static fn ( int $id, string $login, bool $isMember, bool $isSpam ): array => [
			'id'       => $id,
			'login'    => $login,
			'email'    => $login . '@site.example',
			'roles'    => $isMember ? [ 'client' ] : [],
			'isSpam'   => $isSpam,
			'isMember' => $isMember,
		];
		return new Connector( new SeededPeople( [ $user( 1, 'jane', true, false ), $user( 2, 'outsider', false, false ), $user( 3, 'spam', true, true ) ] ), new FrozenClock( self::NOW ), 'https://site.example/wp-admin/' );
	}

	protected static function expectations(): array {
		return [
			'member'                => [ 'user.exists' => 'true', 'user.is-member' => 'true', 'user.is-spam' => 'false', 'login-name.is-known' => 'true', 'password.recently-changed' => 'unknown:not-recorded', 'mail.reset-deliverable' => 'unknown:not-tried', 'login.succeeded-since' => 'unknown:not-recorded' ],
			'name with a slip'      => [ 'user.exists' => 'true', 'login-name.is-known' => 'false' ],
			'no role'               => [ 'user.exists' => 'true', 'user.is-member' => 'false', 'login-name.is-known' => 'unknown:nothing-typed' ],
			'spammer'               => [ 'user.exists' => 'true', 'user.is-spam' => 'true', 'login-name.is-known' => 'true' ],
			'only known by address' => [ 'user.exists' => 'true', 'login-name.is-known' => 'unknown:nothing-typed' ],
			'deleted user'          => [ 'user.exists' => 'false', 'user.is-member' => 'unknown:no-user', 'user.is-spam' => 'unknown:no-user' ],
			'unknown name'          => [ 'user.exists' => 'false', 'login-name.is-known' => 'false' ],
			'nobody known'          => [ 'user.exists' => 'unknown:nobody-known', 'login-name.is-known' => 'unknown:nothing-typed' ],
			'logged in since'       => [ 'login.succeeded-since' => 'true', 'password.recently-changed' => 'true' ],
			'not logged in since'   => [ 'login.succeeded-since' => 'false', 'password.recently-changed' => 'false' ],
			'never logged in'       => [ 'login.succeeded-since' => 'false', 'password.recently-changed' => 'false' ],
			'mail refused'          => [ 'mail.reset-deliverable' => 'false' ],
			'mail sent'             => [ 'mail.reset-deliverable' => 'true' ],
		];
	}

	public function testScreensOfThisSiteAreLinkedAndTheNetworksAreNot(): void {
		$link = fn ( string $name ): string => $this->connectorIn( 'member' )->link( $name, $this->subjectIn( 'member' ), $this->connection() );
		self::assertSame( 'https://site.example/wp-admin/options-general.php', $link( 'general-settings' ) );
		self::assertSame( [ '', '' ], [ $link( 'network-sites' ), $link( 'network-settings' ) ] );
	}

	public function testTheUserIsLinked(): void {
		self::assertSame( 'https://site.example/wp-admin/user-edit.php?user_id=1', $this->connectorIn( 'member' )->link( 'user', $this->subjectIn( 'member' ), $this->connection() ) );
	}
}
