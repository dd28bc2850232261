<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems\Vendasta;

use Causeway\Connector\AccessToken;
use Causeway\Connector\ConnectorFault;
use Causeway\Systems\Vendasta\KeyFile;
use Causeway\Tests\Unit\Connector\Doubles\MemoryTokens;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** How a connection proves itself, and what becomes of that when things change. */
#[CoversNothing]
final class AuthenticationTest extends LabCase {

	/** @return list<string> */
	private function tokenCalls(): array {
		return array_values( array_filter( $this->paths(), static fn ( string $path ): bool => str_contains( $path, '/oauth2/token' ) ) );
	}

	/** @return array<mixed> */
	private function keyFile(): array {
		$file = json_decode( $this->lab->text( 'credentials', 'keyFile' ), true );
		self::assertIsArray( $file );
		return $file;
	}

	public function testAKeyFileIsTakenInEveryFormInWhichItIsPasted(): void {
		$file   = $this->keyFile();
		$key    = is_string( $file['private_key'] ?? null ) ? $file['private_key'] : '';
		$opened = openssl_pkey_get_private( $key );
		self::assertNotFalse( $opened );
		self::assertTrue( openssl_pkey_export( $opened, $pkcs8 ) );
		self::assertIsString( $pkcs8 );
		foreach ( [
			'as it was downloaded'  => $file,
			'without line ends'     => [ 'private_key' => str_replace( "\n", '', $key ) ] + $file,
			'with blanks'           => [ 'private_key' => str_replace( "\n", ' ', $key ) ] + $file,
			'another form of key'   => [ 'private_key' => $pkcs8 ] + $file,
			'without payload'       => array_diff_key( $file, [ 'assertionPayloadData' => true ] ),
		] as $form => $json ) {
			$this->tokens->forget( 'vendasta' );
			foreach ( [ 0, JSON_PRETTY_PRINT ] as $flags ) {
				$answers = $this->examine( People::Fine->subject(), Door::to( $this->lab, secrets: [ 'key_file' => "\n" . json_encode( $json, $flags ) . "\n" ] ) );
				self::assertSame( [ 'true', 'true' ], [ $answers['connection.authorised'], $answers['user.exists'] ], $form );
			}
		}
	}

	/** @return array<string, array{array<string, string>, array<string, string>}> Fields and secrets that differ. */
	public static function incomplete(): array {
		return [
			'no key file'             => [ [], [ 'key_file' => '' ] ],
			'a key file that is none' => [ [], [ 'key_file' => 'my key' ] ],
			'a key that is none'      => [ [], [ 'key_file' => '{"private_key_id":"x","client_email":"a@example.com","private_key":"secret"}' ] ],
			'no partner'              => [ [ 'partner_id' => '' ], [] ],
			'a partner that is none'  => [ [ 'partner_id' => 'NW/../x' ], [] ],
			'no address'              => [ [ 'api_base' => '' ], [] ],
			'no token address'        => [ [ 'login_base' => '' ], [] ],
		];
	}

	/**
	 * @param array<string, string> $fields
	 * @param array<string, string> $secrets
	 */
	#[DataProvider( 'incomplete' )]
	public function testAConnectionThatIsNotSetUpAsksNothing( array $fields, array $secrets ): void {
		$answers = $this->examine( People::Fine->subject(), Door::to( $this->lab, false, $fields, $secrets ) );
		self::assertSame( [ 'unknown:not-set-up', 'false', 'unknown:not-set-up' ], [ $answers['connection.reachable'], $answers['connection.authorised'], $answers['user.exists'] ] );
		self::assertSame( [], $this->lab->calls() );
	}

	public function testAKeyOfTheOtherEnvironmentIsToldBeforeAnythingIsSent(): void {
		$file = (string) json_encode( [ 'token_uri' => 'https://sso-api-demo.apigateway.co/oauth2/token' ] + $this->keyFile() );
		foreach ( $this->connector()->examine( People::Fine->subject(), Door::to( $this->lab, false, [ 'environment' => 'prod' ], [ 'key_file' => $file ] ) ) as $finding ) {
			if ( 'connection.authorised' === $finding->key ) {
				self::assertStringContainsString( 'other environment', $finding->detail );
			}
		}
		self::assertSame( [], $this->lab->calls() );
	}

	public function testAnotherPartnersUsersAreNotTakenForNobody(): void {
		foreach ( [
			'forbidden' => [ 'false', 'unknown:forbidden' ],
			'empty'     => [ 'true', 'unknown:not-visible' ],
		] as $variant => $expected ) {
			$this->switchTo( [ 'foreignPartner' => $variant ] );
			$answers = $this->examine( People::Fine->subject(), Door::to( $this->lab, false, [ 'partner_id' => 'zzzz' ] ) );
			self::assertSame( $expected, [ $answers['connection.scopes'], $answers['user.exists'] ], $variant );
		}
	}

	public function testATokenServesUntilItDiesAndIsReplacedOnce(): void {
		$this->examine( People::Fine->subject() );
		$this->examine( People::Fine->subject() );
		self::assertCount( 1, $this->tokenCalls() );
		$this->lab->play( [ 'do' => 'expire-tokens' ] );
		self::assertSame( 'true', $this->examine( People::Fine->subject() )['user.exists'] );
		self::assertCount( 2, $this->tokenCalls() );
	}

	public function testATokenThatAnotherProcessBroughtMeanwhileIsTaken(): void {
		$this->examine( People::Fine->subject() );
		$fresh = $this->tokens->get( 'vendasta' );
		self::assertNotNull( $fresh );
		$this->tokens->put( 'vendasta', new AccessToken( 'died-early', $fresh->expiresAt, '', $fresh->scopes ) );
		$this->tokens->whileWaiting = static function ( MemoryTokens $tokens ) use ( $fresh ): void {
			$tokens->put( 'vendasta', $fresh );
		};
		self::assertSame( 'true', $this->examine( People::Fine->subject() )['user.exists'] );
		self::assertCount( 1, $this->tokenCalls() );
	}

	public function testAKeyThatWasTakenAwayIsNoOutage(): void {
		$this->examine( People::Fine->subject() );
		$this->lab->play( [ 'do' => 'delete-key' ], [ 'do' => 'expire-tokens' ] );
		$answers = $this->examine( People::Fine->subject() );
		self::assertSame( [ 'true', 'false', 'unknown:unauthorised' ], [ $answers['connection.reachable'], $answers['connection.authorised'], $answers['user.exists'] ] );
	}

	public function testAClockThatIsOffMakesTheSignatureWorthless(): void {
		$this->lab->play(
			[
				'do'      => 'advance-clock',
				'seconds' => 3_600,
			]
		);
		self::assertSame( 'false', $this->examine( People::Fine->subject() )['connection.authorised'] );
	}

	public function testAReadingConnectionAsksForReadingOnly(): void {
		$this->examine( People::Fine->subject() );
		self::assertEqualsCanonicalizing( [ 'user.list', 'user.profile:read', 'user.contact:read', 'user.permission:read' ], $this->tokens->get( 'vendasta' )->scopes ?? [] );
	}

	public function testNoSecretShowsInADumpOfWhatHoldsIt(): void {
		$file = KeyFile::read( $this->lab->text( 'credentials', 'keyFile' ) );
		self::assertNotNull( $file );
		self::assertSame( [], $file->__debugInfo() );
		try {
			KeyFile::read( '{"private_key_id":"x","client_email":"a@example.com","private_key":"secret-word"}' )?->assertion( '', [], 1 );
			self::fail( 'It cannot sign.' );
		} catch ( ConnectorFault $fault ) {
			self::assertStringNotContainsString( 'secret-word', $fault->getMessage() );
		}
	}
}
