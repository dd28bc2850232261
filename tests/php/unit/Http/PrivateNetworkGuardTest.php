<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Http;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Http\PrivateNetworkGuard;
use Causeway\Http\RedirectFollower;
use Causeway\Http\Resolver;
use Causeway\Http\ScriptedTransport;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class PrivateNetworkGuardTest extends TestCase {

	/** @param array<string, list<string>> $names */
	private static function resolver( array $names = [] ): Resolver {
		return new class( $names ) implements Resolver {

			public int $asked = 0;

			/** @param array<string, list<string>> $names */
			public function __construct( private readonly array $names ) {}

			public function addresses( string $host ): array {
				++$this->asked;
				return $this->names[ $host ] ?? [];
			}
		};
	}

	private static function guard( ScriptedTransport $inner, ?Resolver $resolver = null, bool $allowsLocal = false ): PrivateNetworkGuard {
		return new PrivateNetworkGuard( $inner, $resolver ?? self::resolver(), [ 'zohoapis.com', 'accounts.zoho.com' ], $allowsLocal );
	}

	private static function reason( PrivateNetworkGuard|RedirectFollower $guard, string $url ): string {
		try {
			$guard->send( new Request( 'GET', $url ) );
		} catch ( ConnectorFault $fault ) {
			return $fault->reason();
		}
		return 'sent';
	}

	private static function answering(): ScriptedTransport {
		return ( new ScriptedTransport() )->always( 'GET ', new Response( 200, [], '{}' ) );
	}

	/** @return iterable<string, array{string}> */
	public static function refusedAddresses(): iterable {
		$hosts = [
			'127.0.0.1', '127.1', '127.0.1', '0.0.0.0', '0', '10.0.0.1', '172.16.5.4', '172.31.255.255', '192.168.1.1', '100.64.0.1', '169.254.169.254', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1',
			'2130706433', '017700000001', '0177.0.0.1', '0x7f000001', '0x7f.0.0.1', '0x7f.1', '127.0.0.1.', '0300.0250.1.1', '00000177.0.0.1', '1.2.3.4.5', '999.1.1.1',
			'[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::169.254.169.254]', '[2002:7f00:1::]', '[2001:0:53aa:64c::]', '[fe80::1]', '[fe80::1%25eth0]', '[fc00::1]', '[fd12:3456::1]', '[fd00:ec2::254]', '[ff02::1]', '[fec0::1]', '[2001:db8::1]',
			'localhost', 'internal.example', 'mixed.example', 'v6only.example', 'metadata.example', 'nowhere.example', 'exa mple.com', 'exämple.com', '-a.example', 'a..b', '%6c%6f', '',
		];
		foreach ( $hosts as $host ) {
			yield 'host ' . $host => [ 'https://' . $host . '/crm/v8/org' ];
		}
		$urls = [
			'https://www.zohoapis.com@evil.example/', 'https://user:pw@www.zohoapis.com/', 'https://evil.example#@www.zohoapis.com/', 'https://www.zohoapis.com\\@evil.example/', 'https://www.zohoapis.com.evil.example/',
			'https://evilzohoapis.com/', 'http://www.zohoapis.com/', 'http://public.example/', 'file:///etc/passwd', 'gopher://public.example/', 'ftp://public.example/', '//public.example/', 'public.example', "https://public.example/\r\nHost: x", 'https:///x', 'https://', '', 'https://@public.example/', 'javascript:alert(1)',
		];
		foreach ( $urls as $url ) {
			yield 'address ' . $url => [ $url ];
		}
	}

	#[DataProvider( 'refusedAddresses' )]
	public function testItSendsNothingTo( string $url ): void {
		$inner    = self::answering();
		$resolver = self::resolver(
			[
				'localhost'        => [ '127.0.0.1', '::1' ],
				'internal.example' => [ '10.1.2.3' ],
				'mixed.example'    => [ '93.184.216.34', '192.168.0.9' ],
				'v6only.example'   => [ 'fd00::9' ],
				'metadata.example' => [ '169.254.169.254' ],
				'public.example'   => [ '93.184.216.34' ],
			]
		);
		self::assertNotSame( 'sent', self::reason( self::guard( $inner, $resolver ), $url ) );
		self::assertSame( [], $inner->sent() );
	}

	public function testAVendorHostNeedsNoLookUpAndWorksBehindAProxy(): void {
		$inner    = ( new ScriptedTransport( false ) )->always( 'GET ', new Response( 200, [], '{}' ) );
		$resolver = self::resolver();
		foreach ( [ 'https://www.zohoapis.com/', 'https://WWW.ZOHOAPIS.COM./crm', 'https://accounts.zoho.com/oauth' ] as $url ) {
			self::assertSame( 'sent', self::reason( self::guard( $inner, $resolver ), $url ), $url );
		}
		self::assertSame( 'cannot-pin', self::reason( self::guard( $inner, $resolver ), 'https://public.example/' ) );
		self::assertSame( [], $inner->pins() );
	}

	public function testAnotherHostIsLookedUpOnceAndThatAnswerIsTheOneConnectedTo(): void {
		$inner    = self::answering();
		$resolver = new class() implements Resolver {

			public int $asked = 0;

			public function addresses( string $host ): array {
				return 1 === ++$this->asked ? [ '93.184.216.34', '2606:2800:220:1::1' ] : [ '127.0.0.1' ];
			}
		};
		self::assertSame( 'sent', self::reason( self::guard( $inner, $resolver ), 'https://rebinding.example/' ) );
		self::assertSame( [ [ '93.184.216.34', '2606:2800:220:1::1' ] ], $inner->pins() );
		self::assertSame( 1, $resolver->asked );
	}

	public function testLocalAddressesAreCalledOnlyWhereTheSiteSaysSo(): void {
		$urls = [ 'http://127.0.0.1:8801/crm', 'http://localhost:8801/crm', 'http://[::1]:8801/crm', 'https://10.0.0.7/' ];
		foreach ( $urls as $url ) {
			$resolver = self::resolver( [ 'localhost' => [ '127.0.0.1' ] ] );
			self::assertNotSame( 'sent', self::reason( self::guard( self::answering(), $resolver ), $url ), $url );
			self::assertSame( 'sent', self::reason( self::guard( self::answering(), $resolver, true ), $url ), $url );
		}
	}

	public function testMetadataAndPlainHttpToTheInternetStayClosedEvenThere(): void {
		$resolver = self::resolver( [ 'public.example' => [ '93.184.216.34' ] ] );
		foreach ( [ 'http://169.254.169.254/latest/meta-data', 'http://[fd00:ec2::254]/', 'http://0.0.0.0/', 'http://public.example/', 'http://2130706433/' ] as $url ) {
			self::assertNotSame( 'sent', self::reason( self::guard( self::answering(), $resolver, true ), $url ), $url );
		}
	}

	/** @return array<string, array{string}> */
	public static function redirects(): array {
		return [
			'to this machine' => [ 'https://127.0.0.1/' ],
			'to metadata'     => [ 'http://169.254.169.254/latest/meta-data/' ],
			'to a file'       => [ 'file:///etc/passwd' ],
			'to plain HTTP'   => [ 'http://www.zohoapis.com/' ],
			'without scheme'  => [ '//localhost/' ],
			'to a user name'  => [ 'https://www.zohoapis.com@evil.example/' ],
		];
	}

	#[DataProvider( 'redirects' )]
	public function testARedirectIsCheckedLikeAnyAddress( string $location ): void {
		$inner = ( new ScriptedTransport() )->once( 'GET /start', new Response( 302, [ 'location' => $location ], '' ) )->always( 'GET ', new Response( 200, [], 'secret' ) );
		$guard = new RedirectFollower( self::guard( $inner, self::resolver( [ 'localhost' => [ '127.0.0.1' ] ] ) ) );
		self::assertNotSame( 'sent', self::reason( $guard, 'https://www.zohoapis.com/start' ) );
		self::assertCount( 1, $inner->sent() );
	}

	public function testARedirectLeavesTheCredentialsWithTheHostTheyWereMeantFor(): void {
		$inner = ( new ScriptedTransport() )
			->once( 'GET /a', new Response( 307, [ 'location' => '/b' ], '' ) )
			->once( 'GET /b', new Response( 301, [ 'location' => 'https://accounts.zoho.com/c' ], '' ) )
			->once( 'GET /c', new Response( 200, [], 'there' ) );
		$guard = new RedirectFollower( self::guard( $inner ) );
		self::assertSame( 'there', $guard->send( new Request( 'GET', 'https://www.zohoapis.com/a', [], [ 'Authorization' => 'token' ] ) )->body );
		self::assertSame( [ 1, 1, 0 ], array_map( static fn ( Request $request ): int => count( $request->secretHeaders ), $inner->sent() ) );
		self::assertSame( [ 'https://www.zohoapis.com/a', 'https://www.zohoapis.com/b', 'https://accounts.zoho.com/c' ], array_map( static fn ( Request $request ): string => $request->url, $inner->sent() ) );
	}

	public function testARedirectOfACallThatDoesSomethingEachTimeIsTheAnswer(): void {
		$inner = ( new ScriptedTransport() )->always( 'GET ', new Response( 307, [ 'location' => 'https://www.zohoapis.com/b' ], '' ) );
		self::assertSame( 307, ( new RedirectFollower( self::guard( $inner ) ) )->send( new Request( 'GET', 'https://www.zohoapis.com/a', idempotent: false ) )->status );
		self::assertCount( 1, $inner->sent() );
	}

	public function testARedirectOfAPostIsTheAnswerAndACircleEnds(): void {
		$inner = ( new ScriptedTransport() )->always( 'POST ', new Response( 302, [ 'location' => '/b' ], '' ) )->always( 'GET ', new Response( 302, [ 'location' => '/a' ], '' ) );
		$guard = new RedirectFollower( self::guard( $inner ) );
		self::assertSame( 302, $guard->send( new Request( 'POST', 'https://www.zohoapis.com/a' ) )->status );
		self::assertSame( 'malformed', self::reason( $guard, 'https://www.zohoapis.com/a' ) );
		self::assertCount( 5, $inner->sent() );
	}
}
