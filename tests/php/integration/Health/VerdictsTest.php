<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Health;

use Causeway\Connector\Connection;
use Causeway\Connector\Conversation;
use Causeway\Health\ActivePlugins;
use Causeway\Health\CertificateCheck;
use Causeway\Health\ClockCheck;
use Causeway\Health\PluginPairs;
use Causeway\Storage\PluginList;
use Causeway\Storage\SsoCertificates;
use Causeway\Support\FrozenClock;
use Causeway\Tests\Support\WordPressTestCase;

/** Clocks, certificates and pairs of plugins. */
final class VerdictsTest extends WordPressTestCase {

	private const DAY = 86_400;

	/** @param list<int> $offsets Seconds ahead, one a connection. */
	private static function clock( array $offsets ): string {
		$connections = array_map( static fn ( int $offset ): Connection => new Connection( 'crm', 'crm', [], [], false, 0 === $offset ? [] : [ Conversation::CLOCK_OFFSET => (string) $offset ] ), $offsets );
		return ( new ClockCheck() )->verdict( $connections, static fn (): string => 'Some CRM' )->status;
	}

	public function test_a_clock_is_judged_by_the_worst_of_its_differences(): void {
		self::assertSame( 'good', self::clock( [] ) );
		self::assertSame( 'good', self::clock( [ 0, 45 ] ) );
		self::assertSame( 'recommended', self::clock( [ 0, -90 ] ) );
		self::assertSame( 'critical', self::clock( [ 90, 400 ] ) );
		self::assertSame( 'critical', self::clock( [ -400 ] ) );
	}

	/** A certificate that is good for so many days. */
	private static function certificate( int $days ): string {
		$key     = openssl_pkey_new( [ 'private_key_bits' => 2048 ] );
		self::assertNotFalse( $key );
		$request = openssl_csr_new( [ 'commonName' => 'idp.example' ], $key );
		self::assertInstanceOf( \OpenSSLCertificateSigningRequest::class, $request );
		$signed = openssl_csr_sign( $request, null, $key, $days );
		self::assertNotFalse( $signed );
		openssl_x509_export( $signed, $pem );
		return (string) $pem;
	}

	private static function certificates( int $now ): CertificateCheck {
		return new CertificateCheck( new SsoCertificates(), new FrozenClock( $now ) );
	}

	public function test_a_certificate_is_told_a_month_before_it_runs_out_and_after(): void {
		$now = time();
		self::assertSame( 'good', self::certificates( $now )->verdict()->status );
		self::assertSame( [], self::certificates( $now )->ends() );

		update_option( 'wp_saml_auth_settings', [ 'internal_config' => [ 'idp' => [ 'x509cert' => self::certificate( 90 ) ] ] ] );
		self::assertSame( 'good', self::certificates( $now )->verdict()->status );
		self::assertSame( 'recommended', self::certificates( $now + 70 * self::DAY )->verdict()->status );
		$out = self::certificates( $now + 91 * self::DAY )->verdict();
		self::assertSame( 'critical', $out->status );
		self::assertStringContainsString( 'WP SAML Auth', $out->text );
		self::assertEqualsWithDelta( $now + 90 * self::DAY, self::certificates( $now )->ends()[0]['end'], 60 );
	}

	public function test_bare_text_of_a_certificate_is_read_and_a_path_is_none(): void {
		update_option( 'onelogin_saml_idp_x509cert', (string) preg_replace( '/-----[A-Z ]+-----|\s+/', '', self::certificate( 10 ) ) );
		update_option( 'wp_saml_auth_settings', [ 'certPath' => ABSPATH . 'private/saml.crt' ] );
		self::assertSame( 'recommended', self::certificates( time() )->verdict()->status );
		self::assertCount( 1, self::certificates( time() )->ends() );
	}

	/** @param list<string> $folders */
	private static function pairs( array $folders ): PluginPairs {
		return new PluginPairs(
			new class( $folders ) implements ActivePlugins {

				/** @param list<string> $folders */
				public function __construct( private readonly array $folders ) {}

				public function folders(): array {
					return $this->folders;
				}
			}
		);
	}

	public function test_two_plugins_of_one_kind_are_named_and_one_of_each_is_not(): void {
		self::assertSame( 'good', self::pairs( [ 'two-factor', 'loginizer', 'wps-hide-login', 'woocommerce' ] )->verdict()->status );
		$pair = self::pairs( [ 'two-factor', 'loginizer', 'limit-login-attempts-reloaded' ] )->verdict();
		self::assertSame( 'recommended', $pair->status );
		self::assertStringContainsString( 'Limit Login Attempts Reloaded and Loginizer', $pair->text );
		self::assertStringNotContainsString( 'Two Factor', $pair->text );
	}

	public function test_every_kind_has_a_sentence_of_its_own(): void {
		$texts = [];
		foreach ( [ [ 'loginizer', 'wp-cerber' ], [ 'two-factor', 'wp-2fa' ], [ 'google-captcha', 'login-recaptcha' ], [ 'onelogin-saml-sso', 'wp-saml-auth' ], [ 'wps-hide-login', 'hide-my-wp' ], [ 'new-user-approve', 'wp-approve-user' ] ] as $pair ) {
			$texts[] = (string) preg_replace( '/^.* (each )/', '$1', self::pairs( $pair )->verdict()->text );
		}
		self::assertCount( 6, array_unique( $texts ) );
	}

	public function test_the_active_plugins_are_those_of_site_and_network(): void {
		update_option( 'active_plugins', [ 'two-factor/two-factor.php', 'hello.php', 7 ] );
		self::assertSame( [ 'two-factor', 'hello.php' ], ( new PluginList() )->folders() );
	}
}
